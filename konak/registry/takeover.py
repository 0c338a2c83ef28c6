"""An old book from its file into the register, batch by batch, for the worker and the command."""

from collections import Counter
from collections.abc import Callable, Iterator
from typing import Any

from konak.kernel import files
from konak.kernel.clock import now
from konak.kernel.journal import SYSTEM
from konak.registry.actions import BATCH, import_rows
from konak.registry.models import OldBook
from konak.registry.oldbook import Entry, Mapping, Table, decoded, entries, read


def table_of(old: OldBook) -> Table:
    """The table in the file of an old book."""
    return read(files.open(old.file), old.file.name)


def stored(content: bytes, name: str) -> files.Blob:
    """The file as it is kept: a CSV of an old program in UTF-8, everything else byte by byte."""
    kept = content if content.startswith(b"PK") else decoded(content).encode()
    return files.store(kept, name=name)


def run(pk: int, table: Table | None = None, told: Callable[[OldBook], Any] = lambda old: None) -> OldBook:
    """Enter the rows that are not done; whoever stopped in the middle goes on there. `told` after each batch."""
    old = OldBook.objects.select_related("file").get(pk=pk)
    if old.state != "running":
        return old
    rows = (table or table_of(old)).rows
    judged = list(entries(Mapping(old.mapping), rows, old.year))[old.done :]
    for start in range(0, len(judged), BATCH):
        old = import_rows(SYSTEM, old, judged[start : start + BATCH], at=now())
        told(old)
    return old


def likely_year(mapping: Mapping, table: Table) -> int | None:
    """The year most of the rows are of."""
    return next((year for year, _count in Counter(_years(mapping, table)).most_common(1)), None)


def _years(mapping: Mapping, table: Table) -> Iterator[int]:
    for year in {int(text) for text in _four_digits(mapping, table)}:
        good = sum(isinstance(said, Entry) for *_row, said in entries(mapping, table.rows[:500], year))
        yield from [year] * good


def _four_digits(mapping: Mapping, table: Table) -> Iterator[str]:
    at = mapping.columns.get("received_on")
    if at is None:
        return
    for _row, cells in table.rows[:500]:
        yield from (
            part for part in cells[at].replace("-", ".").split(".") if len(part) == 4 and part.isdecimal()
        )
