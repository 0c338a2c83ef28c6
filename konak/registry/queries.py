"""Reads of the писарница. What an actor may see is decided here, by query."""

from collections.abc import Iterable, Sequence
from datetime import date, datetime
from functools import reduce
from operator import or_
from typing import NamedTuple

from django.db.models import Q, QuerySet
from django.utils.translation import get_language

from konak.kernel.errors import Reason, gather
from konak.kernel.i18n import day_digits, pick, readings, tidy
from konak.kernel.journal import Actor, Ref, history
from konak.registry.entries import label, told_value
from konak.registry.law import read_number
from konak.registry.models import Book, Case, Correction, Document, Remark, Scan
from konak.registry.objections import objections
from konak.registry.rules import SEES_ALL, some_reason, sound_voiding, unfinished
from konak.tasks import office as tasks


class Corrected(NamedTuple):
    """A correction as a page shows it."""

    label: str
    old: str
    new: str
    row: Correction


def cases(actor: Actor) -> QuerySet[Case]:
    """All of them for the registry office and the heads; for others those of their units and their own."""
    return Case.objects.filter(_seen(actor, ""))


def documents(actor: Actor) -> QuerySet[Document]:
    """The documents of the cases that the actor sees."""
    return Document.objects.filter(_seen(actor, "case__"))


def _seen(actor: Actor, path: str) -> Q:
    if actor.has(*SEES_ALL, "system"):
        return Q()
    seen = Q(**{f"{path}unit_id__in": actor.units})
    if actor.person is not None:
        seen |= Q(**{f"{path}officer_id": actor.person})
    return seen


def dated(*numbers: int | None) -> dict[int | None, tuple[date, str]]:
    """Day and number of documents by id: the day it was received, else the day it was registered. One query."""
    found = Document.objects.filter(pk__in=[number for number in numbers if number]).values_list(
        "id", "received_on", "day", "number"
    )
    return {pk: (received or day, number) for pk, received, day, number in found}


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
    return {task.about.id: pick(task.title, _language())[0] for task in waiting}


def case_by_number(actor: Actor, text: str) -> Case | None:
    """The case of a typed number („08-155“ or „08-155/1“); of the newest year when years share it."""
    number = read_number(text)
    if number is None:
        return None
    found = cases(actor).select_related("unit").filter(prefix=number[0], basic=number[1])
    return found.order_by("-book__year").first()


def years() -> list[int]:
    """The years of which there is a book, newest first."""
    return list(Book.objects.order_by("-year").values_list("year", flat=True).distinct())


def case_papers(case: Case) -> list[Document]:
    """The documents of a case in their order."""
    return list(Document.objects.filter(case=case).order_by("sub"))


def their_number(document: Document) -> str:
    """Number and date, as its sender wrote them, of the last letter before this one from the same party."""
    before = Document.objects.filter(
        case=document.case_id, direction="incoming", party=document.party_id, sub__lt=document.sub
    )
    letter = before.order_by("-sub").first()
    if letter is None:
        return ""
    written = day_digits(letter.sender_date) if letter.sender_date else ""
    return " / ".join(part for part in (letter.sender_number, written) if part)


def scans(document: Document) -> list[Scan]:
    return list(Scan.objects.filter(document=document).select_related("file").order_by("position"))


def corrections(document: Document) -> list[Corrected]:
    """The corrections of an entry, oldest first, in the reader's language."""
    lang = _language()
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


def tasks_of(case: Case, papers: Iterable[Document]) -> list[tasks.Task]:
    """The tasks about the case and its documents, open ones first."""
    return list(tasks.about(Ref.of(case), *(Ref.of(p) for p in papers)))


def story(case: Case, papers: Iterable[Document], jobs: Iterable[tasks.Task]) -> list[tuple[datetime, str]]:
    """What happened to the case, its documents and the tasks about it: moment and sentence, oldest first."""
    return told(Ref.of(case), *(Ref.of(p) for p in papers), *(Ref.of(t) for t in jobs))


def told(*refs: Ref) -> list[tuple[datetime, str]]:
    """What happened to these things, in the reader's language."""
    return [(entry.at, entry.sentence(_language())) for entry in history(*refs)]


def standing_in_the_way(case: Case) -> list[Reason]:
    """Everything that is not finished in a case, as reasons against closing it.

    The task of its routing is none of them: closing is what it asks for.
    """
    papers = list(Document.objects.filter(case=case).order_by("sub"))
    open_tasks = tasks.about(Ref.of(case), *(Ref.of(p) for p in papers)).filter(state="open")
    return [
        *objections("close", [case.pk]),
        *unfinished(
            [
                (pick(task.title, _language())[0], _holder(task))
                for task in open_tasks
                if task.pk != case.task_id
            ],
            [p.number for p in papers if p.direction == "outgoing" and p.state == "made"],
        ),
    ]


def _language() -> str:
    return get_language() or "mk"


def _holder(task: tasks.Task) -> str:
    whom = task.whom
    return whom if isinstance(whom, str) else pick(whom, _language())[0]
