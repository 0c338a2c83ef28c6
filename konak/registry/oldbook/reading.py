"""XLSX and CSV as rows of text: the first row that names its columns is the head."""

import csv
import io
import zipfile
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Any

HEAD_WITHIN = 15  # rows: titles may stand above the head
WIDEST = 60


class NotATable(ValueError):
    """The file is neither XLSX nor CSV, or nothing stands in it."""


@dataclass(frozen=True)
class Table:
    """`rows` are (number of the row in the file, its cells); the cells are as many as `head` has."""

    head: tuple[str, ...]
    rows: list[tuple[int, tuple[str, ...]]]


def read(content: bytes, name: str) -> Table:
    """The table in a file. Raises `NotATable`."""
    lines = _xlsx(content) if content.startswith(b"PK\x03\x04") else _csv(content)
    found = [(number, cells) for number, cells in lines if any(cells)]
    if not found:
        raise NotATable(name)
    top = max(range(min(HEAD_WITHIN, len(found))), key=lambda at: (_named(found[at][1]), -at))
    head = found[top][1]
    width = len(head)
    rows = [(number, (*cells, *("",) * width)[:width]) for number, cells in found[top + 1 :]]
    return Table(head, rows)


def _named(cells: tuple[str, ...]) -> int:
    """How many cells of a row are words: a head names its columns, an entry has numbers and days."""
    return sum(1 for cell in cells if cell and not any(sign.isdigit() for sign in cell))


def _xlsx(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    from openpyxl import load_workbook

    try:
        book = load_workbook(io.BytesIO(content), read_only=True, data_only=True)
        sheet = book.worksheets[0]
        for number, row in enumerate(sheet.iter_rows(values_only=True, max_col=WIDEST), 1):
            yield number, _trimmed(tuple(_plain(value) for value in row))
    except (KeyError, ValueError, IndexError, zipfile.BadZipFile) as wrong:
        raise NotATable(str(wrong)) from wrong


def _csv(content: bytes) -> Iterator[tuple[int, tuple[str, ...]]]:
    text = decoded(content)
    if "\x00" in text:
        raise NotATable("not text")
    delimiter = max(";,\t", key=text[:20_000].count)
    try:
        for number, row in enumerate(csv.reader(io.StringIO(text), delimiter=delimiter), 1):
            yield number, _trimmed(tuple(cell.strip() for cell in row[:WIDEST]))
    except csv.Error as wrong:
        raise NotATable(str(wrong)) from wrong


def decoded(content: bytes) -> str:
    """Text as UTF-8, else as old programs here wrote it, windows-1251."""
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError:
        return content.decode("cp1251", errors="replace")


def _plain(value: Any) -> str:
    if value is None:
        return ""
    if isinstance(value, datetime | date):
        return f"{value:%d.%m.%Y}"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    return str(value).strip()


def _trimmed(cells: tuple[str, ...]) -> tuple[str, ...]:
    while cells and not cells[-1]:
        cells = cells[:-1]
    return cells
