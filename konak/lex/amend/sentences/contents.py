"""What stands in quotation marks after „кој гласи“: the words of one new unit, or of several, without their
labels; the headings of articles and divisions apart."""

import re
from typing import NamedTuple

from konak.lex import labels
from konak.lex.amend import matching
from konak.lex.amend.sentences.reasons import Unread

_LETTER = r"(?:dh|gj|ll|nj|rr|sh|th|xh|zh|[^\W\d_])"
_NUM = rf"\d{{1,4}}(?:\s?[-–—]?\s?{_LETTER}(?![^\W_]))?"
_GAP = r"(?=\s|\Z)"
_CALLED = (
    r"(?:ГЛАВА|Глава|ПОГЛАВЈЕ|Поглавје|ДЕЛ|Дел|ОДДЕЛ|Оддел|ОТСЕК|Отсек|KAPITULLI|Kapitulli|KREU|Kreu|PJESA|Pjesa"
    r"|SEKSIONI|Seksioni)\s"
)
_ROMAN = "[IVXLІХ]{1,8}"
_DIVISION = rf"(?:{_CALLED})?(?:{_ROMAN}|\d{{1,3}})(?:\s?[-–—]\s?[^\W\d_](?![^\W_]))?[.:)]?"
_DIVIDES = re.compile(rf"{_CALLED}[IVXLІХ\d]|{_ROMAN}[.\s-]{{1,3}}[^\W\d_a-zа-шѓќљњџѕј]{{3}}|{_ROMAN}\.?\Z")
_LABEL = {
    "art": re.compile(rf"(?:Член|ЧЛЕН|Ч л е н|Ч Л Е Н|Чл\.|Neni|NENI|N e n i|N E N I)\s?{_NUM}[.:]?{_GAP}"),
    "para": re.compile(rf"\(\s?{_NUM}\s?\){_GAP}"),
    "point": re.compile(rf"\(?(?:{_NUM}|{_LETTER})\s?\){_GAP}|\d{{1,3}}\.{_GAP}"),
    "sub": re.compile(rf"\(?(?:{_NUM}|{_LETTER})\s?\){_GAP}|\d{{1,3}}(?:\.\d{{1,3}})*\.{_GAP}"),
    "indent": re.compile(r"[-‐‑–—−•▪](?=\s|[^\W\d_])"),
    "item": re.compile(rf"(?:[IVXLІХ]{{1,8}}|\d{{1,3}})\s?[.)]?{_GAP}"),
    "chp": re.compile(_DIVISION + _GAP),
    "part": re.compile(_DIVISION + _GAP),
    "sec": re.compile(_DIVISION + _GAP),
    "annex": re.compile(
        r"(?:Прилог|ПРИЛОГ|Shtojca|SHTOJCA|Shtojcë)(?:\s(?:бр|број|nr)\.?)?\s?(?:\d{1,3}|[IVX]{1,6})?[.:]?" + _GAP
    ),
    "tariff": re.compile(rf"(?:Тарифен|ТАРИФЕН|Numri|NUMRI)\s(?:број|БРОЈ|tarifor|TARIFOR)\s{_NUM}[.:]?{_GAP}"),
}  # fmt: skip
_ARTICLE = re.compile(r"(?<!\w)(?:Член|ЧЛЕН|Neni|NENI)\s?\d")
_NEXT_ARTICLE = re.compile(rf"[.;]\s(?:Член|ЧЛЕН|Neni|NENI)\s{_NUM}\s(?=[(A-ZËÇЀ-Ш])")
_LONG = {"art": "article", "para": "paragraph", "chp": "chapter", "sec": "section"}
_DIVISIONS = ("part", "chp", "sec")
_END = ".;:!?»“”\"'’‘…|,"
_WRAPPED = 25


class Written(NamedTuple):
    """One unit as quoted: its number where a label gave one, its heading, its words."""

    key: str
    heading: str | None
    content: str


def lines(raw: str) -> list[str]:
    """The quoted words line by line; a hard-wrapped line joins the one it goes on from, as in `reader`."""
    result: list[str] = []
    for line in raw.splitlines():
        line = " ".join(line.split())
        if not line:
            continue
        above = result[-1] if result else ""
        if (
            len(above) >= _WRAPPED
            and above[-1] not in _END[:-1]
            and line[0].islower()
            and not _lettered(line)
        ):
            result[-1] = f"{above} {line}"
        else:
            result.append(line)
    return result


def _lettered(line: str) -> bool:
    return bool(_LABEL["sub"].match(line))


def label(name: str, line: str, lang: str) -> tuple[str, str] | None:
    """(number, rest of the line) where the line begins with the label of such a unit; indents have no number."""
    pattern = _LABEL.get(name)
    found = pattern.match(line) if pattern else None
    if found is None:
        return None
    number = "" if name == "indent" else labels.number(_LONG.get(name, name), found[0], lang)
    return number, line[found.end() :].strip()


