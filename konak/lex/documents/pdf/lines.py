"""Rows of print joined into the paragraphs they were broken from.

A row goes on in the next one when it is full (the next row's first word would not have fitted), the rows stand
close, and the next is neither set in like a beginning nor opens with the label of a unit.
"""

import re
from collections import Counter
from itertools import pairwise

from konak.lex.documents import tables
from konak.lex.documents.pdf.columns import Block
from konak.lex.documents.pdf.rows import Row

_LABEL = re.compile(
    r"(?:\(\d{1,3}\)|\d{1,3}\)|\d{1,3}\.|[^\W\d_]{1,2}\)|[-–—•])(?=\s|\Z)|(?:Член|Neni|Ч л е н)\s\d"
)
_STOPS = ".;:!?"
_QUOTES = "“”\"'’"
_LOOSE = 1.35  # of the usual distance between rows: farther apart is another paragraph
_BROKEN = re.compile(r"[^\W\d_]{2,}-\Z")


def joined(blocks: list[Block], notes: Counter[str]) -> list[str]:
    """The lines of the text."""
    step = _usual_step(blocks)
    result: list[str] = []
    before: tuple[Block, Row] | None = None
    table: list[float] = []  # where the cells of the table above begin
    for block in blocks:
        for row in block.rows:
            if row.cells:
                result.extend(tables.rows([[[cell] for cell in row.cells]]))
                before, table = None, []
                continue
            if _cells(row, block, table):
                table = _row_of_table(row, table, result)
                before = None
                continue
            table = []
            if before and _goes_on(before, (block, row), step):
                _append(result, row.text, notes)
            else:
                result.append(row.text)
            before = block, row
    return result


def _usual_step(blocks: list[Block]) -> float:
    """The distance of two rows in one paragraph, in sizes of their font: the smallest that is not rare, for
    most rows may be paragraphs of their own."""
    steps = Counter(
        round((above.base - below.base) / above.size, 1)
        for block in blocks
        for above, below in pairwise(block.rows)
        if above.base - below.base > 0.9 * above.size and abs(above.size - below.size) < 0.5
    )
    return min((step for step, count in steps.items() if count >= max(2, 0.06 * steps.total())), default=1.3)


def _goes_on(before: tuple[Block, Row], now: tuple[Block, Row], step: float) -> bool:
    (block, above), (other, row) = before, now
    same = block is other
    if len(above.pieces) > 1 or len(row.pieces) > 1 or abs(above.size - row.size) > 0.15 * row.size:
        return False
    full = above.right + row.pieces[0].word + 0.5 * row.size > block.right
    if _BROKEN.search(above.text[-40:]) and row.text[:1].islower():
        full = True
    if not same and abs((block.right - block.left) - (other.right - other.left)) > 3 * row.size:
        return False
    if same and (above.base - row.base) / row.size > _LOOSE * step:
        return False
    if not full or _centred(above, block) or _centred(row, other):
        return False
    said = above.text.rstrip(_QUOTES)
    if _LABEL.match(row.text) and said.endswith(tuple(_STOPS + ",")):
        return False
    set_in = row.left - other.left > 0.8 * row.size
    hanging = _LABEL.match(above.text) and row.left > above.left
    began_in = above.left - block.left > 0.8 * row.size
    if set_in and not hanging and (said.endswith(tuple(_STOPS)) or not began_in):
        return False
    return same or not said.endswith(tuple(_STOPS)) or row.text[:1].islower()


def _centred(row: Row, block: Block) -> bool:
    left, right = row.left - block.left, block.right - row.right
    return left > 1.5 * row.size and abs(left - right) < max(0.25 * left, row.size)


def _append(result: list[str], text: str, notes: Counter[str]) -> None:
    """Join a row to the line above; a word broken with a hyphen becomes whole again."""
    if _BROKEN.search(result[-1][-40:]) and text[:1].islower():
        result[-1] = result[-1][:-1] + text
        notes["hyphens"] += 1
    else:
        result[-1] = f"{result[-1]} {text}"


def _cells(row: Row, block: Block, table: list[float]) -> bool:
    """Whether the row belongs to a table: three cells or more, or pieces under the cells of one."""
    if len(row.pieces) >= 3:
        return True
    near = row.size
    return (
        bool(table)
        and all(any(abs(p.left - at) < near for at in table) for p in row.pieces)
        and (len(row.pieces) > 1 or row.left - block.left > near)
    )


def _row_of_table(row: Row, table: list[float], result: list[str]) -> list[float]:
    """Write a row of a table. Pieces that leave the first cell empty go on with the row above."""
    if len(row.pieces) >= 3 and not (table and row.left - table[0] > row.size):
        result.append(" | ".join(piece.text for piece in row.pieces))
        return [piece.left for piece in row.pieces]
    cells = result[-1].split(" | ")
    for piece in row.pieces:
        at = min(range(len(table)), key=lambda i: abs(table[i] - piece.left))
        if at < len(cells):
            cells[at] = f"{cells[at]} {piece.text}"
    result[-1] = " | ".join(cells)
    return table
