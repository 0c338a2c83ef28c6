"""An old book of 50,000 rows taken over, beside the same rows written bare: one INSERT a batch for each table.

The bare writing says what the database alone needs for as many cases, documents and entries of the journal.
"""

import csv
import io
from datetime import UTC, date, datetime, timedelta
from typing import Any

from bench.measure import Figure, loop, wall

ROWS, YEAR, BAD = 50_000, 2024, 33
AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
HEAD = ("Основен број", "Предмет", "Подброј", "Датум на прием", "Испраќач/примач", "Број на испраќачот",
        "Орг. единица", "Развод: датум", "Развод: ознака", "Забелешка")  # fmt: skip


def figures() -> list[Figure]:
    """Seconds for the whole book, for a batch, and for the same file brought again."""
    from konak.registry.actions import BATCH
    from konak.registry.oldbook import read
    from konak.registry.takeover import run

    content = book()
    start = wall()
    table = read(content, "kniga.csv")
    reading = wall() - start
    old = begun(content, len(table.rows))
    start = wall()
    done = run(old.pk, table)
    seconds = reading + wall() - start
    assert (done.entered, done.bad) == (ROWS - ROWS // BAD, ROWS // BAD)
    start = wall()
    again = run(begun(content, len(table.rows)).pk, table)
    repeated = wall() - start
    assert (again.entered, again.there) == (0, done.entered)
    bare = written_bare(done.entered)
    what = f"old book of {ROWS:,} rows, PostgreSQL"
    floor = f"fixed loop {loop():.2f} s; reading {reading:.1f} s; bare rows {bare:.1f} s"
    return [
        Figure(f"{what}: taken over", seconds, 300, "s", floor=floor),
        Figure(f"{what}: a deed of {BATCH} rows", seconds / (ROWS / BATCH), 3, "s"),
        Figure(f"{what}: brought once more, nothing twice", repeated, 300, "s"),
    ]


def book() -> bytes:
    """The file: three rows in a hundred have no day."""
    out = io.StringIO()
    rows = csv.writer(out, delimiter=";")
    rows.writerow(HEAD)
    for number in range(1, ROWS + 1):
        day = date(YEAR, 1, 2) + timedelta(days=number * 360 // ROWS)
        said = "нејасно" if number % BAD == 0 else f"{day:%d.%m.%Y}"
        away = f"{day + timedelta(days=3):%d.%m.%Y}" if day.year == YEAR else ""
        rows.writerow((f"08-{number}", f"Барање за издавање потврда бр. {number}", 1, said,
                       f"Граѓанин {number % 9_000}", f"03-{number}/1", "", away, "а/а 0809", ""))  # fmt: skip
    return out.getvalue().encode()


def begun(content: bytes, rows: int) -> Any:
    """The old book in an office with one unit."""
    from konak.kernel.journal import SYSTEM
    from konak.kernel.org import set_up_unit, units
    from konak.registry.actions import begin_old_book, bring_old_book
    from konak.registry.oldbook import guess
    from konak.registry.takeover import stored

    unit = units().first() or set_up_unit(
        SYSTEM, code="sector", name={"mk": "Сектор", "sq": "Sektori"}, number_prefix="08", at=AT
    )
    mapping = guess(HEAD).columns
    old = bring_old_book(
        SYSTEM, file=stored(content, "kniga.csv"), kind="main", year=YEAR, rows=rows, unit=unit, mark="0809",
        language="mk", mapping=mapping, at=AT,
    )  # fmt: skip
    return begin_old_book(SYSTEM, old, mapping=mapping, at=AT)


def written_bare(rows: int) -> float:
    """Seconds to write as many rows of the three tables again, five hundred a sentence, into copies of them."""
    from django.db import connection

    tables = ("konak_registry_case", "konak_registry_document", "konak_journal_entry")
    with connection.cursor() as cursor:
        for table in tables:
            cursor.execute(f"CREATE TABLE bare_{table} (LIKE {table} INCLUDING ALL)")
        start = wall()
        for table in tables:
            cursor.execute(f"SELECT min(id) FROM {table}")
            (first,) = cursor.fetchone()
            for at in range(first, first + rows, 500):
                cursor.execute(
                    f"INSERT INTO bare_{table} SELECT * FROM {table} WHERE id BETWEEN %s AND %s",
                    [at, at + 499],
                )
        return wall() - start