def one(name: str, key: str, raw: str, lang: str, headed: bool = False) -> Written:
    """The unit in one quotation. A label that bears another number than `key` is a mismatch."""
    told = lines(raw)
    heading = None
    for place, line in enumerate(told[:2]):
        found = label(name, line, lang)
        if found is None or (place and not (name == "art" and heading_like(told[0]))):
            continue
        if key and found[0] and found[0] != key:
            if name in ("point", "sub", "item") and found[0][0].isdigit() != key[0].isdigit():
                break
            raise Unread("number_mismatch")
        if place:
            heading = told[0]
        told = ([found[1]] if found[1] else []) + told[place + 1 :]
        key = found[0] or key
        break
    if any(_another(name, key, line, lang) for line in told) or _run_on(name, key, " ".join(told)):
        raise Unread("count_mismatch")
    if headed and heading is None:
        heading, told = _heading_below(told)
    if not told:
        raise Unread("no_content")
    return Written(key, heading, "\n".join(told))


def _another(name: str, key: str, line: str, lang: str) -> bool:
    """Whether a further unit of the same kind begins with the line: another dash or numbered paragraph, the number
    after a point's own, the label of an article alone or once more."""
    found = label(name, line, lang) if name in ("art", "para", "point", "indent") else None
    if found is None:
        return False
    if name == "art":
        return found[0] == key or not found[1]
    return name != "point" or (key.isdigit() and found[0] == str(int(key) + 1))


def _run_on(name: str, key: str, words: str) -> bool:
    """Whether the next unit of the same kind follows on the same line: „Прв. (3) Втор.“ for paragraph 2."""
    if name == "art":
        return _NEXT_ARTICLE.search(words) is not None
    return name == "para" and key.isdigit() and re.search(rf"[.;]\s\({int(key) + 1}\)\s", words) is not None


def _heading_below(told: list[str]) -> tuple[str, list[str]]:
    if len(told) < 2 or not heading_like(told[0]):
        raise Unread("count_mismatch")
    return told[0], told[1:]


def heading_like(line: str) -> bool:
    """Whether the line can be the heading of an article."""
    return len(line) <= 120 and line[-1] not in _END and line[0].isupper()


def split(units: list[tuple[str, str]], raws: list[str], lang: str, headed: bool = False) -> list[Written]:
    """The units (step, number or empty) written in the quotations: one in each, or all in one."""
    if units[0][0] in _DIVISIONS and len(units) > 1:
        return _division(units, raws, lang, headed)
    if len(raws) == len(units):
        return [
            one(name, key, raw, lang, headed and not place)
            for place, ((name, key), raw) in enumerate(zip(units, raws, strict=True))
        ]
    if len(raws) != 1 or len({name for name, _ in units}) != 1:
        raise Unread("count_mismatch")
    return _several(units, lines(raws[0]), lang, headed)


def _several(units: list[tuple[str, str]], told: list[str], lang: str, headed: bool) -> list[Written]:
    name = units[0][0]
    if name == "sent":
        words = " ".join(told)
        told = [words[begin:end] for begin, end in matching.sentences(words)]
        if any(label("para", one, lang) for one in told):
            raise Unread("count_mismatch")
    elif len(told) == 1:
        told = _inline(units, told[0], lang)
    starts = _starts(units, told, lang)
    if not starts and len(told) == len(units) and not any(label(name, line, lang) for line in told):
        starts = list(range(len(told)))
    if len(starts) != len(units) or (starts[0] and name != "art"):
        raise Unread("count_mismatch")
    if name == "art":
        starts = [_above(told, place, last) for last, place in zip([-1, *starts], starts, strict=False)]
        if starts[0]:
            raise Unread("count_mismatch")
    ends = [*starts[1:], len(told)]
    return [
        one(name, key, "\n".join(told[begin:end]), lang, headed and begin == starts[0])
        for (_, key), begin, end in zip(units, starts, ends, strict=True)
    ]


def _above(told: list[str], place: int, last: int) -> int:
    """The line where an article with the label on line `place` begins: its heading above it, if any."""
    return place - 1 if place - 1 > last and heading_like(told[place - 1]) else place


def _starts(units: list[tuple[str, str]], told: list[str], lang: str) -> list[int]:
    """The lines with the labels of the units, in order; numbers given must follow each other as given."""
    name = units[0][0]
    result: list[int] = []
    for place, line in enumerate(told):
        found = label(name, line, lang)
        if found is None:
            continue
        wanted = units[len(result)][1] if len(result) < len(units) else ""
        if wanted and found[0] and found[0] != wanted:
            continue
        if len(result) == len(units):
            raise Unread("count_mismatch")
        result.append(place)
    return result


