"""The books themselves: which there are, whether they give numbers, what their closing carries over."""

from dataclasses import dataclass
from datetime import date

from django.db.models import Count, QuerySet

from konak.registry.auditing import BookAudit, audit_book
from konak.registry.models import Book, Case, Document


@dataclass(frozen=True)
class Standing:
    """A book as the list of books shows it."""

    book: Book
    audit: BookAudit
    open_cases: int


def books_kept() -> QuerySet[Book]:
    """All books, the newest year first, the main book before the others."""
    return Book.objects.select_related("closing__by", "closing__signed").order_by("-year", "id")


def standing(book: Book) -> Standing:
    """How far a book is: its last number, what is wrong with it, how many of its cases are open."""
    return Standing(book, audit_book(book), carried(book).count())


def entries_of() -> dict[int, int]:
    """How many entries each book has, by its id; one query."""
    counted = Case.objects.values("book").annotate(entries=Count("documents"))
    return {row["book"]: row["entries"] for row in counted}


def carried(book: Book) -> QuerySet[Case]:
    """The cases of a book that are still open: at its closing they go over into the next year."""
    return Case.objects.filter(book=book, state="open").order_by("basic")


def find_book(kind: str, year: int) -> Book | None:
    """The book of a kind and year, with its closing."""
    return Book.objects.filter(kind=kind, year=year).select_related("closing").first()


def pages(book: Book, start: date | None = None, until: date | None = None) -> QuerySet[Document]:
    """The entries of a book in its order, of a period when one is asked, with all that its columns show."""
    found = Document.objects.filter(case__book=book).select_related("case", "unit", "voiding")
    if start:
        found = found.filter(day__gte=start)
    if until:
        found = found.filter(day__lte=until)
    return found.prefetch_related("corrections", "remarks").order_by("case__basic", "sub")
