"""Printed labels of units: from label to number, from number to the house style of a language."""

import re
from functools import lru_cache

from konak.lex import letters, words
from konak.lex.patterns import DASH

_LETTER = r"(?:dh|gj|ll|nj|rr|sh|th|xh|zh|[^\W\d_])"
_NUMBER = re.compile(rf"(\d+(?:\.\d+)*)(?:\s?[{DASH}]?\s?({_LETTER})(?![^\W_]))?", re.IGNORECASE)
_ROMAN = re.compile(rf"(?<![^\W_])([IVXLІХ]+)(?:\s?[{DASH}]\s?([^\W\d_]))?(?![^\W_])")
_ALONE = re.compile(rf"\W*({_LETTER})\W*\Z", re.IGNORECASE)
_ORDINALS = {
    "ПРВ": "I",
    "ВТОР": "II",
    "ТРЕТ": "III",
    "ЧЕТВРТ": "IV",
    "ПЕТТИ": "V",
    "E PARË": "I",
    "E DYTË": "II",
}


@lru_cache(8192)
def number(kind: str, label: str, lang: str) -> str:
    """The address number inside a printed label: `Член 5-a` → `5-а`, `II.` → `II`, `-` → empty."""
    if kind in ("paragraph", "point", "sub") and (found := _ALONE.match(label)):
        return letters.to_address(found[1], lang)
    if kind in ("part", "chapter", "section", "item", "annex") and (found := _ROMAN.search(label)):
        roman = letters.from_latin_roman(found[1])
        if roman:
            return f"{roman}-{letters.to_address(found[2], lang)}" if found[2] else roman
    if found := _NUMBER.search(label):
        return f"{found[1]}-{letters.to_address(found[2], lang)}" if found[2] else found[1]
    if kind == "part":
        return next((num for word, num in _ORDINALS.items() if word in label.upper()), "")
    return ""


@lru_cache(8192)
def style(kind: str, num: str, lang: str) -> str:
    """The label of the house style: `Член 5-а` / `Neni 5-a`, `(1)`, `1)`, `а)`, `-`, `I.`, `Прилог 1`."""
    printed = letters.to_print(num, lang)
    match kind:
        case "article":
            return f"{words.ARTICLE.get(lang, 'Neni')} {printed}".strip()
        case "tariff":
            return f"{words.TARIFF.get(lang, 'Numri tarifor')} {printed}".strip()
        case "annex":
            return f"{words.ANNEX.get(lang, 'Shtojca')} {printed}".strip()
        case "indent":
            return "-"
        case "paragraph":
            return f"({printed})" if num else ""
        case "point" | "sub":
            return f"{printed})" if num else ""
        case "item":
            return printed if num[:1] in "IVXL" else f"{printed}."
        case "part" | "chapter" | "section":
            return f"{printed}." if num else ""
    return ""


def printed(kind: str, num: str, label: str, lang: str) -> str:
    """The label to print: the typed one where it differs from the house style."""
    return label or style(kind, num, lang)


def relabel(kind: str, label: str, new: str, lang: str) -> str:
    """The label of a unit that gets the number `new`, in the style of `label`: a
    typed style keeps all but the number, the house style (empty) stays the house style."""
    if not label or not new:
        return label
    span = _span(kind, label)
    if span is None:
        return ""
    made = f"{label[: span[0]]}{letters.to_print(new, lang)}{label[span[1] :]}"
    return "" if made == style(kind, new, lang) or number(kind, made, lang) != new else made


def _span(kind: str, label: str) -> tuple[int, int] | None:
    """Where the number stands in a label."""
    if kind in ("paragraph", "point", "sub") and (found := _ALONE.match(label)):
        return found.span(1)
    if kind in ("part", "chapter", "section", "item", "annex") and (found := _ROMAN.search(label)):
        return found.span()
    return found.span() if (found := _NUMBER.search(label)) else None