def _inline(units: list[tuple[str, str]], line: str, lang: str) -> list[str]:
    """A single line that holds several labelled units, as lines."""
    name = units[0][0]
    pattern = _LABEL.get(name)
    if pattern is None or name == "indent":
        return [line]
    cuts = [0]
    for found in pattern.finditer(line, 1):
        key = labels.number(_LONG.get(name, name), found[0], lang)
        if line[found.start() - 1].isspace() and len(cuts) < len(units) and key == units[len(cuts)][1]:
            cuts.append(found.start())
    return [line[begin:end].strip() for begin, end in zip(cuts, [*cuts[1:], len(line)], strict=True)]


def _division(units: list[tuple[str, str]], raws: list[str], lang: str, headed: bool) -> list[Written]:
    """A division's heading, then its articles."""
    if len(raws) == len(units):
        first = division(units[0], lines(raws[0]), lang)
        return [
            first,
            *(one(name, key, raw, lang) for (name, key), raw in zip(units[1:], raws[1:], strict=True)),
        ]
    if len(raws) not in (1, 2):
        raise Unread("count_mismatch")
    told = lines(raws[-1])
    places = [place for place, line in enumerate(told) if label("art", line, lang)]
    if not places:
        raise Unread("count_mismatch")
    above = told[: places[0]]
    if len(raws) == 2:
        first, rest = division(units[0], lines(raws[0]), lang), 0
        if len(above) > 1:
            raise Unread("count_mismatch")
    else:
        rest = places[0]
        labelled = bool(above) and label(units[0][0], above[0], lang) is not None
        alone = labelled and not (label(units[0][0], above[0], lang) or ("", ""))[1]
        most = 2 if alone else 1
        if len(above) == most + 1 and not above[-1].isupper() and heading_like(above[-1]):
            above, rest = above[:-1], rest - 1
        if len(above) > most and not all(line.isupper() for line in above[most - 1 :]):
            raise Unread("count_mismatch")
        first = division(units[0], above, lang)
    below = told[rest:]
    articles = units[1:]
    if len(articles) == 1:
        return [first, one("art", articles[0][1], "\n".join(below), lang)]
    return [first, *_several(articles, below, lang, False)]


def with_heading(unit: tuple[str, str], spoken: str, raws: list[str], lang: str) -> list[str]:
    """The quotations of a division whose heading was said before them: led by it, unless they print it too."""
    told = lines(raws[0]) if len(raws) == 1 else []
    if not told:
        return raws
    if told[0] != spoken and label(unit[0], told[0], lang) is None:
        return [spoken, *raws]
    articles = [place for place, line in enumerate(told) if label("art", line, lang)]
    if not articles or division(unit, told[: articles[0]], lang).heading != spoken:
        raise Unread("count_mismatch")
    return raws


def with_articles(units: list[tuple[str, str]], raws: list[str], lang: str) -> list[tuple[str, str]]:
    """A new division announced alone, with the articles that its one quotation holds."""
    if len(units) != 1 or len(raws) != 1 or units[0][0] not in _DIVISIONS:
        return units
    labels_ = (label("art", line, lang) for line in lines(raws[0]))
    return [*units, *(("art", found[0]) for found in labels_ if found)]


def whole_division(unit: tuple[str, str], raws: list[str], lang: str) -> Written:
    """A division written anew with all its articles in one quotation."""
    told = lines(raws[0]) if len(raws) == 1 else []
    places = [place for place, line in enumerate(told) if label("art", line, lang)]
    if not places or not places[0]:
        raise Unread("count_mismatch")
    labelled = label(unit[0], told[0], lang)
    most = 2 if labelled and not labelled[1] else 1
    rest = places[0]
    if rest == most + 1 and heading_like(told[most]) and not told[most].isupper():
        rest -= 1
    if rest > most:
        raise Unread("count_mismatch")
    if any(_DIVIDES.match(line) for line in told[rest:]):
        raise Unread("count_mismatch")
    first = division(unit, told[:rest], lang)
    return first._replace(content="\n".join(told[rest:]))


def division(unit: tuple[str, str], told: list[str], lang: str) -> Written:
    """The heading of a new division, its label left out."""
    name, key = unit
    if not told:
        raise Unread("no_content")
    found = label(name, told[0], lang)
    if found is not None:
        if key and found[0] and found[0] != key:
            raise Unread("number_mismatch")
        key = key or found[0]
        told = ([found[1]] if found[1] else []) + told[1:]
    text = " ".join(told).lstrip("-–— ")
    if _ARTICLE.search(text):
        raise Unread("count_mismatch")
    if not text:
        raise Unread("no_content")
    return Written(key, text, "")
