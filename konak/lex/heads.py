"""What a line opens with: the label of an article, tariff number, annex, division or Roman item."""

import re
from functools import lru_cache

from konak.lex import letters, patterns, words

JOINTS = ".:" + patterns.DASH  # after these the heading of a division follows on the same line
BULLETS = patterns.DASH + "•▪●○◦∙"
END = ".;:!?»“”\"'’‘…|,"
_SHORT = 8  # signs of a label that a bracket closes: `(123-а)`
_ROMANS = frozenset("IVXLІХ")
_ANNEXES = frozenset("ПSЅ")
# Letters that begin any label of a line of its own.
FIRST = frozenset("ЧNТTПSЅIVXLІХВГДОOPРKКПB")

Found = re.Match[str]


def article(line: str, lang: str) -> Found | None:
    """The label of an article; not the same words where they cite one (`Член 36 став 1 од …`)."""
    if line[:1] not in "ЧN" or "|" in line or not (found := patterns.ARTICLE[lang].match(line)):
        return None
    rest = line[found.end() :].lstrip()
    return None if rest and rest.startswith(words.CITING[lang]) else found


def tariff(line: str) -> Found | None:
    """The label of a tariff number: `Тарифен број 3`."""
    return patterns.TARIFF.match(line) if line[:1] in "ТTN" and "|" not in line else None


def bare_article(line: str, lang: str) -> bool:
    """The word of an article without a number that can be read."""
    if line[:1] not in "ЧN":
        return False
    stuck = patterns.ARTICLE_STUCK[lang].match(line) is not None
    bare = len(line) < 12 and f"{line} ".startswith(patterns.ARTICLE_WORD[lang])
    return (stuck or bare) and not article(line, lang)


def enclosed(word: str) -> str:
    """What a line's first word is when a bracket closes it: `paragraph` for `(1)`, `point` for `1)`, `letter` for
    `а)`, whatever stands behind it; else empty, which says nothing of the line."""
    return _enclosed(word) if len(word) <= _SHORT else ""


@lru_cache(1024)
def _enclosed(word: str) -> str:
    if patterns.BRACKET.fullmatch(word):
        return "paragraph"
    if patterns.LETTERED.fullmatch(word):
        return "letter"
    return "point" if "." not in word and patterns.COUNTED.fullmatch(word) else ""


def annex(line: str) -> Found | None:
    if line[0] not in _ANNEXES or len(line) > 200 or not (found := patterns.ANNEX.match(line)):
        return None
    rest = line[found.end() :].lstrip()
    if not rest:
        return found
    held = found[0][-1] in JOINTS or (rest.isupper() and rest[0].isupper())
    return found if held and rest[-1] not in ".;" else None


def division(line: str) -> Found | None:
    return patterns.DIVISION.match(line) if line[0] in FIRST else None


def roman(line: str) -> Found | None:
    if line[0] not in _ROMANS or not (found := patterns.ROMAN.match(line)):
        return None
    if not letters.from_latin_roman(found[1]):
        return None
    rest = line[found.end() :].lstrip()
    if rest[1:2] in ("", " ") and rest[:1].isalpha() and found[0][-1].isalpha():
        return None  # a letter-spaced word: V E N D I M
    return found if not rest or rest[0].isupper() or rest[0] in '„“"' or found[0][-1] in ".)" else None


def begins(line: str, lang: str) -> bool:
    """Whether a body has surely begun with this line."""
    if line[0] == "(":
        return patterns.BRACKET.match(line) is not None and "|" not in line
    if line[0] not in FIRST or "|" in line:
        return False
    return bool(article(line, lang) or tariff(line) or annex(line) or roman(line) or division(line))


def alone(line: str, lang: str) -> Found | None:
    """A label that stands on a line of its own: of an article, a tariff number, a Roman item, and of a
    division whose heading is not held to it by capitals or a dash."""
    if "|" in line:
        return None
    if found := article(line, lang):
        return found
    found = roman(line)
    if found is None and (found := division(line) or annex(line)) and found[0][-1] in JOINTS:
        return None
    if found is None:
        found = tariff(line)
    return None if found is None or capitals(line[found.end() :].lstrip()) else found


def capitals(line: str) -> bool:
    """A heading in capital letters."""
    return line.isupper() and len(line) < 300 and line[-1] not in ".;,:" and sum(map(str.isalpha, line)) > 3


def heading_like(text: str) -> bool:
    return len(text) <= 120 and text[-1] not in END and text[0].isupper()
