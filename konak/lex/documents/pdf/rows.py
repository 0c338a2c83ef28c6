"""Runs of letters on a page, gathered into rows from top to bottom."""

from typing import NamedTuple

WIDE = 1.6  # of the font's size: a gap that parts cells rather than words


class Run(NamedTuple):
    """Letters of one font in one place; lengths are points, `base` is the baseline above the page's foot,
    `word` the width of the first word."""

    left: float
    right: float
    base: float
    size: float
    text: str
    word: float


class Row(NamedTuple):
    """What stands on one baseline, as pieces parted by wide gaps; `cells` where it is a row of a ruled
    table."""

    base: float
    size: float
    pieces: tuple[Run, ...]
    cells: tuple[str, ...] = ()

    @property
    def left(self) -> float:
        return self.pieces[0].left

    @property
    def right(self) -> float:
        return self.pieces[-1].right

    @property
    def text(self) -> str:
        return "   ".join(piece.text for piece in self.pieces)


def rows(runs: list[Run]) -> list[Row]:
    """The rows of a page. Raised and lowered signs belong to the row they overlap."""
    ordered = sorted((run for run in runs if run.text.strip()), key=lambda run: -run.base)
    groups: list[list[Run]] = []
    for run in ordered:
        if groups and abs(groups[-1][0].base - run.base) < 0.4 * max(groups[-1][0].size, run.size):
            groups[-1].append(run)
        else:
            groups.append([run])
    return [row for group in groups if (row := _row(group)).pieces]


def _row(group: list[Run]) -> Row:
    group.sort(key=lambda run: run.left)
    pieces: list[Run] = []
    for run in group:
        before = pieces[-1] if pieces else None
        size = max(run.size, before.size if before else 0.0)
        if before is None or run.left - before.right > WIDE * size:
            pieces.append(run)
            continue
        glue = " " if run.left - before.right > 0.15 * size and not before.text.endswith(" ") else ""
        joined = before.text + glue + run.text
        pieces[-1] = before._replace(right=max(before.right, run.right), text=joined)
    widest = max(group, key=lambda run: len(run.text))
    return Row(widest.base, widest.size, tuple(piece._replace(text=piece.text.strip()) for piece in pieces))
