"""Entries of the books: the list, what is typed from them, what was said of them afterwards."""

from collections.abc import Iterable, Sequence
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from konak.kernel.errors import Reason, gather
from konak.kernel.i18n import pick, readings, tidy
from konak.kernel.journal import Actor, Ref
from konak.registry.entries import label, told_value
from konak.registry.law import read_number
from konak.registry.models import Book, Correction, Document, Remark
from konak.registry.objections import objections
from konak.registry.queries.seeing import documents
from konak.registry.rules import some_reason, sound_voiding
from konak.tasks import office as tasks


class Corrected(NamedTuple):
    """A correction as a page shows it."""

    label: str
    old: str
    new: str
    row: Correction


def book(
    actor: Actor,
    *,
    kind: str = "",
    year: int | None = None,
    direction: str = "",
    text: str = "",
    unit: int | None = None,
) -> QuerySet[Document]:
    """Entries of the books, newest first; `text` is a number or words of subject and party, either script."""
    found = documents(actor).select_related("case__unit", "case__officer", "voiding")
    found = found.prefetch_related("remarks", "corrections")
    if kind:
        found = found.filter(case__book__kind=kind)
    if year:
        found = found.filter(case__book__year=year)
    if direction:
        found = found.filter(direction=direction)
    if unit:
        found = found.filter(case__unit_id=unit)
    if number := read_number(text):
        prefix, basic, sub = number
        found = found.filter(case__prefix=prefix, case__basic=basic)
        found = found.filter(sub=sub) if sub else found
    else:
        for word in tidy(text).split():
            meant = [
                Q(subject_key__contains=reading) | Q(party_key__contains=reading)
                for reading in readings(word)
            ]
            found = found.filter(reduce(or_, meant))
    return found.order_by("-day", "-id")


def typed_documents(actor: Actor, numbers: Sequence[str], year: int) -> dict[str, Document]:
    """The documents of typed numbers („08-155/1“) in the books of a year; what is not found is not there."""
    read = {number.strip(): read_number(number) for number in numbers if number.strip()}
    wanted = {number: said for number, said in read.items() if said and said[2]}
    if not wanted:
        return {}
    meant = [Q(case__prefix=p, case__basic=b, sub=s) for p, b, s in wanted.values()]
    found = documents(actor).filter(reduce(or_, meant), case__book__year=year)
    of = {
        (d.case.prefix, d.case.basic, d.sub): d
        for d in found.select_related("case__task", "case__unit", "voiding__by")
    }
    return {number: of[said] for number, said in wanted.items() if said in of}


def against_voiding(actor: Actor, numbers: Sequence[str], year: int, reason: str) -> list[Reason]:
    """Everything that stands against voiding these entries, at once."""
    typed = list(dict.fromkeys(number.strip() for number in numbers if number.strip()))
    found = typed_documents(actor, typed, year)
    papers = list(found.values())
    return [
        *gather(some_reason(reason)),
        *sound_voiding(typed, found, _open_tasks_of(papers)),
        *objections("void", [paper.pk for paper in papers]),
    ]


def _open_tasks_of(papers: Iterable[Document]) -> dict[int, str]:
    refs = [Ref.of(paper) for paper in papers]
    if not refs:
        return {}
    waiting = tasks.about(*refs).filter(state="open")
    return {task.about.id: pick(task.title, (get_language() or "mk"))[0] for task in waiting}


def years() -> list[int]:
    """The years of which there is a book, newest first."""
    return list(Book.objects.order_by("-year").values_list("year", flat=True).distinct())


def corrections(document: Document) -> list[Corrected]:
    """The corrections of an entry, oldest first, in the reader's language."""
    lang = get_language() or "mk"
    return [
        Corrected(
            label(row.field, lang),
            told_value(row.field, row.old, lang),
            told_value(row.field, row.new, lang),
            row,
        )
        for row in Correction.objects.filter(document=document).select_related("by").order_by("id")
    ]


def remarks(document: Document) -> list[Remark]:
    return list(Remark.objects.filter(document=document).select_related("by").order_by("id"))
