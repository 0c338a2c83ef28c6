"""The consolidated text of a base act and the texts that amend it, for the command `konak lex apply`.

What a text alone tells of its day: the date in the closing block of the amending act, taken for the day of
its publication too, plus what its own clause says („осмиот ден од денот на објавувањето“). An amending text
without a date or such a clause is taken to be in force, and this is told.
"""

import json
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from typing import Any

from konak.lex import closing
from konak.lex.amend import Malformed, Operation, apply, operation
from konak.lex.reader import read
from konak.lex.timeline import force_day
from konak.lex.tree import Act, Source
from konak.lex.writer import write


@dataclass(slots=True)
class Consolidated:
    """The text, what of the amendments could not be read or applied, and what is worth knowing."""

    text: str = ""
    problems: list[str] = field(default_factory=list)
    notes: list[str] = field(default_factory=list)


def consolidate(base: Act, amending: Sequence[tuple[str, str]], on: date | None = None) -> Consolidated:
    """The text of `base` with what (name, text) of `amending` say, in their order. A name that ends in
    `.json` holds a list of operations, or of the objects that `konak lex amendments --json` prints; every
    other the text of an amending act or bare sentences in the language of `base`. With `on` amendments not
    in force on that day are left out. The closing block of the base is not printed: it signs another text."""
    result = Consolidated()
    act = base
    for name, text in amending:
        operations, given = _operations(name, text, base.lang, result)
        if on is not None and not _in_force(name, operations, given, on, result):
            continue
        done = apply(act, operations, _source(given), given)
        act = done.act
        for one in done.refused:
            result.problems.append(f"{name}: {one.words[base.lang]} ({one.reason}) {_shown(one.operation)}")
        for stale in done.stale:
            result.notes.append(f"{name}: {stale.path}: „{stale.words}“ → {stale.meant} ({stale.reason})")
    result.text = write(replace(act, closing=None))
    return result


def _operations(name: str, text: str, lang: str, result: Consolidated) -> tuple[list[Operation], Act | None]:
    """The operations of an amending text and, where it is a whole act, the act."""
    if name.endswith(".json"):
        return _from_json(name, text, result), None
    from konak.lex.amend import sentences

    found: list[Operation] = []
    for sentence in sentences.read(text, lang):
        if sentence.unread is not None:
            result.problems.append(f"{name}: {sentence.unread}: {sentence.text}")
        found += sentence.operations
    if not found and not result.problems:
        result.problems.append(f"{name}: no operations")
    return found, read(text, lang)


def _from_json(name: str, text: str, result: Consolidated) -> list[Operation]:
    try:
        data = json.loads(text)
    except (ValueError, RecursionError) as fault:
        result.problems.append(f"{name}: {fault}")
        return []
    if not isinstance(data, list):
        result.problems.append(f"{name}: not a list")
        return []
    found: list[Operation] = []
    for one in data:
        found += _told(name, one, result)
    if not found and not result.problems:
        result.problems.append(f"{name}: no operations")
    return found


def _told(name: str, data: Any, result: Consolidated) -> list[Operation]:
    """The operations of one object: itself one, or a sentence with its operations."""
    if not isinstance(data, dict):
        result.problems.append(f"{name}: {_shown(data)}: not an operation")
        return []
    if "operations" in data:
        if data.get("unread"):
            result.problems.append(f"{name}: {data['unread']}: {data.get('text', '')}")
        inner = data["operations"] if isinstance(data["operations"], list) else [data["operations"]]
        return [one for each in inner for one in _told(name, each, result)]
    try:
        return [operation(data)]
    except Malformed as fault:
        result.problems.append(f"{name}: {fault}: {_shown(data)}")
        return []


def _shown(data: Any) -> str:
    return json.dumps(data.data() if isinstance(data, Operation) else data, ensure_ascii=False)


def _in_force(
    name: str, operations: list[Operation], given: Act | None, on: date, result: Consolidated
) -> bool:
    """Whether the amendment counts on that day."""
    signed = closing.facts(given.closing, given.lang).day if given else None
    since = force_day(operations, signed, signed)
    if since is None:
        result.notes.append(f"{name}: the text does not say since when it is in force; taken to be in force")
        return True
    if since > on:
        result.notes.append(f"{name}: in force from {since.isoformat()}; left out")
    return since <= on


def _source(given: Act | None) -> Source | None:
    if given is None:
        return None
    said = closing.facts(given.closing, given.lang)
    number = f" ({said.number})" if said.number else ""
    return Source(act=f"{given.kind_text} {given.title}{number}".strip(), day=said.day)
