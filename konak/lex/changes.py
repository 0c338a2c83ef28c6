"""What changed between two texts of one act: unit by unit, inside a unit word by word."""

import re
from collections.abc import Iterator
from typing import NamedTuple

from konak.lex import labels
from konak.lex.tree import STEP, Act, Unit, keys

_WORDS = re.compile(r"\s+|[^\s\w]+|\w+")
_MOST = 3_000  # words compared one by one; longer texts are shown as replaced

Run = tuple[str, str]


class Change(NamedTuple):
    """A unit that differs. `kind` is `changed`, `added` or `removed`; `runs` are (sign, text) with `=-+`."""

    path: str
    kind: str
    runs: tuple[Run, ...]


def diff(old: Act, new: Act) -> list[Change]:
    """Every difference in order of print; paths are of the new text, of the old one where a unit is gone."""
    result: list[Change] = []
    for name, before, after in (
        ("head", "\n".join(old.head), "\n".join(new.head)),
        ("preamble", old.preamble, new.preamble),
        ("enacting", old.enacting, new.enacting),
        ("kind", old.kind_text, new.kind_text),
        ("title", old.title, new.title),
    ):
        _text(result, name, before, after)
    lang = new.lang
    _units(result, old.body, new.body, "", lang)
    _text(result, "closing", *("\n".join("  ".join(line) for line in act.closing.lines) if act.closing else ""
                               for act in (old, new)))  # fmt: skip
    _units(result, old.annexes, new.annexes, "", lang)
    return result


def _text(result: list[Change], path: str, before: str, after: str) -> None:
    if before != after:
        kind = "changed" if before and after else "added" if after else "removed"
        result.append(Change(path, kind, tuple(runs(before, after))))


def runs(before: str, after: str) -> list[Run]:
    """The words of two texts as runs that stay (`=`), go (`-`) and come (`+`)."""
    if not before or not after:
        return [("-", before)] if before else [("+", after)] if after else []
    from difflib import SequenceMatcher

    a, b = _WORDS.findall(before), _WORDS.findall(after)
    if len(a) > _MOST or len(b) > _MOST:
        return [("-", before), ("+", after)]
    result: list[Run] = []
    for op, a1, a2, b1, b2 in SequenceMatcher(None, a, b, autojunk=False).get_opcodes():
        if op == "equal":
            result.append(("=", "".join(a[a1:a2])))
            continue
        if a2 > a1:
            result.append(("-", "".join(a[a1:a2])))
        if b2 > b1:
            result.append(("+", "".join(b[b1:b2])))
    return result


def _units(result: list[Change], old: tuple[Unit, ...], new: tuple[Unit, ...], above: str, lang: str) -> None:
    if old == new:
        return
    old_paths = [f"{above}{STEP[u.kind]}:{key}" for key, u in zip(keys(old), old, strict=True)]
    new_paths = [f"{above}{STEP[u.kind]}:{key}" for key, u in zip(keys(new), new, strict=True)]
    for i, j in _pairs(old, new, old_paths, new_paths):
        if i is None and j is not None:
            result.append(Change(new_paths[j], "added", (("+", words_of(new[j], lang)),)))
        elif j is None and i is not None:
            result.append(Change(old_paths[i], "removed", (("-", words_of(old[i], lang)),)))
        elif i is not None and j is not None and old[i] != new[j]:
            _unit(result, old[i], new[j], new_paths[j], lang)


def _unit(result: list[Change], old: Unit, new: Unit, path: str, lang: str) -> None:
    _text(result, f"{path}/heading", old.heading, new.heading)
    if (old.text, old.rows, old.num) != (new.text, new.rows, new.num):
        _text(result, path, _own(old, lang), _own(new, lang))
    _units(result, old.children, new.children, path + "/", lang)


def _own(unit: Unit, lang: str) -> str:
    if unit.rows:
        return "\n".join(" | ".join(row) for row in unit.rows)
    return (
        f"{labels.printed(unit.kind, unit.num, unit.label, lang)} {unit.text}".strip()
        if unit.num
        else unit.text
    )


def words_of(unit: Unit, lang: str) -> str:
    """All words of a unit and of what it holds, a line each."""
    own = [unit.heading, labels.printed(unit.kind, unit.num, unit.label, lang)]
    lines = (
        [*own, unit.text]
        if unit.kind in ("article", "tariff", "part", "chapter", "section", "annex")
        else [_own(unit, lang)]
    )
    return "\n".join([line for line in lines if line] + [words_of(child, lang) for child in unit.children])


def _pairs(
    old: tuple[Unit, ...], new: tuple[Unit, ...], old_paths: list[str], new_paths: list[str]
) -> Iterator[tuple[int | None, int | None]]:
    """Which unit became which: equal ones at both ends, then by number, counted ones by their words."""
    first, a, b = 0, len(old), len(new)
    while first < min(a, b) and old[first] == new[first]:
        first += 1
    while a > first and b > first and old[a - 1] == new[b - 1]:
        a, b = a - 1, b - 1
    if all(unit.num for unit in (*old[first:a], *new[first:b])):
        yield from _by_number(old_paths, new_paths, first, a, b)
        return
    from difflib import SequenceMatcher

    before = [(u.kind, u.num, u.text) for u in old[first:a]]
    after = [(u.kind, u.num, u.text) for u in new[first:b]]
    for _, a1, a2, b1, b2 in SequenceMatcher(None, before, after, autojunk=False).get_opcodes():
        same = 0
        while same < min(a2 - a1, b2 - b1) and before[a1 + same][0] == after[b1 + same][0]:
            yield first + a1 + same, first + b1 + same
            same += 1
        yield from ((first + i, None) for i in range(a1 + same, a2))
        yield from ((None, first + j) for j in range(b1 + same, b2))


def _by_number(
    old_paths: list[str], new_paths: list[str], first: int, a: int, b: int
) -> Iterator[tuple[int | None, int | None]]:
    places = {old_paths[i]: i for i in range(first, a)}
    kept = {new_paths[j] for j in range(first, b)}
    i = first
    for j in range(first, b):
        at = places.get(new_paths[j])
        while at is not None and i < at:
            if old_paths[i] not in kept:
                yield i, None
            i += 1
        yield at, j
        i = max(i, at + 1) if at is not None else i
    yield from ((rest, None) for rest in range(i, a) if old_paths[rest] not in kept)
