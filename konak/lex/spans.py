"""Quotations that run over several lines: what stands in them is no part of the act's own structure."""

import re
from bisect import bisect_right

FAR = 200  # lines that one quotation may hold
_MARKS = '„“”"«»'
_MARK = re.compile(r"[„“”\"«»]|’’|,,|''")
_OPENS = re.compile(r"[„“\"«]|’’|,,|''")
_TOLD = re.compile(rf": ?(?:{_OPENS.pattern})")  # a quotation that follows a colon
_CLOSES = ("“", "”", '"', "»", "’’", "''")
_FIRST = frozenset("„“\"«’,'")
_TAIL = ".;, "
_BEFORE = " ([–—-/" + _MARKS


def quoted(lines: list[str], first: int) -> frozenset[int]:
    """Places of the lines inside a quotation that began on a line before (`„Член 5-а …“`), from `first` on.

    A quotation begins a line or follows a colon. It ends where as many marks have closed as have opened; if
    that is nowhere within `FAR` lines, at the first line that ends with a closing mark.
    """
    inside: set[int] = set()
    depths: dict[int, int] = {}
    ends: list[int] | None = None
    looks = 20 * len(lines) + 10 * FAR  # how often lines are looked at ahead, in all
    past = first
    for place in [at for at, line in enumerate(lines) if line[0] in _FIRST or ":" in line]:
        line = lines[place]
        begins = line[0] in _FIRST
        if place < past or not (begins or _TOLD.search(line)) or not (open_ := _opened(line)):
            continue
        if ends is None:
            ends = [i for i in range(first, len(lines)) if lines[i].rstrip(_TAIL).endswith(_CLOSES)]
        far = FAR if looks > 0 else 2
        last = _last(lines, place, open_, depths, far)
        looks -= (last or place + far) - place
        if last is None and begins:
            left = bisect_right(ends, place)
            last = ends[left] if left < len(ends) and ends[left] < place + FAR else None
        if last is not None:
            inside.update(range(place + 1, last + 1))
            past = last + 1
    return frozenset(inside)


def _opened(line: str) -> int:
    """How many quotations the line opens and leaves open, when the first of them begins it or follows a
    colon; else 0."""
    at = next((found.start() for found in _OPENS.finditer(line) if _begun(line, found.start())), None)
    return max(0, depth(line[at:])) if at is not None else 0


def _begun(line: str, at: int) -> bool:
    return at == 0 or line[at - 1] == ":" or line[at - 2 : at] == ": "


def depth(text: str) -> int:
    """Opened less closed marks. A mark after white space or another opening one opens, `„` always does."""
    total = 0
    for found in _MARK.finditer(text):
        mark, at = found[0], found.start()
        opens = mark in ("„", "«", ",,") or (
            mark not in ("”", "»") and (at == 0 or text[at - 1] in _BEFORE) and found.end() < len(text)
            and not text[found.end()].isspace()
        )  # fmt: skip
        if mark == ",," and not opens:
            continue
        total += 1 if opens else -1
    return total


def _last(lines: list[str], place: int, open_: int, depths: dict[int, int], far: int) -> int | None:
    """The line on which a quotation ends that leaves `open_` marks open on line `place`."""
    for at in range(place + 1, min(len(lines), place + far)):
        if at not in depths:
            depths[at] = depth(lines[at])
        open_ += depths[at]
        if open_ <= 0:
            return at if lines[at].rstrip(_TAIL).endswith(_CLOSES) else None
    return None
