"""The деловодник with 50,000 entries: one screen of 50, as the registrar sees it."""

from typing import Any

from bench.measure import Figure, loop, postmaster
from bench.visit import Visitor, cost, counted, slowest

ENTRIES = 50_000
BOOK = "/office/registry/"


def figures() -> list[Figure]:
    """Queries, kilobytes, and milliseconds for the first, a middle and the last screen."""
    fill()
    registrar = Visitor("registrar")
    size = len(registrar.get(BOOK)) / 1000
    with counted() as said:
        registrar.get(BOOK)
    screens = [BOOK, f"{BOOK}?page=2", f"{BOOK}?page=500", f"{BOOK}?page=1000"]
    page = cost(registrar, BOOK, 100, postmaster())
    what = f"list, 50 of {ENTRIES:,} entries"
    floor = f"first screen: app {1000 * page.app:.1f} + database {1000 * page.database:.1f} ms CPU"
    return [
        Figure(f"{what}: queries", len(said), 12, "queries"),
        Figure(f"{what}: HTML", size, 60, "kB", floor=f"fixed loop {loop():.2f} s"),
        Figure(f"{what}: p95", 1000 * slowest(registrar, screens, 50), 100, "ms", floor=floor),
    ]


def fill() -> None:
    """Rows as the deeds would have written them: each a case with its letter, like one that is there."""
    from django.db import connection

    from konak.registry.models import Case, Document

    letter = Document.objects.filter(direction="incoming").select_related("case").latest("id")
    there = Case.objects.filter(book=letter.case.book).latest("basic").basic
    wanted = ENTRIES - Document.objects.count()
    cases = Case.objects.bulk_create(
        (_like(letter.case, basic=there + n, title=f"{letter.case.title} {n}") for n in range(1, wanted + 1)),
        batch_size=2000,
    )
    Document.objects.bulk_create(
        (
            _like(letter, case_id=case.pk, number=f"{case.number}/1", sub=1, receipt=f"{case.basic:016}")
            for case in cases
        ),
        batch_size=2000,
    )
    with connection.cursor() as cursor:
        cursor.execute("ANALYZE")


def _like(thing: Any, **changes: Any) -> Any:
    fields = {field.attname: getattr(thing, field.attname) for field in thing._meta.concrete_fields}
    return type(thing)(**{**fields, "id": None, **changes})
