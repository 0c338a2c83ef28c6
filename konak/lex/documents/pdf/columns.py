"""The order of reading: where a page has two columns, first the left one, then the right one."""

from collections import Counter
from statistics import median
from typing import NamedTuple

from konak.lex.documents.document import guess
from konak.lex.documents.pdf.rows import Row, Run

_FEWEST = 8  # rows with words on both sides of the gutter, before they are columns and no closing block
_FULL = 0.55  # of a column's width that its rows fill, before it is text and no table
_STEPS = 60


class Block(NamedTuple):
    """Rows that follow one another between two edges, in points."""

    rows: list[Row]
    left: float
    right: float


def in_order(pages: list[list[Row]], lang: str | None, notes: Counter[str]) -> list[Block]:
    """The blocks of all pages in the order of reading. Where left and right are in two languages, `lang`
    keeps one of them."""
    result: list[Block] = []
    for rows in pages:
        if not rows:
            continue
        left, right = min(row.left for row in rows), max(row.right for row in rows)
        gutter = _gutter(rows)
        if gutter is None:
            result.append(Block(rows, left, right))
            continue
        notes["columns"] += 1
        bands = _bands(rows, gutter)
        inner = max((row.right for one, two in bands if two for row in one), default=gutter)
        outer = min((row.left for _, two in bands for row in two), default=gutter)
        for one, two in bands:
            if not two:
                result.append(Block(one, left, right))
                continue
            told = [Block(one, left, inner), Block(two, outer, right)]
            if lang and {_language(block) for block in told} == {"mk", "sq"}:
                notes["other_language"] += 1
                told = [block for block in told if _language(block) == lang]
            result.extend(told)
    return result


def _language(block: Block) -> str:
    return guess("\n".join(row.text for row in block.rows))


def _gutter(rows: list[Row]) -> float | None:
    """Where the white stripe between two columns runs, None for a page without one."""
    left, right = min(row.left for row in rows), max(row.right for row in rows)
    best: tuple[int, float] = (0, 0.0)
    for step in range(_STEPS + 1):
        at = left + (right - left) * (0.3 + 0.4 * step / _STEPS)
        parted = [row for row in rows if _parted(row, at)]
        if len(parted) > best[0]:
            best = len(parted), at
    count, at = best
    if count < _FEWEST or count * 2 < sum(_crossed(row, at) for row in rows):
        return None
    near = [max(piece.right for piece in row.pieces if piece.right <= at) for row in rows if _parted(row, at)]
    far = [min(piece.left for piece in row.pieces if piece.left >= at) for row in rows if _parted(row, at)]
    filled = (median(near) - left) / max(at - left, 1.0)
    # A column of text begins at one line: most right-hand rows start together.
    starts = Counter(round(place / 3) for place in far)
    straight = starts.most_common(1)[0][1] * 2 >= len(far)
    return at if filled >= _FULL and straight else None


def _parted(row: Row, at: float) -> bool:
    """Whether the row has words on both sides and none across."""
    return not _crossed(row, at) and row.left < at < row.right


def _crossed(row: Row, at: float) -> bool:
    return any(piece.left < at < piece.right for piece in row.pieces)


def _bands(rows: list[Row], gutter: float) -> list[tuple[list[Row], list[Row]]]:
    """Stretches of rows as (left, right), or (all, none) where rows cross the gutter."""
    result: list[tuple[list[Row], list[Row]]] = []
    crossing: bool | None = None
    for row in rows:
        if _crossed(row, gutter) != crossing:
            crossing = _crossed(row, gutter)
            result.append(([], []))
        one, two = result[-1]
        if crossing:
            one.append(row)
            continue
        for side, pieces in ((one, _side(row, gutter, left=True)), (two, _side(row, gutter, left=False))):
            if pieces:
                side.append(Row(row.base, row.size, pieces))
    return [(one, two) if one else (two, []) for one, two in result]


def _side(row: Row, gutter: float, *, left: bool) -> tuple[Run, ...]:
    return tuple(piece for piece in row.pieces if (piece.right <= gutter) is left)
