"""Amending acts: where their sentences stand, as `mod`, and what they do, as `analysis/activeModifications`.

A sentence stands in the words of a unit. What it quotes on its own line becomes `quotedText` (its marks stay
in the text); a quotation over several lines becomes one `quotedStructure` with its marks as `startQuote` and
`endQuote`, in structure where the reader finds some that prints the same lines, else line by line. A sentence
whose words are not found in the act is told by its article alone. Each modification carries the operation in
the notation of `konak.lex.amend`, so that nothing is lost on the way back.
"""

import json
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from konak.lex import labels, tree
from konak.lex.tree import Act, Unit

if TYPE_CHECKING:
    from konak.lex.amend.operation import Operation

_OPEN = re.compile(r"[„“\"«]|’’|,,|''")
_CLOSE = re.compile(r"([“”\"»]|’’|'')([.;, ]*)\Z")
_TEXTUAL = {
    "replace_words": "substitution", "replace_end": "substitution", "replace_heading": "substitution",
    "replace": "replacement", "insert": "insertion", "insert_words_after": "insertion",
    "insert_words_before": "insertion", "delete_words": "repeal", "repeal": "repeal", "repeal_act": "repeal",
    "renumber": "renumbering",
}  # fmt: skip
_TIMED = {"in_force": ("forceMod", "entryIntoForce"), "applies_from": ("efficacyMod", "entryIntoEfficacy")}
_QUOTED = ("old", "new", "anchor", "content", "heading", "after")


class Amendment(Protocol):
    """What is needed of `konak.lex.amend.sentences.Sentence`."""

    @property
    def text(self) -> str: ...
    @property
    def operations(self) -> "Sequence[Operation]": ...
    @property
    def article(self) -> str: ...


class Quote(NamedTuple):
    """A quotation over several lines, without its marks. `apart` when it begins on a line of its own."""

    apart: bool
    opening: str
    lines: tuple[str, ...]
    closing: str
    tail: str


@dataclass(slots=True)
class Mod:
    """One sentence in the words of the unit `eid`, from `start` to `end`, and the lines it quotes."""

    number: int
    eid: str
    start: int
    end: int
    operations: "tuple[Operation, ...]"
    quote: Quote | None = None

    @property
    def name(self) -> str:
        return f"mod_{self.number}"

    def words(self) -> list[str]:
        """The words that the operations quote, longest first."""
        data = [operation.data() for operation in self.operations]
        found = {one.get(key) for one in data for key in _QUOTED}
        return sorted((word for word in found if isinstance(word, str) and word), key=lambda w: (-len(w), w))


@dataclass(slots=True)
class Mods:
    """All sentences of an act by the unit they stand in; `swallowed` are units whose words stand in a
    quotation of a sentence above them."""

    base: str
    by_unit: dict[str, list[Mod]] = field(default_factory=dict)
    swallowed: set[str] = field(default_factory=set)
    loose: list[tuple[str, "tuple[Operation, ...]"]] = field(default_factory=list)


def place(act: Act, amendments: Sequence[Amendment], base: str) -> Mods:
    """Where each amendment stands in the act. `base` is the FRBR address of the act that is amended."""
    mods = Mods(base)
    units = [(tree.short(path), eid, unit) for path, eid, unit in tree.walk(act)]
    number = 0
    for one in amendments:
        if not one.operations:
            continue
        held = [(eid, unit) for path, eid, unit in units if _under(path, one.article)]
        mod = _find(held, one, act.lang, mods)
        if mod is None:
            article = tree.eid(one.article) if one.article else "body"
            mods.loose.append((article, tuple(one.operations)))
            continue
        number += 1
        mod.number = number
        mods.by_unit.setdefault(mod.eid, []).append(mod)
    for found in mods.by_unit.values():
        found.sort(key=lambda mod: mod.start)
    return mods


def _under(path: str, article: str) -> bool:
    return not article or path == article or path.startswith(article + "/")


def _find(held: Sequence[tuple[str, Unit]], one: Amendment, lang: str, mods: Mods) -> Mod | None:
    sought = " ".join(one.text.split())
    for at, (eid, unit) in enumerate(held):
        if not unit.text or unit.rows or eid in mods.swallowed:
            continue
        taken = mods.by_unit.get(eid, ())
        start, rest = _start(unit, sought, lang)
        if start is None or any(start < mod.end and mod.start < start + 1 for mod in taken):
            continue
        if not rest:
            return Mod(0, eid, start, start + len(sought) - _label(unit, sought, lang), tuple(one.operations))
        following = _following(held[at + 1 :], rest, lang)
        quote = following and _quote(unit.text[start:], [line for _, line in following])
        if following and quote and not unit.children:
            mods.swallowed.update(own for own, _ in following)
            return Mod(0, eid, start, len(unit.text), tuple(one.operations), quote)
    return None


