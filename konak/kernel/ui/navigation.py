"""The left column of the office: rooms an actor may enter, what waits in each, and what may be begun."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import Any, Protocol

from django.urls import reverse

from konak.kernel.errors import Text


class Reader(Protocol):
    """What the frame needs of an actor."""

    @property
    def roles(self) -> frozenset[str]: ...


@dataclass(frozen=True, kw_only=True)
class Room:
    """One line of the left column. `roles` empty: every signed-in person. `waiting` counts in one query."""

    label: Text
    url_name: str
    roles: frozenset[str] = frozenset()
    waiting: Callable[[Any], int] | None = None
    order: int = 50


@dataclass(frozen=True, kw_only=True)
class Beginning:
    """One line of „+ New“: a verb and where it is done."""

    label: Text
    url_name: str
    roles: frozenset[str] = frozenset()
    order: int = 50


@dataclass(frozen=True)
class Line:
    """A line as it is shown: address, how many wait, whether the reader is there now."""

    label: Text
    url: str
    waiting: int = 0
    here: bool = False


_rooms: dict[str, Room] = {}
_beginnings: dict[str, Beginning] = {}


def register(*entries: Room | Beginning) -> None:
    """Put lines on the frame, when a room gets ready; the same address again replaces the line."""
    for entry in entries:
        shelf: dict[str, Any] = _rooms if isinstance(entry, Room) else _beginnings
        shelf[entry.url_name] = entry


def rooms(actor: Reader, path: str) -> list[Line]:
    """Rooms this actor may enter; the longest address that `path` starts with is where they are."""
    lines = [
        Line(room.label, reverse(room.url_name), room.waiting(actor) if room.waiting else 0)
        for room in _open_to(actor, _rooms.values())
    ]
    here = max((line.url for line in lines if path.startswith(line.url)), key=len, default="")
    return [Line(line.label, line.url, line.waiting, line.url == here) for line in lines]


def beginnings(actor: Reader) -> list[Line]:
    """What this actor may begin."""
    return [Line(entry.label, reverse(entry.url_name)) for entry in _open_to(actor, _beginnings.values())]


def _open_to(actor: Reader, entries: Iterable[Any]) -> list[Any]:
    allowed = (entry for entry in entries if not entry.roles or entry.roles & actor.roles)
    return sorted(allowed, key=lambda entry: (entry.order, entry.url_name))
