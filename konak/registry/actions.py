"""Deeds of the писарница. A number is taken inside the deed that uses it, as late as possible."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.db.models import Max

from konak.contacts.office import NewParty, Party, find_or_add
from konak.kernel.clock import ZONE
from konak.kernel.errors import allow
from konak.kernel.files import Blob, File, keep
from konak.kernel.i18n import fold
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import Norms, on
from konak.kernel.numbering import skip_to, take
from konak.kernel.org import Person, Unit
from konak.kernel.people import staff
from konak.registry import rules
from konak.registry.auditing import SERIES, case_series
from konak.registry.facts import (
    BookOpened,
    CaseClosed,
    CaseOpened,
    CaseRouted,
    DocumentDispatched,
    DocumentRegistered,
    ScanAdded,
)
from konak.registry.flow import CASE, DOCUMENT
from konak.registry.law import full_number
from konak.registry.marks import plan, prefix_of
from konak.registry.models import Book, Case, Document, Scan
from konak.registry.queries import standing_in_the_way
from konak.registry.terms import term_from
from konak.tasks import office as tasks

RECEIPT_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
RECEIPT_LENGTH = 10
TASK_TITLE = {"mk": "Постапете по предметот %s", "sq": "Veproni sipas lëndës %s"}


def day_of(at: datetime) -> date:
    """The calendar day of a moment in the office."""
    return at.astimezone(ZONE).date()


@deed
def open_book(actor: Actor, year: int, *, at: datetime, last: int = 0) -> Book:
    """Open the register of a year; `last` is the last basic number given before Konak kept it."""
    book, made = Book.objects.get_or_create(year=year, defaults={"opened_at": at, "starts_after": last})
    if made:
        skip_to(SERIES, year, last)
        announce(actor, BookOpened(subject=Ref.of(book), year=year), at=at)
    return book


@deed(keyed=True)
def register_incoming(
    actor: Actor,
    *,
    at: datetime,
    party: Party | NewParty | None,
    subject: str,
    language: str,
    received_on: date | None,
    channel: str,
    mark: str,
    sender_number: str = "",
    sender_date: date | None = None,
    enclosures: int = 0,
    files: Sequence[Blob] = (),
    case: Case | None = None,
    unit: Unit | None = None,
    term: str = "",
    key: str | None = None,
) -> Document:
    """Register a letter that came in: under the case, or under a new basic number for the unit.

    `term` names the legal term that runs from the day of receipt. Files are stored before (`files.store`).
    """
    day = day_of(at)
    norms = on(day)
    wrong = rules.sound_incoming(
        party=party,
        today=day,
        marks=plan(norms),
        subject=subject,
        language=language,
        mark=mark,
        unit=unit,
        received_on=received_on,
        channel=channel,
        sender_date=sender_date,
        enclosures=enclosures,
        term=term,
        case=case,
    )
    allow(rules.may_register(actor), wrong)
    document = Document(
        direction="incoming",
        state="received",
        subject=subject.strip(),
        language=language,
        mark=mark,
        party=_known(actor, party, at),
        received_on=received_on,
        channel=channel,
        sender_number=sender_number.strip(),
        sender_date=sender_date,
        enclosures=enclosures,
        receipt="".join(secrets.choice(RECEIPT_LETTERS) for _ in range(RECEIPT_LENGTH)),
    )
    if case is not None:
        return _file(actor, _held(case), document, files=files, at=at)
    new = Case(title=document.subject, language=language, unit=unit, term=term)
    if term and received_on:
        new.term_from, new.due = received_on, term_from(term, received_on).due
    return _file(actor, new, document, files=files, at=at, norms=norms)


@deed(keyed=True)
def open_case(
    actor: Actor, *, at: datetime, title: str, language: str, mark: str, unit: Unit, key: str | None = None
) -> Case:
    """Take a basic number for a matter that the house begins itself; its first document gets /1."""
    norms = on(day_of(at))
    letter = rules.sound_letter(subject=title, language=language, mark=mark, marks=plan(norms), unit=unit)
    allow(rules.may_write(actor), letter)
    return _number(
        actor, Case(title=title.strip(), language=language, unit=unit), mark=mark, at=at, norms=norms
    )


@deed(keyed=True)
def file_into(
    actor: Actor,
    case: Case,
    *,
    at: datetime,
    subject: str,
    language: str,
    direction: str = "internal",
    party: Party | NewParty | None = None,
    mark: str = "",
    body: str = "",
    files: Sequence[Blob] = (),
    key: str | None = None,
) -> Document:
    """Give a paper of the house (`internal` or `outgoing`) the next sub-number of its case."""
    mark = mark or case.mark
    allow(
        rules.may_write(actor),
        rules.sound_letter(
            subject=subject,
            language=language,
            mark=mark,
            marks={*plan(on(day_of(at))), case.mark},
            unit=case.unit,
        ),
        rules.sound_direction(direction, party),
        rules.case_is_open(case),
    )
    document = Document(
        direction=direction,
        state="made",
        subject=subject.strip(),
        language=language,
        mark=mark,
        party=_known(actor, party, at),
        body=body.strip(),
    )
    return _file(actor, _held(case), document, files=files, at=at)


@deed
def add_files(actor: Actor, document: Document, *, files: Sequence[Blob], at: datetime) -> Document:
    """Put scans to a document that already bears its number (the paper is stamped first, then scanned)."""
    document = hold(Document.objects.select_related("case"), document.pk)
    allow(rules.may_write(actor), rules.some_files(files), rules.case_is_open(document.case))
    document.save(update_fields=["version"])
    _place(document, [keep(actor, blob, at=at) for blob in files], at)
    announce(
        actor,
        ScanAdded(
            subject=Ref.of(document),
            number=document.number,
            case=document.case_id,
            count=len(files),
            words={"names": ", ".join(blob.name for blob in files)},
        ),
        at=at,
    )
    return document


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
    case.task = _asked(actor, case, due, at)
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


def _asked(actor: Actor, case: Case, due: date | None, at: datetime) -> tasks.Task:
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


def _known(actor: Actor, party: Party | NewParty | None, at: datetime) -> Party | None:
    """The correspondent in the contacts, added when he is new."""
    if not isinstance(party, NewParty):
        return party
    return find_or_add(
        actor,
        name=party.name,
        kind=party.kind,
        address=party.address,
        email=party.email,
        phone=party.phone,
        language=party.language,
        at=at,
    )


def _held(case: Case) -> Case:
    """The case locked for one more sub-number; it does not count as changed."""
    case = hold(Case.objects.select_related("unit"), case.pk)
    allow(rules.case_is_open(case))
    return case


def _file(
    actor: Actor,
    case: Case,
    document: Document,
    *,
    files: Sequence[Blob],
    at: datetime,
    norms: Norms | None = None,
) -> Document:
    """Number a document; with `norms` its case is new and gets its basic number before."""
    kept = [keep(actor, blob, at=at) for blob in files]
    document.day, document.registered_at, document.registered_by_id = day_of(at), at, actor.person
    document.subject_key = fold(document.subject)
    if document.party is not None:
        document.party_name, document.party_address = document.party.name, document.party.address
        document.party_key = fold(document.party.name)
    if norms is not None:
        case = _number(actor, case, mark=document.mark, at=at, norms=norms)
    document.case, document.unit = case, case.unit
    document.sub = take(case_series(case.pk), 0)
    document.number = full_number(case.prefix, case.basic, document.sub)
    document.save(force_insert=True)
    _place(document, kept, at)
    announce(
        actor,
        DocumentRegistered(
            subject=Ref.of(document),
            number=document.number,
            case=case.pk,
            direction=document.direction,
            words={"subject_line": document.subject, "party": document.party_name},
        ),
        at=at,
    )
    return document


def _number(actor: Actor, case: Case, *, mark: str, at: datetime, norms: Norms) -> Case:
    """Give a new case its basic number; the first of a year opens the book."""
    day = day_of(at)
    case.mark, case.retention = mark, plan(norms)[mark].years
    case.prefix, case.opened_at, case.book_id = prefix_of(case.unit, norms), at, day.year
    case.basic = take(SERIES, day.year)
    if case.basic == 1:
        open_book(actor, day.year, at=at)
    case.save(force_insert=True)
    fact = CaseOpened(subject=Ref.of(case), number=case.number, year=day.year, words={"title": case.title})
    announce(actor, fact, at=at)
    return case


def _place(document: Document, files: Sequence[File], at: datetime) -> None:
    """Put kept files behind those the document already has."""
    if files:
        last = Scan.objects.filter(document=document).aggregate(last=Max("position"))["last"] or 0
        Scan.objects.bulk_create(
            Scan(document=document, file=file, position=position, at=at)
            for position, file in enumerate(files, start=last + 1)
        )
