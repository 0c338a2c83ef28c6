"""Scripts: the official transliteration, the folding that search rests on, addresses made of words."""

import re
import unicodedata

# As in Macedonian passports: ICAO Doc 9303, part 3, with its five Macedonian exceptions (ѓ gj, ќ kj, џ dj, х h,
# ц c). Other Cyrillic letters of the region beside.
_LATIN = dict(
    zip(
        "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝђћ",
        "a b v g d gj e zh z dz i j k l lj m n nj o p r s t kj u f h c ch dj sh e i dj c".split(),
        strict=True,
    )
)
_TRANSLITERATE = str.maketrans(
    {**_LATIN, **{k.upper(): v.capitalize() for k, v in _LATIN.items()}, "’": "", "ʼ": ""}
)

_FOLD = str.maketrans(
    {
        **dict(
            zip(
                "абвгдѓежзѕијклљмнњопрстќуфхцчџшѐѝђћ",
                "a b v g d g e z z dz i j k l l m n n o p r s t k u f h c c dz s e i g c".split(),
                strict=True,
            )
        ),
        **dict(zip("ëçčćšžđ", "ecccszg", strict=True)),
        "’": "",
        "'": "",
        "`": "",
    }
)
# Digraphs of Albanian and of Macedonian in Latin letters; longer ones first.
_DIGRAPHS = (
    ("dzh", "dz"),
    ("xh", "dz"),
    ("x", "dz"),
    ("zh", "z"),
    ("ch", "c"),
    ("sh", "s"),
    ("gj", "g"),
    ("dj", "g"),
    ("kj", "k"),
    ("q", "k"),
    ("lj", "l"),
    ("nj", "n"),
    ("ts", "c"),
    ("ll", "l"),
    ("rr", "r"),
)
_NOT_WORD = re.compile(r"[^a-z0-9]+")
_UNSEEN = ("Cc", "Cf", "Cs", "Co")

_OFFICIAL = ((re.compile("dj", re.I), "dzh"), (re.compile("dz", re.I), "z"))

# Small letters that look alike in both scripts, as small letters or as capitals.
_TWINS = ("abcehijkmoptxy", "авсенијкмортху")
_BOTH_SCRIPTS = re.compile(r"[a-z][Ѐ-ӿ]|[Ѐ-ӿ][a-z]")
_WORD = re.compile(r"[a-zЀ-ӿ]+")


_CAPITALS = re.compile(r"[ЃЖЅЉЊЌЧЏШ](?=[Ѐ-Я])|(?<=[Ѐ-Я])[ЃЖЅЉЊЌЧЏШ](?![а-џ])")


def transliterate(text: str) -> str:
    """Macedonian Cyrillic in Latin letters, as in passports (Ѓорче Петров → Gjorche Petrov, ЃОРЧЕ → GJORCHE)."""
    composed = unicodedata.normalize("NFC", text)
    shouted = _CAPITALS.sub(lambda letter: _LATIN[letter[0].lower()].upper(), composed)
    return shouted.translate(_TRANSLITERATE)


def spelled(name: str, lang: str) -> str:
    """A personal name as texts in the language write it: in Latin letters outside Macedonian and Serbian."""
    return name if lang in ("mk", "sr") else transliterate(name)


def tidy(text: str) -> str:
    """A text as it was meant: composed (NFC), without signs that nobody sees (control, direction, zero width).

    Ends of lines and tabulators stay. What XML and databases cannot hold is among what goes.
    """
    composed = unicodedata.normalize("NFC", text)
    if composed.isprintable():
        return composed
    composed = composed.replace("\u2028", "\n").replace("\u2029", "\n")
    return "".join(c for c in composed if c in "\n\r\t" or not _unseen(c))


def _unseen(letter: str) -> bool:
    no_character = ord(letter) & 0xFFFE == 0xFFFE or 0xFDD0 <= ord(letter) <= 0xFDEF
    return no_character or unicodedata.category(letter) in _UNSEEN


def _one_script(word: re.Match[str]) -> str:
    """A word in the script of those of its letters that have no twin in the other one."""
    if not _BOTH_SCRIPTS.search(word[0]):
        return word[0]
    latin = {letter for letter in word[0] if letter.isascii()}
    if latin.issubset(_TWINS[0]):
        return word[0].translate(str.maketrans(*_TWINS))
    if (set(word[0]) - latin).issubset(_TWINS[1]):
        return word[0].translate(str.maketrans(*reversed(_TWINS)))
    return word[0]


def fold(text: str) -> str:
    """A text as search compares it: one spelling for both scripts, no case, no diacritics, no apostrophes."""
    folded = tidy(text).lower()
    if _BOTH_SCRIPTS.search(folded):
        folded = _WORD.sub(_one_script, folded)
    folded = folded.translate(_FOLD)
    for digraph, letter in _DIGRAPHS:
        folded = folded.replace(digraph, letter)
    if not folded.isascii():
        folded = "".join(c for c in unicodedata.normalize("NFKD", folded) if not unicodedata.combining(c))
    return folded


def readings(word: str) -> tuple[str, ...]:
    """What a typed word may mean, folded, the likeliest first.

    Passports write Џ as dj and Ѕ as dz; everybody else writes Ѓ as dj and Џ as dz.
    """
    written = (word, *(pattern.sub(other, word) for pattern, other in _OFFICIAL))
    return tuple(dict.fromkeys(fold(reading) for reading in written))


def slug(text: str) -> str:
    """A text as part of an address: „Ѓорче Петров“ → `gjorche-petrov`, „Çdo kërkesë“ → `cdo-kerkese`."""
    latin = unicodedata.normalize("NFKD", transliterate(text).lower())
    plain = "".join(c for c in latin if not unicodedata.combining(c)).replace("đ", "dj")
    return _NOT_WORD.sub("-", plain).strip("-")
