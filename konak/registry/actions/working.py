"""A case at work: to whom it goes, what leaves the house, when it is put away and taken up again."""

from datetime import date, datetime
from typing import Any

from konak.kernel.errors import allow
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.org import Person, Unit
from konak.kernel.people import staff
from konak.registry import rules
from konak.registry.actions.entering import day_of
from konak.registry.facts import CaseClosed, CaseReopened, CaseRouted, DocumentDispatched
from konak.registry.flow import CASE, DOCUMENT
from konak.registry.models import Case, Document
from konak.registry.objections import objections
from konak.registry.queries import standing_in_the_way
from konak.tasks import office as tasks

TASK_TITLE = {"mk": "Постапете по предметот %s", "sq": "Veproni sipas lëndës %s"}


@deed
def route(
    actor: Actor,
    case: Case,
    *,
    unit: Unit,
    person: Person | None = None,
    due: date | None = None,
    at: datetime,
    version: int | None = None,
) -> Case:
    """Send a case to a unit, and there to one of its people, who gets it as a task.

    `due` is the legal term if not said. The task of the routing before is withdrawn when it still waits. The
    number keeps its prefix: numbers never change.
    """
    case = hold(Case.objects.select_related("task"), case.pk, version)
    day = day_of(at)
    allow(
        CASE.check(actor, case, "route", day),
        rules.sound_routing(unit, person, due, day, staff(day)),
        rules.not_there_yet(case, unit, person, due or case.due),
    )
    due = due or case.due
    case.unit, case.officer, case.routed_at = unit, person, at
    announce(actor, _went(case, due), at=at)
    case.task = asked(actor, case, due, at)
    case.save(update_fields=["unit", "officer", "routed_at", "task", "version"])
    return case


@deed
def follow_task(actor: Actor, case: Case, *, at: datetime) -> Case:
    """Who holds the task of a case's routing is its officer, also after the task was handed over."""
    case = hold(Case.objects.select_related("task__person", "unit"), case.pk)
    if case.task is None or case.task.state != "open" or case.task.person_id in (None, case.officer_id):
        return case
    case.officer = case.task.person
    case.save(update_fields=["officer", "version"])
    announce(actor, _went(case, case.task.due), at=at)
    return case


def _went(case: Case, due: date | None) -> CaseRouted:
    names = dict(case.unit.name)
    person = case.officer
    return CaseRouted(
        subject=Ref.of(case),
        unit=case.unit.pk,
        person=person.pk if person else None,
        due=due,
        words={"whom": {lang: f"{name}, {person}" if person else name for lang, name in names.items()}},
    )


def asked(actor: Actor, case: Case, due: date | None, at: datetime) -> tasks.Task:
    """The task for whom the case now waits; what the routing before asked for and still waits gives way."""
    whose: dict[str, Any] = {"due": due, "person": case.officer, "unit": case.unit, "at": at}
    if case.task is not None and case.task.state == "open":
        return tasks.supersede(actor, case.task, **whose)
    title = {lang: text % case.number for lang, text in TASK_TITLE.items()}
    return tasks.assign(actor, about=Ref.of(case), title=title, **whose)


@deed
def dispatch(
    actor: Actor,
    document: Document,
    *,
    way: str,
    on_day: date | None = None,
    at: datetime,
    version: int | None = None,
) -> Document:
    """An outgoing document leaves the house; `on_day` is the day it left, today if not said."""
    document = hold(Document.objects.all(), document.pk, version)
    day = day_of(at)
    left = on_day or day
    allow(DOCUMENT.check(actor, document, "dispatch", day), rules.sound_dispatch(way, left, document, day))
    document.state, document.way, document.dispatched_on = "dispatched", way, left
    document.save(update_fields=["state", "way", "dispatched_on", "version"])
    announce(
        actor,
        DocumentDispatched(
            subject=Ref.of(document),
            number=document.number,
            case=document.case_id,
            way=way,
            words={"name": document.party_name},
        ),
        at=at,
    )
    return document


@deed
def close(actor: Actor, case: Case, *, at: datetime, version: int | None = None) -> Case:
    """Put a case away, а/а; refused with everything that is not finished.

    The task of its routing asked for just this, so it is done with it.
    """
    case = hold(Case.objects.select_related("task"), case.pk, version)
    allow(CASE.check(actor, case, "close", day_of(at)), standing_in_the_way(case))
    if case.task is not None and case.task.state == "open":
        tasks.fulfil(actor, case.task, at=at)
    case.state, case.closed_at = "closed", at
    case.save(update_fields=["state", "closed_at", "version"])
    announce(actor, CaseClosed(subject=Ref.of(case), number=case.number, mark=case.mark), at=at)
    return case


@deed
def reopen(actor: Actor, case: Case, *, reason: str, at: datetime, version: int | None = None) -> Case:
    """Take a closed case up again; why stays in its history, and its retention starts anew when it closes."""
    case = hold(Case.objects.all(), case.pk, version)
    allow(
        CASE.check(actor, case, "reopen", day_of(at)),
        rules.some_reason(reason),
        objections("reopen", [case.pk]),
    )
    case.state, case.closed_at = "open", None
    case.save(update_fields=["state", "closed_at", "version"])
    words = {"reason": reason.strip()}
    announce(actor, CaseReopened(subject=Ref.of(case), number=case.number, words=words), at=at)
    return case
