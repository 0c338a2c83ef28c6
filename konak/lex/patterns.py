"""How the labels of units look at the beginning of a line. Data for the reader.

Words are matched in small and capital letters, letter-spaced (`Ч л е н`), and with letters of the other
script that look the same, as old keyboards left them.
"""

import re

DASH = "-‐‑‒–—―−"
_LIKE = dict(zip("аеорсјіхАВЕКМНОРСТХЅЈІ", "aeopcjixABEKMHOPCTXSJI", strict=True))
_LIKE |= {latin: cyrillic for cyrillic, latin in _LIKE.items()}


def word(text: str) -> str:
    """The pattern of a word however it was typed; a space in it may be missing too."""
    spaced = r"\s?".join(
        f"[{sign}{_LIKE[sign]}]" if sign in _LIKE else re.escape(sign) for sign in text.replace(" ", "")
    )
    return spaced if text.isupper() else f"(?:{spaced}|{word(text.upper())})"


def words(*texts: str) -> str:
    return f"(?:{'|'.join(map(word, texts))})"


_END = r"(?=\s|\Z)"
_LETTER = rf"(?:\s?[{DASH}]\s?[^\W\d_]{{1,2}})"
_ROMAN = rf"(?:[IVXLІХ]{{1,8}}(?:[{DASH}][^\W\d_]|\s?[{DASH}]\s?[а-шѓѕјљњќџa-zçë])?(?![^\W_]))"
_JOINT = rf"(?:\s?[.:]|\s?[{DASH}](?=\s))?"
_NUMBER = rf"(?:{_ROMAN}|\d{{1,3}}{_LETTER}?(?![^\W_]))"
_ARTICLE = rf"\s?(?:\d{{1,4}}(?:{_LETTER}|[а-ѕa-zçëј])?)(?![^\W_])[.:]?{_END}"

ARTICLE = {
    "mk": re.compile(rf"(?:{word('Член')}|Чл\.){_ARTICLE}"),
    "sq": re.compile(rf"(?:{word('Neni')}){_ARTICLE}"),
}
ARTICLE_WORD = {"mk": ("Член ", "ЧЛЕН ", "Чл. "), "sq": ("Neni ", "NENI ")}
# An article's word with a number that is no article's label, such as „Член 5предмет“.
ARTICLE_STUCK = {
    "mk": re.compile(r"(?:Член|ЧЛЕН)\s?\d+[^\W\d_]{2}"),
    "sq": re.compile(r"(?:Neni|NENI)\s?\d+[^\W\d_]{2}"),
}
TARIFF = re.compile(
    rf"(?:{words('Тарифен број', 'Numri tarifor', 'Numër tarifor')}|(?:Тар\.|Тарифен)\s?бр(?:\.|ој)|Nr\.\s?tarifor)"
    rf"\s?\d{{1,3}}{_LETTER}?(?![^\W_])[.:]?{_END}"
)
ANNEX = re.compile(
    rf"{words('Прилог', 'Shtojca', 'Shtojcë')}(?:\s(?:бр|број|nr)\.?)?"
    rf"(?:\s?(?:\d{{1,3}}(?:{_LETTER}(?![^\W_]))?|[IVXІХ]{{1,6}}(?!\s\w\s)))?(?:\s?[.:]|\s[{DASH}])?{_END}"
)
# The names of the groups are kinds of units.
DIVISION = re.compile(
    rf"(?:(?P<part>{words('Прв', 'Втор', 'Трет', 'Четврт', 'Петти')}\s{words('Дел')}"
    rf"|{words('Дел', 'Pjesa')}\s{_NUMBER}|PJESA E (?:PARË|DYTË))"
    rf"|(?P<chapter>{words('Глава', 'Поглавје', 'Kapitulli', 'Kreu')}\s{_NUMBER})"
    rf"|(?P<section>{words('Оддел', 'Отсек', 'Seksioni')}\s{_NUMBER}))"
    rf"{_JOINT}{_END}"
)
ROMAN = re.compile(
    rf"([IVXLІХ]{{1,8}})(?:[{DASH}][^\W\d_](?![^\W_])|\s?[{DASH}]\s?[а-шѓѕјљњќџa-zçë](?![^\W_]))?"
    rf"(?:\s?[.)]|\s?[{DASH}](?=\s))?{_END}"
)
COUNTED = re.compile(
    rf"\d{{1,3}}(?:\.\d{{1,3}})*(?:\s?[{DASH}]\s?[^\W\d_])?\s?[.)]{_END}|\d{{1,3}}(?:\.\d{{1,3}})+(?=\s)"
)
BRACKET = re.compile(rf"\(\s?(?:\d{{1,3}}(?:\s?[{DASH}]?\s?[^\W\d_])?)\s?\){_END}")
LETTERED = re.compile(rf"(?:dh|gj|ll|nj|[^\W\d_])\){_END}")
