"""What the писарница looks after every night."""

from datetime import date

from konak.kernel.clock import now
from konak.kernel.journal import SYSTEM, job
from konak.kernel.norms import on
from konak.registry.actions import ask_to_close
from konak.registry.models import Book
from konak.registry.rules import close_day


@job("registry.books_to_close")
def books_to_close(day: date) -> None:
    """Books whose closing day has passed wait for the registry office."""
    month_day = on(day)["registry.close_day"].value
    for book in Book.objects.filter(closing=None, year__lte=day.year).order_by("id"):
        if close_day(book, month_day) <= day:
            ask_to_close(SYSTEM, book, at=now())
