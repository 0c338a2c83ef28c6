"""The closing block: number, date and place on the left; office, name and „с.р.“ on the right."""

import re
from datetime import date
from typing import NamedTuple

from konak.lex import words
from konak.lex.tree import Closing

_MONTH = "|".join(month for lang in ("mk", "sq") for month in words.MONTHS[lang])
_NUMBER = re.compile(r"(?:Број|Бр|Numër|Numri|Nr)\b\s*[.:]?\s*(?P<number>[\d_].{0,40})?\Z", re.IGNORECASE)
_DATE = re.compile(
    rf"(?:(?:Датум|Дата|Data|Më)\s*:?\s*)?(?:(?P<d>\d{{1,2}})\.\s?(?P<m>\d{{1,2}})\.\s?(?P<y>\d{{4}})"
    rf"|(?P<day>\d{{1,2}})\.?\s(?P<month>{_MONTH})\s(?P<year>\d{{4}})|_+\s?\.?\d{{4}})"
    r"\.?\s*(?:година|год\.|г\.|viti|vit)?\Z",
    re.IGNORECASE,
)
_NAME = re.compile(r"[^\W\d_][\w’'`.-]*(?: [^\W\d_][\w’'`.,-]*){0,6}\Z")
_OF = re.compile(r"(?:на|i|e|të|së) [^\W\d_]", re.IGNORECASE)
_CELLS = re.compile(r"\t+|\s{3,}")
_MOST_LINES = 14


class Facts(NamedTuple):
    """What a closing block says. Empty where it is silent; `day` None where no full date stands."""

    number: str = ""
    day: date | None = None
    place: str = ""
    office: str = ""
    signatory: str = ""
    own_hand: bool = False


def block(
    lang: str,
    *,
    number: str,
    day: str,
    place: str,
    office: tuple[str, ...],
    signatory: str,
    own_hand: bool = True,
) -> Closing:
    """The closing block in the house form, `office` as one or two printed lines, `day` as printed."""
    label = words.NUMBER.get(lang, words.NUMBER["sq"])
    name = f"{signatory} {words.MARKS.get(lang, words.MARKS['sq'])[0]}" if own_hand else signatory
    left, right = (f"{label} {number or '________'}", day, place), (*office, name)
    size = max(len(left), len(right))
    pairs = zip(left + ("",) * (size - len(left)), right + ("",) * (size - len(right)), strict=True)
    return Closing(tuple(pair if pair[1] else pair[:1] for pair in pairs))


def cells(raw: str, lang: str) -> tuple[str, ...]:
    """A raw line as one or two cells; a line set far to the right has an empty left cell. Wide gaps part
    cells only where each then means something."""
    parts = [" ".join(part.split()) for part in _CELLS.split(raw.rstrip())]
    if len(parts) == 2 and all(meaning(part, lang) for part in parts if part):
        return parts[0], parts[1]
    return (" ".join(raw.split()),)


def meaning(cell: str, lang: str) -> str:
    """`number`, `date`, `mark`, `office`, `name` or `place`; empty when a cell is none of them."""
    if not cell or len(cell) > 90:
        return ""
    low = cell.lower()
    if _NUMBER.match(cell):
        return "number"
    if _DATE.match(cell):
        return "date"
    if low.strip("()") in words.MARKS["mk"] + words.MARKS["sq"]:
        return "mark"
    ends_own = low.endswith(words.MARKS["mk"] + words.MARKS["sq"])
    if cell[-1] in ".;:,!?“" and not ends_own:
        return ""
    office = low.startswith(words.OFFICES["mk"] + words.OFFICES["sq"]) or _OF.match(cell)
    if office and not any(map(str.isdigit, cell)):
        return "office"
    if len(cell) > 60 or not _NAME.match(cell) or not cell[0].isupper():
        return ""
    spaced = all(len(part) == 1 for part in cell.split())
    return "name" if ends_own or (" " in cell and not spaced) else "place"


def locate(lines: list[str], first: int, ends: list[int], lang: str) -> tuple[int, int] | None:
    """Where the closing block stands in raw `lines` (first, one past last), looking back from each of `ends`
    and not above `first`. It must hold a number, a date or a mark, and an office."""
    for end in ends:
        if end <= first:
            continue
        begin, found, strong = end, set[str](), end
        while begin > first and end - begin < _MOST_LINES:
            kinds = [meaning(cell, lang) for cell in cells(lines[begin - 1], lang) if cell]
            if not kinds or not all(kinds):
                break
            begin -= 1
            found.update(kinds)
            if set(kinds) & {"number", "date", "office"}:
                strong = begin
        if strong < end and "office" in found and found & {"number", "date", "mark"}:
            return strong, end
    return None


def facts(closing: Closing | None, lang: str) -> Facts:
    """What the closing block says, read from its cells."""
    number = place = signatory = ""
    day: date | None = None
    office: list[str] = []
    own_hand = False
    for line in closing.lines if closing else ():
        for cell in line:
            kind = meaning(cell, lang)
            own_hand |= cell.lower().endswith(("с.р.", "d.v."))
            if kind == "number":
                match = _NUMBER.match(cell)
                number = ((match and match["number"]) or "").strip(" _")
            elif kind == "date":
                day = day or _day(cell)
            elif kind == "office":
                office.append(cell)
            elif kind == "name":
                signatory = re.sub(r"[\s,]*(?:с\.р\.|d\.v\.)\Z", "", cell, flags=re.IGNORECASE)
            elif kind == "place":
                place = place or cell
    return Facts(number, day, place, " ".join(office), signatory, own_hand)


def _day(cell: str) -> date | None:
    match = _DATE.match(cell)
    if not match:
        return None
    try:
        if match["d"]:
            return date(int(match["y"]), int(match["m"]), int(match["d"]))
        if match["day"]:
            month = match["month"].lower()
            names = words.MONTHS["mk"] if month in words.MONTHS["mk"] else words.MONTHS["sq"]
            return date(int(match["year"]), names.index(month) + 1, int(match["day"]))
    except ValueError:
        return None
    return None
