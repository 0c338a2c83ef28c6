"""The self-audit of the books: numbers must be 1 … last, each once, in the order of their days."""

from collections import defaultdict
from dataclasses import asdict, dataclass, field
from datetime import date
from itertools import pairwise
from typing import Any

from konak.kernel import numbering
from konak.registry.models import MAIN, Book, Case, Document

SERIES = "registry"


def series_of(kind: str) -> str:
    """The series of the basic numbers of a book."""
    return SERIES if kind == MAIN else f"{SERIES}.{kind}"


def case_series(case: int) -> str:
    """The series of the sub-numbers of a case; it never starts anew (year 0)."""
    return f"{SERIES}.case:{case}"


@dataclass(frozen=True)
class BookAudit:
    """What is wrong with a book of a year; sub-numbers are named as „155/2“."""

    kind: str
    year: int
    last: int
    documents: int
    gaps: list[int]
    doubles: list[int]
    imported: bool = False
    sub_gaps: list[str] = field(default_factory=list)
    sub_doubles: list[str] = field(default_factory=list)
    out_of_order: list[int] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        """An old book is what it is: its gaps are told and are no fault of ours."""
        return self.imported or not (
            self.gaps or self.doubles or self.sub_gaps or self.sub_doubles or self.out_of_order
        )

    def as_json(self) -> dict[str, Any]:
        return {"book": series_of(self.kind), **asdict(self), "clean": self.clean}

    def said(self) -> str:
        if self.clean and not self.gaps and not self.doubles:
            return f"{self.kind} {self.year}: 1–{self.last}, {self.documents} documents, no gaps, no doubles"
        told = ("kind", "year", "last", "documents", "imported")
        wrong = {k: v for k, v in asdict(self).items() if v and k not in told}
        return f"{self.kind} {self.year}: 1–{self.last}, {self.documents} documents, " + ", ".join(
            f"{name.replace('_', ' ')}: {found}" for name, found in wrong.items()
        )


def audit_books() -> list[BookAudit]:
    """Each book, oldest first."""
    return [audit_book(book) for book in Book.objects.order_by("year", "kind")]


def audit_book(book: Book) -> BookAudit:
    """One book, every number of it."""
    basics: list[int] = []
    order: list[tuple[int, date]] = []
    numbers: dict[int, int] = {}
    for pk, basic, opened in Case.objects.filter(book=book).values_list("id", "basic", "opened_at"):
        basics.append(basic)
        order.append((basic, opened.date()))
        numbers[pk] = basic
    subs: dict[int, list[int]] = defaultdict(list)
    for case, sub in Document.objects.filter(case__book=book).values_list("case_id", "sub"):
        subs[case].append(sub)
    last = max(basics, default=0) if book.imported else numbering.peek(series_of(book.kind), book.year) - 1
    ours = [basic for basic in basics if basic > book.starts_after]
    found = numbering.audit([*range(1, book.starts_after + 1), *ours], last=max(last, *basics, 0))
    by_case = {numbers[case]: numbering.audit(used) for case, used in subs.items()}
    order.sort()
    return BookAudit(
        kind=book.kind,
        imported=book.imported,
        year=book.year,
        last=last,
        documents=sum(map(len, subs.values())),
        gaps=found.gaps,
        doubles=found.doubles,
        sub_gaps=[f"{n}/{gap}" for n, a in sorted(by_case.items()) for gap in a.gaps],
        sub_doubles=[f"{n}/{double}" for n, a in sorted(by_case.items()) for double in a.doubles],
        out_of_order=[b for (_, day), (b, then) in pairwise(order) if then < day and b > book.starts_after],
    )
