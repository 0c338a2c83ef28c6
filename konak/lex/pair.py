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
    r"|(?P<number>\d+(?:[.,:]\d+)*(?:[-/]\d+(?:[./]\d+)*)*)"
    r"(?:\s?(?P<unit>%|процент\w*|отсто|për\s?qind\w*|денар\w*|ден\.|denar\w*|den\.|евр[ао]\w*|eur\w*|€))?",
    re.IGNORECASE,
)
_THOUSANDS = re.compile(r"\d{1,3}(?:\.\d{3})+(?:,\d+)?\Z")
_UNITS = {"%": "%", "про": "%", "отс": "%", "për": "%", "ден": " MKD", "den": " MKD", "евр": " EUR", "eur": " EUR",
          "€": " EUR"}  # fmt: skip
_WORD = re.compile(r"[^\W\d_]+")
_SPELLED = {form: number for number, forms in words.SPELLED.items() for form in forms.split()}
_MOST_ALIGNED = 2_000  # longer lists are compared by position alone


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
    """The numbers, dates, shares and amounts of a text in one spelling: `2026-10-13`, `1500 MKD`, `5%`,
    `5/2002`."""
    return Counter(_spell(found) for found in _FIGURE.finditer(text))


def _spell(found: re.Match[str]) -> str:
    if found["d"]:
        return f"{found['y']}-{int(found['m']):02}-{int(found['d']):02}"
    if found["day"]:
        return f"{found['year'] or ''}-{_MONTHS[found['month'].lower()]:02}-{int(found['day']):02}"
    number, unit = found["number"], _UNITS.get((found["unit"] or "")[:3].lower(), "")
    if "/" in number or "-" in number:
        return number + unit
    if _THOUSANDS.match(number):
        number = number.replace(".", "")
    whole, _, part = number.replace(",", ".").replace(":", ".").partition(".")
    return (f"{whole}.{part}" if part.strip("0") else whole) + unit


def in_words(text: str) -> Counter[str]:
    """The numbers from two on, plain and ordinal, that a text spells in words, in figures."""
    return Counter(str(_SPELLED[word]) for word in _WORD.findall(text.lower()) if word in _SPELLED)


def _units(result: list[Difference], a: tuple[Unit, ...], b: tuple[Unit, ...], above: str) -> None:
    """Units by position; where their kinds and numbers differ, those that stand in one language only are
    told and the others go on being compared."""
    names = [[f"{above}{STEP[u.kind]}:{key}" for key, u in zip(keys(units), units, strict=True)]
             for units in (a, b)]  # fmt: skip
    for i, i_end, j, j_end in _aligned(a, b):
        both = min(i_end - i, j_end - j)
        for place in range(both):
            one, two, path = a[i + place], b[j + place], names[0][i + place]
            if (one.kind, one.num) != (two.kind, two.num):
                _other(result, path, one, two)
            if one.kind == two.kind:
                _unit(result, one, two, path)
        if i_end - i > both:
            _alone(result, names[0][i + both], i_end - i - both)
        elif j_end - j > both:
            _alone(result, names[1][j + both], j_end - j - both)


def _aligned(a: tuple[Unit, ...], b: tuple[Unit, ...]) -> list[tuple[int, int, int, int]]:
    """Runs of units that belong together: by kind and number, counted ones of a list that is longer in one
    language by their figures too."""
    before, after = [(u.kind, u.num) for u in a], [(u.kind, u.num) for u in b]
    if before == after:
        return [(0, len(a), 0, len(b))]
    from difflib import SequenceMatcher

    left = [(*key, "" if u.num else _mark(u)) for key, u in zip(before, a, strict=True)]
    right = [(*key, "" if u.num else _mark(u)) for key, u in zip(after, b, strict=True)]
    if max(len(a), len(b)) > _MOST_ALIGNED:
        return [(0, len(a), 0, len(b))]
    return [run[1:] for run in SequenceMatcher(None, left, right, autojunk=False).get_opcodes()]


def _mark(unit: Unit) -> str:
    return " ".join(sorted(figures(unit.text).elements()))


def _unit(result: list[Difference], one: Unit, two: Unit, path: str) -> None:
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


def _alone(result: list[Difference], path: str, size: int) -> None:
    _say(result, path, "structure",
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
    if a != b and a + in_words(one) != b + in_words(two):
        mk, sq, en = (
            [_told(x - y, currencies) for x, y in ((a, b), (b, a))]
            for currencies in (("денари", "евра"), ("denarë", "euro"), ("denars", "euros"))
        )
        _say(result, path, "figures", f"броевите не се исти: {' наспроти '.join(mk)}",
             f"numrat nuk janë të njëjtë: {' kundrejt '.join(sq)}",
             f"figures differ: {' against '.join(en)}")  # fmt: skip


def _told(found: Counter[str], currencies: tuple[str, str]) -> str:
    denars, euros = currencies
    told = ", ".join(sorted(found.elements())) or "–"
    return told.replace("MKD", denars).replace("EUR", euros)


def _say(result: list[Difference], path: str, kind: str, mk: str, sq: str, en: str) -> None:
    said = {
        lang: f"{_capital(cite(path, lang))}: {text}." for lang, text in (("mk", mk), ("sq", sq), ("en", en))
    }
    result.append(Difference(path, kind, said))


def _capital(text: str) -> str:
    return text[:1].upper() + text[1:]
