"""Two language versions of one act side by side: the same structure by position, the same figures."""

import re
from collections import Counter
from typing import NamedTuple

from konak.lex import words
from konak.lex.cite import cite
from konak.lex.tree import STEP, Act, Unit, keys

_MONTHS = {name.lower(): place for lang in words.MONTHS for place, name in enumerate(words.MONTHS[lang], 1)}
_FIGURE = re.compile(
    r"(?P<d>\d{1,2})\.\s?(?P<m>\d{1,2})\.\s?(?P<y>\d{4})"
    rf"|(?P<day>\d{{1,2}})\.?\s(?P<month>{'|'.join(_MONTHS)})(?:\s(?P<year>\d{{4}}))?"
    r"|(?P<number>\d+(?:[.,:]\d+)*(?:[-/]\d+(?:[./]\d+)*)*)",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")


class Difference(NamedTuple):
    """One place where two languages do not agree. `kind` is `structure`, `figures` or `kind`; `words` is the
    sentence in mk, sq and en."""

    path: str
    kind: str
    words: dict[str, str]


def parity(a: Act, b: Act) -> list[Difference]:
    """Every difference between two language versions, by unit, in order of print; empty when they agree."""
    result: list[Difference] = []
    if a.kind != b.kind:
        _say(
            result,
            "kind",
            "kind",
            "различен вид на актот",
            "lloj i ndryshëm i aktit",
            "different kind of act",
        )
    _figures(result, "preamble", a.preamble, b.preamble)
    _figures(result, "enacting", a.enacting, b.enacting)
    _figures(result, "title", a.title, b.title)
    _units(result, a.body, b.body, "")
    _figures(
        result,
        "closing",
        *(" ".join(" ".join(x) for x in act.closing.lines) if act.closing else "" for act in (a, b)),
    )
    _units(result, a.annexes, b.annexes, "")
    return result


def figures(text: str) -> Counter[str]:
    """The numbers, dates and amounts of a text in one spelling: `2026-10-13`, `1500`, `5/2002`."""
    return Counter(_spell(found) for found in _FIGURE.finditer(text))


def _spell(found: re.Match[str]) -> str:
    if found["d"]:
        return f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"
    if found["day"]:
        return f"{found['year'] or ''}-{_MONTHS[found['month'].lower()]:02}-{int(found['day']):02}"
    number = found["number"]
    if "/" in number or "-" in number:
        return number
    if _THOUSANDS.match(number):
        number = number.replace(".", "")
    whole, _, part = number.replace(",", ".").replace(":", ".").partition(".")
    return f"{whole}.{part}" if part.strip("0") else whole


def _units(result: list[Difference], a: tuple[Unit, ...], b: tuple[Unit, ...], above: str) -> None:
    for key, one, two in zip(keys(a), a, b, strict=False):
        path = f"{above}{STEP[one.kind]}:{key}"
        if one.kind != two.kind or one.num != two.num:
            _other(result, path, one, two)
            return
        if bool(one.heading) != bool(two.heading):
            _say(result, path, "structure",
                 "наслов има само на едниот јазик",
                 "titulli është vetëm në njërën gjuhë",
                 "the heading stands in one language only")  # fmt: skip
        _figures(result, path, *(f"{unit.heading} {unit.text} {' '.join(' '.join(row) for row in unit.rows)}"
                                 for unit in (one, two)))  # fmt: skip
        if [len(row) for row in one.rows] != [len(row) for row in two.rows]:
            _say(result, path, "structure", "табелата нема исти редови и колони",
                 "tabela nuk ka rreshta dhe kolona të njëjta",
                 "the table has other rows or columns")  # fmt: skip
        _units(result, one.children, two.children, path + "/")
    if len(a) != len(b):
        more = a[len(b) :] or b[len(a) :]
        longer = a if len(a) > len(b) else b
        key = keys(longer)[min(len(a), len(b))]
        size = len(more)
        _say(result, f"{above}{STEP[more[0].kind]}:{key}", "structure",
             f"стои само на едниот јазик (вкупно {size})", f"është vetëm në njërën gjuhë (gjithsej {size})",
             f"stands in one language only ({size} in all)")  # fmt: skip


def _other(result: list[Difference], path: str, one: Unit, two: Unit) -> None:
    names = [
        {lang: cite(f"{STEP[unit.kind]}:{unit.num}", lang) for lang in ("mk", "sq", "en")}
        for unit in (one, two)
    ]
    _say(result, path, "structure", f"на едниот јазик {names[0]['mk']}, на другиот {names[1]['mk']}",
         f"në njërën gjuhë {names[0]['sq']}, në tjetrën {names[1]['sq']}",
         f"{names[0]['en']} in one language, {names[1]['en']} in the other")  # fmt: skip


def _figures(result: list[Difference], path: str, one: str, two: str) -> None:
    a, b = figures(one), figures(two)
    if a != b:
        left, right = (", ".join(sorted((x - y).elements())) or "–" for x, y in ((a, b), (b, a)))
        _say(result, path, "figures", f"броевите не се исти: {left} наспроти {right}",
             f"numrat nuk janë të njëjtë: {left} kundrejt {right}",
             f"figures differ: {left} against {right}")  # fmt: skip


def _say(result: list[Difference], path: str, kind: str, mk: str, sq: str, en: str) -> None:
    said = {
        lang: f"{_capital(cite(path, lang))}: {text}." for lang, text in (("mk", mk), ("sq", sq), ("en", en))
    }
    result.append(Difference(path, kind, said))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
