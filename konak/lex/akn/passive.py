"""Consolidated acts: which act and article made a unit's words what they are, as `passiveModifications`."""

import json
from collections.abc import Mapping
from dataclasses import asdict, replace
from datetime import date
from typing import NamedTuple
from urllib.parse import quote

from konak.lex import tree
from konak.lex.tree import Act, Source, Unit


class Changed(NamedTuple):
    """A unit and one source of its words; `data` is the source in JSON."""

    eid: str
    href: str
    data: str


def changed(act: Act) -> list[Changed]:
    """Every unit that bears sources, once for each, oldest first."""
    if not _told(act):
        return []
    return [
        Changed(eid, _href(data), json.dumps(data, ensure_ascii=False))
        for _, eid, unit in tree.walk(act)
        for data in map(_data, unit.sources)
    ]


def _told(act: Act) -> bool:
    """Whether any unit bears sources."""
    waiting = [act.body, act.annexes]
    while waiting:
        for unit in waiting.pop():
            if unit.sources:
                return True
            if unit.children:
                waiting.append(unit.children)
    return False


def _data(source: Source) -> dict[str, str]:
    told = asdict(source)
    return {key: value.isoformat() if isinstance(value, date) else value or "" for key, value in told.items()}


def _href(data: Mapping[str, str]) -> str:
    """An address for a source that is known by its name: its words, escaped."""
    article = f"#{tree.eid(data['article'])}" if data.get("article") else ""
    return f"urn:konak:act:{quote(data.get('act', ''), safe='')}{article}"


def restored(act: Act, sources: Mapping[str, list[str]]) -> Act:
    """The act with the sources that its XML told, by eId."""
    if not sources:
        return act
    names = {id(unit): eid for _, eid, unit in tree.walk(act)}

    def down(unit: Unit) -> Unit:
        told = tuple(_source(text) for text in sources.get(names.get(id(unit), ""), ()))
        children = tuple(down(child) for child in unit.children)
        return replace(unit, children=children, sources=told)

    return replace(
        act, body=tuple(down(unit) for unit in act.body), annexes=tuple(down(unit) for unit in act.annexes)
    )


def _source(text: str) -> Source:
    data = json.loads(text)
    day = data.pop("day", "")
    return Source(**data, day=date.fromisoformat(day) if day else None)
