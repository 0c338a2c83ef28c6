"""Quoted spans in every style that offices type, nested ones inside the outer.

Styles: `„ “`, `„ ”`, `“ ”`, `” ”`, `’’ ’’`, `‘‘ ’’`, `,, ''`, `,, “`, `« »`, `" "`, and mixtures. Most marks open
in one style and close in another, so a mark is read by its neighbours: with room before it and none behind it
opens, the other way round it closes. One pass, time linear in the text.
"""

import re
from typing import NamedTuple

_MARK = re.compile(r"„|“|”|«|»|\"|’’|‘‘|''|,,|``")
_OPENS = ("„", "«", ",,", "‘‘", "``")
_CLOSES = ("”", "»", "''", "’’")
_BEFORE = frozenset('([{„“”«"-–—/:')
_BEHIND = frozenset('.,;:!?)]}“”»"/')


class Span(NamedTuple):
    """An outermost quotation: `start` at its opening mark, `inner` and `until` bound its words, `end` is one
    past its closing mark. `closed` is false where the closing mark is missing; it then ends with its line."""

    start: int
    inner: int
    until: int
    end: int
    closed: bool


def spans(text: str, start: int = 0, end: int | None = None, far: int = 1_000_000) -> list[Span]:
    """The outermost quotations of `text` between two places, in order. One that is not closed within `far`
    characters is reported unclosed, and reading goes on with the line below it; after some of those a
    quotation must close on its own line, so that time stays linear."""
    stop = len(text) if end is None else end
    found: list[Span] = []
    place = start
    wrong = 0
    while (span := _next(text, place, stop, far, lines=wrong < _WRONG)) is not None:
        found.append(span)
        wrong += not span.closed
        place = span.end
    return found


_WRONG = 8  # so many missing marks, and no more is looked for far away


def _next(text: str, place: int, stop: int, far: int, *, lines: bool) -> Span | None:
    depth = first = inner = line = 0
    for found in _MARK.finditer(text, place, stop):
        opening = _opens(text, found, depth)
        if opening:
            if not depth:
                first, inner = found.start(), found.end()
                line = text.find("\n", first, stop)
                line = stop if line < 0 else line
            elif found.start() > line and not lines:
                break
            depth += 1
        elif depth:
            depth -= 1
            if not depth:
                return Span(first, inner, found.start(), found.end(), True)
        if depth and found.start() - first > far:
            break
    if not depth:
        return None
    return Span(first, inner, line, line, False)


def _opens(text: str, found: re.Match[str], depth: int) -> bool:
    before = text[found.start() - 1 : found.start()]
    behind = text[found.end() : found.end() + 1]
    mark = found[0]
    room_before = not before or before.isspace() or before in _BEFORE
    room_behind = not behind or behind.isspace() or behind in _BEHIND
    if mark == ",,":
        return room_before and bool(behind) and not behind.isspace()
    if mark in ("„", "«"):
        return not (depth and not room_before and room_behind and not _goes_on(text, found.end()))
    if room_before and not room_behind:
        return not (mark == "“" and depth and before and not before.isspace() and before not in "([{")
    if room_behind and not room_before:
        return False
    if not depth:
        return mark not in _CLOSES or room_before
    return mark in _OPENS


def _goes_on(text: str, place: int) -> bool:
    """Whether words of one sign stand here, as in `„;“`: the mark before them opens all the same."""
    return text[place : place + 1] in _BEHIND and text[place + 1 : place + 2] in ("“", "”", '"', "»")
