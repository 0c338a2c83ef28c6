"""Which column is what, and a row as an entry, or all that is wrong with it.

Problems are codes with the column they are about; the room says them in the reader's language.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from collections.abc import Mapping as MappingOf
from dataclasses import dataclass, field
from datetime import date

from konak.kernel.i18n import fold, parse_day

FIELDS = (
    *("number", "prefix", "basic", "sub", "received_on", "subject", "party", "direction", "sender_number"),
    *("sender_date", "unit", "closed_on", "mark", "remark"),
)
# how columns are called in books we saw; folded, the first that fits is taken
_CALLED: dict[str, tuple[str, ...]] = {
    "basic": ("основен број", "numri themelor", "osnoven broj"),
    "sub": ("подброј", "nënnumri", "podbroj"),
    "sender_number": (
        "број на испраќачот",
        "број и датум на испраќачот",
        "numri i dërguesit",
        "надворешен број",
    ),
    "sender_date": ("датум на испраќачот", "data e dërguesit"),
    "closed_on": ("развод датум", "датум на развод", "разведено на", "arkivimi data", "data e arkivimit"),
    "mark": ("развод ознака", "архивски знак", "ознака", "знак", "shenja arkivore", "arkivimi shenja"),
    "received_on": ("датум на прием", "примено на", "датум", "ден", "pranuar më", "data e pranimit", "data"),
    "subject": ("предмет", "кратка содржина", "содржина", "опис", "lënda", "përmbajtja"),
    "party": (
        "испраќач или примач",
        "испраќач",
        "примач",
        "странка",
        "dërguesi ose marrësi",
        "dërguesi",
        "pala",
    ),
    "direction": ("насока", "вид", "drejtimi"),
    "unit": ("организациска единица", "одделение", "орг единица", "njësia organizative", "njësia"),
    "remark": ("забелешка", "забелешки", "vërejtje", "vërejtja"),
    "prefix": ("префикс", "класификација", "prefiksi"),
    "number": ("деловоден број", "број", "бр", "numri i protokollit", "numri", "nr"),
}
_DIRECTIONS = {
    "incoming": ("влезен", "влез", "влезно", "hyrëse", "hyrje", "in", "incoming"),
    "outgoing": ("излезен", "излез", "излезно", "dalëse", "dalje", "out", "outgoing"),
    "internal": ("внатрешен", "интерно", "интерен", "e brendshme", "internal"),
}
_NUMBER = re.compile(r"(?:(?P<prefix>\d{2,4}|УП\d)\s*[-–]\s*)?(?P<basic>\d{1,7})(?:\s*/\s*(?P<sub>\d{1,5}))?")
_BOTH = re.compile(r"(?P<number>.*?)[\s,/од]*(?P<day>\d{1,2}\.\s?\d{1,2}\.\s?\d{4})\s*(?:г\.?|год\.?)?")
_ISO = re.compile(r"(\d{4})-(\d{2})-(\d{2})(?:[T ].*)?")
_MARK = re.compile(r"\b(\d{4})\b")
LONGEST = {"subject": 4000, "party": 200, "sender_number": 60, "remark": 4000}


@dataclass(frozen=True)
class Entry:
    """A row of an old book; `row` is its number in the file, days may be unknown."""

    row: int
    prefix: str
    basic: int
    sub: int
    subject: str
    party: str
    direction: str
    received_on: date
    sender_number: str
    sender_date: date | None
    unit: str
    closed_on: date | None
    mark: str
    remark: str


@dataclass(frozen=True)
class Problem:
    """What is wrong in a row: a code, the field it is about, and what stands there."""

    code: str
    field: str
    value: str = ""


@dataclass(frozen=True)
class Mapping:
    """{field: index of its column}; what a book does not have is not there."""

    columns: MappingOf[str, int] = field(default_factory=dict)

    @property
    def missing(self) -> list[str]:
        """Without these no row is an entry."""
        numbered = "number" in self.columns or "basic" in self.columns
        needed = [name for name in ("received_on", "subject") if name not in self.columns]
        return ([] if numbered else ["number"]) + needed

    def entry(self, row: int, cells: Sequence[str], year: int) -> "Entry | list[Problem]":
        """The row as an entry of the year's book, or everything that is wrong with it."""
        said = {name: _bare(cells[at]) for name, at in self.columns.items() if at < len(cells)}
        if "sender_date" not in said and (both := _BOTH.fullmatch(said.get("sender_number", ""))):
            said["sender_number"], said["sender_date"] = both["number"], both["day"]
        wrong: list[Problem] = []
        prefix, basic, sub = _numbers(said, wrong)
        received = _day(said, "received_on", wrong, needed=True)
        if received and received.year != year:
            wrong.append(Problem("other_year", "received_on", said["received_on"]))
        subject = said.get("subject", "")
        if not subject:
            wrong.append(Problem("empty", "subject"))
        for name, most in LONGEST.items():
            if len(said.get(name, "")) > most:
                wrong.append(Problem("too_long", name, str(most)))
        closed = _day(said, "closed_on", wrong)
        if closed and received and closed < received:
            wrong.append(Problem("closed_before", "closed_on", said["closed_on"]))
        sent = _day(said, "sender_date", wrong)
        if wrong or received is None:
            return wrong
        mark = _MARK.search(said.get("mark", ""))
        return Entry(
            row=row,
            prefix=prefix,
            basic=basic,
            sub=sub,
            subject=subject,
            party=said.get("party", ""),
            direction=_direction(said.get("direction", "")),
            received_on=received,
            sender_number=said.get("sender_number", ""),
            sender_date=sent,
            unit=said.get("unit", ""),
            closed_on=closed,
            mark=mark[1] if mark else "",
            remark=said.get("remark", ""),
        )