def _label(unit: Unit, sought: str, lang: str) -> int:
    """How many signs of the sentence are the unit's own label."""
    label = labels.printed(unit.kind, unit.num, unit.label, lang)
    return len(label) + 1 if label and sought.startswith(f"{label} {unit.text[:20]}") else 0


def _start(unit: Unit, sought: str, lang: str) -> tuple[int | None, str]:
    """Where the sentence begins in the unit's words, and what of it is left when they end."""
    sought = sought[_label(unit, sought, lang) :]
    if (start := unit.text.find(sought)) >= 0:
        return start, ""
    start = unit.text.find(sought[:20])
    while start >= 0:
        own = unit.text[start:]
        if sought.startswith(own) and sought[len(own) : len(own) + 1] == " ":
            return start, sought[len(own) + 1 :]
        start = unit.text.find(sought[:20], start + 1)
    return None, ""


def _following(held: Sequence[tuple[str, Unit]], rest: str, lang: str) -> list[tuple[str, str]]:
    """The units after the first whose words, a line each, are the `rest` of a sentence; empty if none are."""
    found: list[tuple[str, str]] = []
    for eid, unit in held:
        if unit.kind != "paragraph" or unit.children or unit.num:
            return []
        found.append((eid, unit.text))
        if unit.text.startswith(rest) and not unit.text[len(rest) :].strip(".;, "):
            return found
        if not rest.startswith(unit.text):
            return []
        rest = rest[len(unit.text) :].lstrip()
    return []


def _quote(first: str, following: list[str]) -> Quote | None:
    """The quotation that begins at the end of `first` or on the line below, and ends with the last line."""
    end = _CLOSE.search(following[-1])
    colon = first.rfind(":")
    inline = _OPEN.match(first, colon + 2) if colon >= 0 and first[colon + 1 : colon + 2] == " " else None
    begin = inline or _OPEN.match(following[0])
    if end is None or begin is None or (inline is None and first[-1] != ":"):
        return None
    lines = [first[begin.end() :], *following] if inline else [following[0][begin.end() :], *following[1:]]
    if len(lines) == 1 or any(not line for line in lines):
        return None
    lines[-1] = lines[-1][: -len(end[0])]
    return Quote(inline is None, begin[0], tuple(lines), end[1], end[2]) if lines[-1] else None


def structure(quote: Quote, lang: str) -> tuple[Unit, ...]:
    """The units of a quotation when they print exactly its lines, else none."""
    from konak.lex.reader import read

    act = read("\n".join(quote.lines), lang)
    if act.unread or act.kind or act.preamble or act.closing or act.annexes or act.title or act.head:
        return ()
    return act.body if printed(act.body, lang) == quote.lines else ()


def printed(units: tuple[Unit, ...], lang: str) -> tuple[str, ...]:
    """The lines that units print."""
    from konak.lex.writer import write

    return tuple(line for line in write(Act(lang, body=units)).splitlines() if line)


def modifications(mods: Mods) -> Iterator[tuple[str, str, "Operation"]]:
    """(element of the analysis, eId of the source, operation), in order of print."""
    for found in mods.by_unit.values():
        for mod in found:
            for operation in mod.operations:
                yield _TIMED.get(operation.op, ("textualMod", ""))[0], mod.name, operation
    for article, operations in mods.loose:
        for operation in operations:
            yield _TIMED.get(operation.op, ("textualMod", ""))[0], article, operation


def kind_of(operation: "Operation") -> str:
    """The type of a modification as Akoma Ntoso names it."""
    return _TIMED[operation.op][1] if operation.op in _TIMED else _TEXTUAL[operation.op]


def destination(operation: "Operation", base: str) -> tuple[str, str]:
    """(address, position) of what is modified: `…#art_5`, `after`."""
    word, _, path = operation.target.rpartition(" ")
    where = "" if path in ("act", "") else "#" + tree.eid(path).replace("*", "all")
    return f"{base}{where}", word if word in ("before", "after", "end") else ""


def as_json(operation: "Operation") -> str:
    return json.dumps(operation.data(), ensure_ascii=False, sort_keys=False)


def from_json(text: str) -> "Operation":
    from konak.lex.amend import operation

    data: dict[str, Any] = json.loads(text)
    return operation(data)
