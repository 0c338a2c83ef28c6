"""The tree of an act: what a legal text is made of, and how each unit of it is addressed.

An `Act` has its parts in the order of print: head, preamble (legal bases), enacting words, kind, title, body,
closing block, annexes. The body is a tree of `Unit`s. Everything is frozen: a change makes a new tree.
Addresses are paths such as `art:3/para:2/point:1/indent:2`; letters of numbers are Cyrillic in them.
"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from konak.lex import letters

KINDS = (
    "part", "chapter", "section", "article", "item", "tariff", "paragraph", "point", "sub", "indent", "table", "annex",
    "unread",
)  # fmt: skip
# How deep a kind stands: a unit closes every open unit of its own rank or a higher number.
RANK = {"annex": 0, "part": 1, "chapter": 2, "section": 3, "article": 4, "item": 4, "tariff": 4, "paragraph": 5,
        "table": 5, "unread": 5, "point": 6, "sub": 7, "indent": 8}  # fmt: skip
STEP = {"part": "part", "chapter": "chp", "section": "sec", "article": "art", "item": "item", "tariff": "tariff",
        "paragraph": "para", "point": "point", "sub": "sub", "indent": "indent", "table": "table",
        "annex": "annex", "unread": "unread"}  # fmt: skip


class Unreadable(ValueError):
    """A text too large to read, or an XML that is not an act of ours; the message says which."""


@dataclass(frozen=True, slots=True)
class Source:
    """Where a change comes from: the amending act as it is cited, its article, gazette and day."""

    act: str = ""
    article: str = ""
    gazette: str = ""
    day: date | None = None


@dataclass(frozen=True, slots=True)
class Unit:
    """One unit of a text.

    `num` is the number as addresses spell it (`5-а`, `II`, `б`), empty for units that are only counted.
    `label` is the printed label where it differs from the house style of the language (`Чл. 5`, `–`), else
    empty. `text` is the unit's own words, before its children; `rows` are a table's cells; `reason` says why
    an `unread` unit could not be read, `line` (not compared) where it stood, from 1. `sources` (not compared) are the
    changes that made its words what they are, oldest first.
    """

    kind: str
    num: str = ""
    heading: str = ""
    text: str = ""
    children: tuple["Unit", ...] = ()
    label: str = ""
    rows: tuple[tuple[str, ...], ...] = ()
    reason: str = ""
    line: int = field(default=0, compare=False)
    sources: tuple[Source, ...] = field(default=(), compare=False)


@dataclass(frozen=True, slots=True)
class Closing:
    """The closing block as printed, in lines of 1–2 cells (left: number, day, place; right: office, name).

    What the cells mean is read from them by `konak.lex.closing.facts`, so text and meaning cannot disagree.
    """

    lines: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Act:
    """A whole act in one language. `kind` is a code of `words.KINDS` or empty; `kind_text` is as printed."""

    lang: str
    kind: str = ""
    kind_text: str = ""
    title: str = ""
    preamble: str = ""
    enacting: str = ""
    head: tuple[str, ...] = ()
    body: tuple[Unit, ...] = ()
    closing: Closing | None = None
    annexes: tuple[Unit, ...] = ()

    @property
    def unread(self) -> tuple[Unit, ...]:
        """Every unit that could not be read, in order of print."""
        return tuple(unread(self.body)) + tuple(unread(self.annexes))


def unread(units: tuple[Unit, ...]) -> Iterator[Unit]:
    """What could not be read, of these units and all that they hold."""
    for unit in units:
        if unit.kind == "unread":
            yield unit
        yield from unread(unit.children)


def keys(units: tuple[Unit, ...]) -> list[str]:
    """The last step's key of each sibling: its number, else its position among siblings of its kind.

    Two siblings never share one: a second `Член 5` is `5x2`; a counted unit gives way to a numbered one.
    """
    if len(units) == 1:
        return [units[0].num or "1"]
    numbers = [unit.num for unit in units]
    if not any(numbers) and len({unit.kind for unit in units}) == 1:
        return [str(position) for position in range(1, len(units) + 1)]
    if "" not in numbers and len(set(numbers)) == len(numbers):
        return numbers
    taken = {(unit.kind, unit.num) for unit in units if unit.num}
    seen: dict[tuple[str, str], int] = {}
    counts: dict[str, int] = {}
    result = []
    for unit in units:
        position = counts[unit.kind] = counts.get(unit.kind, 0) + 1
        key = unit.num or str(position)
        if not unit.num and (unit.kind, key) in taken:
            key += "x0"
        times = seen[unit.kind, key] = seen.get((unit.kind, key), 0) + 1
        result.append(key if times == 1 else f"{key}x{times}")
    return result


def named(units: tuple[Unit, ...], above: str, used: dict[str, int]) -> Iterator[tuple[str, str, Unit]]:
    """(key, eId, unit) of siblings that stand under the eId `above` (empty at the top).

    The rule of eIds: the AKN element's step and the address number in ASCII (`5-а`, `5-a`, `5 – А` are all
    `art_5-a`), after the eId of the unit above. Articles and tariff numbers do not carry the part, chapter or
    section they stand in: moving one to another chapter, or renumbering the chapters, keeps its eId and
    those of all it holds. In an annex they do carry it, since their numbers begin anew there. A number that
    stands twice gets `x2`; `used` keeps the eIds of one act apart, each with the times it was wanted.
    """
    inside = f"{above}__" if above else ""
    inside_article = inside if above.startswith("annex_") else ""
    for key, unit in zip(keys(units), units, strict=True):
        kind = unit.kind
        before = inside_article if kind == "article" or kind == "tariff" else inside
        own = name = f"{before}{STEP[kind]}_{letters.to_latin(key)}"
        while name in used:
            used[own] += 1
            name = f"{own}x{used[own]}"
        used[name] = 1
        yield key, name, unit


def walk(act: Act) -> Iterator[tuple[str, str, Unit]]:
    """Every unit of body and annexes as (full path, eId, unit), in order of print."""
    used: dict[str, int] = {}

    def down(units: tuple[Unit, ...], path: str, above: str) -> Iterator[tuple[str, str, Unit]]:
        for key, name, unit in named(units, above, used):
            own = f"{path}{STEP[unit.kind]}:{key}"
            yield own, name, unit
            if unit.children:
                yield from down(unit.children, f"{own}/", name)

    yield from down(act.body, "", "")
    yield from down(act.annexes, "", "")


def short(path: str) -> str:
    """The path as people cite it: articles are numbered through an act, so chapters above are left out."""
    if path.startswith("annex:"):
        return path
    steps = path.split("/")
    return "/".join(
        steps[next((i for i, step in enumerate(steps) if step.startswith(("art:", "tariff:"))), 0) :]
    )


def eid(path: str) -> str:
    """The AKN eId and web anchor of a path: `art:5-а/para:2` → `art_5-a__para_2`, for all languages."""
    return letters.to_latin(short(path).replace(":", "_").replace("/", "__"))


def find(act: Act, path: str) -> Unit | None:
    """The unit at `path`, or None. Chapters above an article may be left out, and so may the one paragraph
    of an article that has only one (`art:4/indent:3`)."""
    units = act.body + act.annexes
    unit: Unit | None = None
    for step in path.split("/"):
        name, _, key = step.partition(":")
        unit = _child(units, name, key)
        if unit is None and len(paragraphs := [u for u in units if u.kind == "paragraph"]) == 1:
            unit = _child(paragraphs[0].children, name, key)
        if unit is None and name in ("art", "item", "tariff"):
            unit = next((u for up in units if (u := find_in(up, name, key))), None)
        if unit is None:
            return None
        units = unit.children
    return unit


def _child(units: tuple[Unit, ...], name: str, key: str) -> Unit | None:
    for own, unit in zip(keys(units), units, strict=True):
        if own == key and STEP[unit.kind] == name:
            return unit
    return None


def find_in(unit: Unit, name: str, key: str) -> Unit | None:
    """A unit of that step anywhere under a part, chapter or section."""
    if unit.kind not in ("part", "chapter", "section"):
        return None
    return _child(unit.children, name, key) or next(
        (found for child in unit.children if (found := find_in(child, name, key))), None
    )