Row = tuple[int, Sequence[str], Entry | list[Problem]]


def entries(mapping: Mapping, rows: Iterable[tuple[int, Sequence[str]]], year: int) -> Iterator[Row]:
    """Each row with its entry or its problems. Where the basic number is left out, that of the row above is meant."""
    name = "number" if "number" in mapping.columns else "basic"
    at, above = mapping.columns.get(name, -1), ""
    for number, cells in rows:
        if 0 <= at < len(cells):
            if not cells[at] and above and "sub" in mapping.columns:
                cells = (*cells[:at], above, *cells[at + 1 :])
            above = cells[at].partition("/")[0] or above
        yield number, cells, mapping.entry(number, cells, year)


def guess(head: Iterable[str]) -> Mapping:
    """What the columns are, by their names; each column is one thing, each thing one column."""
    called = [" ".join("".join(s if s.isalnum() else " " for s in fold(cell)).split()) for cell in head]
    columns: dict[str, int] = {}
    for exact in (True, False):
        for name, words in _CALLED.items():
            if name in columns:
                continue
            for word in (fold(text) for text in words):
                at = next(
                    (
                        i
                        for i, cell in enumerate(called)
                        if i not in columns.values() and cell and (cell == word if exact else word in cell)
                    ),
                    None,
                )
                if at is not None:
                    columns[name] = at
                    break
    return Mapping(columns)


def _bare(cell: str) -> str:
    """A cell without the apostrophe that keeps a spreadsheet from reckoning with it."""
    return cell[1:].strip() if cell[:1] == "'" and cell[1:2] in tuple("=+-@") else cell.strip()


def _numbers(said: MappingOf[str, str], wrong: list[Problem]) -> tuple[str, int, int]:
    text = said.get("number") or said.get("basic", "")
    name = "number" if said.get("number") else "basic"
    found = _NUMBER.fullmatch(text)
    if not found:
        wrong.append(Problem("no_number" if text else "empty", name, text))
        return "", 0, 0
    sub = said.get("sub", "").lstrip("/").strip() or found["sub"] or "1"
    if not sub.isdecimal() or not 0 < int(sub) < 100_000:
        wrong.append(Problem("no_number", "sub", sub))
        sub = "1"
    if int(found["basic"]) == 0:
        wrong.append(Problem("no_number", name, text))
    return said.get("prefix") or found["prefix"] or "", int(found["basic"]), int(sub)


def _day(said: MappingOf[str, str], name: str, wrong: list[Problem], *, needed: bool = False) -> date | None:
    text = said.get(name, "")
    if not text:
        if needed:
            wrong.append(Problem("empty", name))
        return None
    if iso := _ISO.fullmatch(text):
        text = ".".join(reversed(iso.groups()))
    day = parse_day(text.removesuffix("г.").removesuffix("год.").strip())
    if day is None:
        wrong.append(Problem("no_day", name, text))
    return day


def _direction(text: str) -> str:
    word = fold(text)
    for code, words in _DIRECTIONS.items():
        if word in (fold(one) for one in words):
            return code
    return "incoming"
