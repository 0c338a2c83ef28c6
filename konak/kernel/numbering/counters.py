"""The counter row: one upsert, whose lock lasts until the deed commits or rolls back."""

from collections.abc import Mapping

from django.db import connection

from .models import Counter

_TAKE = """
INSERT INTO konak_numbering_counter (series, year, last) VALUES (%s, %s, %s)
ON CONFLICT (series, year) DO UPDATE SET last = konak_numbering_counter.last + excluded.last
RETURNING last
"""


def take(series: str, year: int) -> int:
    """The next number of the series in the year, from 1.

    Call it as late as possible: everybody else who wants a number of this series waits for your commit.
    """
    return take_many(series, year, 1)


def take_many(series: str, year: int, count: int) -> int:
    """The first of the next `count` numbers of the series, all of them the caller's; as `take` otherwise."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"a number of {series} was taken outside a deed")
    if count < 1:
        raise ValueError("at least one number is taken")
    with connection.cursor() as cursor:
        cursor.execute(_TAKE, [series, year, count])
        (last,) = cursor.fetchone()
    return int(last) - count + 1


def peek(series: str, year: int) -> int:
    """The number the next deed would get now; for showing, never for using."""
    last = Counter.objects.filter(series=series, year=year).values_list("last", flat=True).first()
    return (last or 0) + 1


def skip_to(series: str, year: int, last: int) -> None:
    """Let a series go on after numbers that were given before Konak; never backwards."""
    counter, made = Counter.objects.get_or_create(series=series, year=year, defaults={"last": last})
    if not made and counter.last < last:
        counter.last = last
        counter.save(update_fields=["last"])


def hold_last(series: str, year: int) -> int:
    """The last number taken, 0 for none; nobody takes another before your commit."""
    if not connection.in_atomic_block:
        raise RuntimeError(f"the last number of {series} was held outside a deed")
    held = Counter.objects.select_for_update().filter(series=series, year=year)
    return held.values_list("last", flat=True).first() or 0


def skip_all(lasts: Mapping[str, int], year: int) -> None:
    """`skip_to` for many series at once."""
    held = Counter.objects.filter(series__in=list(lasts), year=year)
    there = dict(held.values_list("series", "last"))
    rows = [Counter(series=s, year=year, last=last) for s, last in lasts.items() if last > there.get(s, 0)]
    Counter.objects.bulk_create(
        rows, update_conflicts=True, unique_fields=["series", "year"], update_fields=["last"], batch_size=2000
    )
