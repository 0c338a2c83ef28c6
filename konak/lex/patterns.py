"""How the labels of units look at the beginning of a line. Data for the reader."""

import re

_END = r"(?=\s|\Z)"
ARTICLE = {
    "mk": re.compile(
        r"(?:Член|ЧЛЕН|Ч л е н|Ч Л Е Н|Чл\.)\s?(?:\d{1,4}(?:\s?[-–—]\s?[^\W\d_]|[а-ѕa-z])?)(?![^\W_])[.:]?"
        + _END
    ),
    "sq": re.compile(
        r"(?:Neni|NENI|N e n i|N E N I)\s?(?:\d{1,4}(?:\s?[-–—]\s?[^\W\d_]{1,2}|[a-zçë])?)(?![^\W_])[.:]?"
        + _END
    ),
}
ARTICLE_WORD = {"mk": ("Член ", "ЧЛЕН ", "Чл. "), "sq": ("Neni ", "NENI ")}
ANNEX = re.compile(
    r"(?:Прилог|ПРИЛОГ|П Р И Л О Г|Shtojca|Shtojcë|SHTOJCA|SHTOJCË)(?:\s(?:бр|број|nr)\.?)?"
    r"(?:\s?(?:\d{1,3}|[IVXІХ]{1,6}(?!\s\w\s)))?(?:\s?[.:]|\s[-–—])?" + _END
)
# The names of the groups are kinds of units.
DIVISION = re.compile(
    r"(?:(?P<part>(?:ПРВ|ВТОР|ТРЕТ|ЧЕТВРТ|ПЕТТИ)\sДЕЛ|(?:ДЕЛ|Дел|PJESA|Pjesa)\s(?:[IVXІХ]+|\d+)"
    r"|PJESA E (?:PARË|DYTË))"
    r"|(?P<chapter>(?:ГЛАВА|Глава|ПОГЛАВЈЕ|Поглавје|KAPITULLI|Kapitulli|KREU|Kreu)\s(?:[IVXІХ]+|\d+)"
    r"(?:\s?-\s?[^\W\d_])?)"
    r"|(?P<section>(?:ОДДЕЛ|Оддел|ОТСЕК|Отсек|SEKSIONI|Seksioni)\s(?:[IVXІХ]+|\d+)))"
    r"(?:\s?[.:]|\s?[-–—](?=\s))?" + _END
)
ROMAN = re.compile(r"([IVXLІХ]{1,8})(-[^\W\d_])?(?:\s?[.)]|\s?[-–—](?=\s))?" + _END)
COUNTED = re.compile(
    rf"\d{{1,3}}(?:\.\d{{1,3}})*(?:\s?-\s?[^\W\d_])?\s?[.)]{_END}|\d{{1,3}}(?:\.\d{{1,3}})+(?=\s)"
)
BRACKET = re.compile(r"\(\s?(?:\d{1,3}(?:\s?-?\s?[^\W\d_])?)\s?\)" + _END)
LETTERED = re.compile(r"(?:dh|gj|ll|nj|[^\W\d_])\)" + _END)
