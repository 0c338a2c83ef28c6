"""Letters and Roman numerals of unit numbers: Cyrillic in addresses, each language prints its own.

`5-а` in Macedonian is `5-a` in Albanian: one unit, two labels. Letters correspond by their place in the
two alphabets (а б в г д ѓ … / a b c ç d dh …), as lists are lettered in both languages.
"""

import re

MK = tuple("абвгдѓежзѕијклљмнњопрстќуфхцчџш")
SQ = (
    "a",
    "b",
    "c",
    "ç",
    "d",
    "dh",
    "e",
    "ë",
    "f",
    "g",
    "gj",
    "h",
    "i",
    "j",
    "k",
    "l",
    "ll",
    "m",
    "n",
    "nj",
    "o",
    "p",
    "q",
    "r",
    "rr",
    "s",
    "sh",
    "t",
    "th",
    "u",
    "v",
)
# Keys that look or sound alike, found in Macedonian texts typed on a Latin layout.
_TYPED = dict(zip("abvgdejkmopctxsyh", "абвгдејкмопстхѕун", strict=True))
_TO_MK = {"mk": {**_TYPED, **{x: x for x in MK}}, "sq": dict(zip(SQ, MK, strict=True)) | {"v": "в"}}
_TO_SQ = dict(zip(MK, SQ, strict=True))
_LATIN = dict(
    zip(
        MK,
        [
            "a",
            "b",
            "v",
            "g",
            "d",
            "gj",
            "e",
            "zh",
            "z",
            "dz",
            "i",
            "j",
            "k",
            "l",
            "lj",
            "m",
            "n",
            "nj",
            "o",
            "p",
            "r",
            "s",
            "t",
            "kj",
            "u",
            "f",
            "h",
            "c",
            "ch",
            "dzh",
            "sh",
        ],
        strict=True,
    )
)
_TO_LATIN = str.maketrans(_LATIN)
_CYRILLIC_ROMAN = str.maketrans("ІХСМ", "IXCM")
_ROMAN = re.compile(r"(?=.)X{0,3}(?:L?X{0,3})(?:IX|IV|V?I{0,3})\Z|XL(?:IX|IV|V?I{0,3})\Z")


def to_address(letter: str, lang: str) -> str:
    """The Cyrillic letter for one printed in `lang`; an unknown one comes back as it is, lower case."""
    low = letter.lower()
    if low in MK:
        return low
    return _TO_MK.get(lang, _TO_MK["sq"]).get(low, low)


def to_print(num: str, lang: str) -> str:
    """An address number (`5-а`, `б`, `II`) as `lang` prints it (`5-a`, `b`, `II`)."""
    if lang == "mk" or num.isascii():
        return num
    return "".join(_TO_SQ.get(sign, sign) for sign in num)


def to_latin(num: str) -> str:
    """An address number in ASCII for eIds and anchors: `5-а` → `5-a`, the same for every language."""
    return num if num.isascii() else "".join(num.split()).translate(_TO_LATIN)


def from_latin_roman(text: str) -> str:
    """A Roman numeral with Latin letters, whatever keyboard typed it; `""` when it is none (up to 89)."""
    latin = text.translate(_CYRILLIC_ROMAN)
    return latin if _ROMAN.match(latin) else ""
