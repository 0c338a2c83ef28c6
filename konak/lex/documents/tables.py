"""Tables as lines: rows of cells parted by bars; tables without borders are only a way to set text."""

from collections import Counter
from collections.abc import Iterator
from itertools import zip_longest

from konak.lex.documents.document import guess

_COLUMN = 44
_LONG = 90  # characters; a paragraph longer than this is text, not the entry of a table
_RUNNING = 4  # so many lines in one cell are text, not an entry


def rows(cells: list[list[list[str]]]) -> Iterator[str]:
    """Each row a line `a | b`; a row that begins or ends with an empty cell, or has only one, stands between
    outer bars. `cells` are rows of cells of lines."""
    for row in cells:
        texts = [" ".join(" ".join(cell).split()) for cell in row]
        if not any(texts):
            continue
        line = " | ".join(texts)
        yield line if len(texts) > 1 and texts[0] and texts[-1] else f"| {line} |"


def set_out(cells: list[list[list[str]]]) -> list[str] | None:
    """The lines of a borderless table that sets short pieces side by side, as a closing block does; None when
    it is something else."""
    if any(len(row) > 3 for row in cells):
        return None
    if any(len(line) > _LONG for row in cells for cell in row for line in cell):
        return None
    lines = []
    for row in cells:
        filled = [cell for cell in row if any(cell)] if len(row) > 2 else row
        if len(filled) > 2:
            return None
        for parts in zip_longest(*filled, fillvalue=""):
            left, right = (*parts, "")[:2]
            lines.append(f"{left:<{_COLUMN}}   {right}".rstrip() if right else left)
    return lines


def columns(cells: list[list[list[str]]]) -> list[list[str]] | None:
    """The columns of a borderless table of running text, each as its lines; None when it is none."""
    width = max(map(len, cells), default=0)
    running = any(
        len(cell) > _RUNNING or any(len(line) > _LONG for line in cell) for row in cells for cell in row
    )
    if width > 2 or not running:
        return None
    return [[line for row in cells if at < len(row) for line in row[at]] for at in range(width)]


def language(lines: list[str]) -> str:
    """The language of a column."""
    return guess("\n".join(lines))


def lines(cells: list[list[list[str]]], lined: bool, lang: str | None, notes: Counter[str]) -> Iterator[str]:
    """The lines of a table. Only tables with borders (`lined`) are surely tables; of two columns in two
    languages, `lang` keeps one."""
    if lined:
        yield from rows(cells)
    elif (set_ := set_out(cells)) is not None:
        yield from set_
    elif (texts := columns(cells)) is not None:
        notes["side_by_side"] += 1
        if lang and {"mk", "sq"} == {language(text) for text in texts if text}:
            notes["other_language"] += 1
            texts = [text for text in texts if language(text) == lang]
        for text in texts:
            yield from text
            yield ""
    else:
        yield from rows(cells)
