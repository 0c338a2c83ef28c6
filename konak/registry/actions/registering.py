"""Letters that come in, cases the house begins itself, papers filed under them."""

import secrets
from collections.abc import Sequence
from datetime import date, datetime

from konak.contacts.office import NewParty, Party
from konak.kernel.errors import Reason, allow
from konak.kernel.files import Blob, keep
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.kernel.org import Unit
from konak.registry import rules
from konak.registry.actions.entering import Late, day_of, enter, held, known, number, place
from konak.registry.facts import ScanAdded
from konak.registry.marks import plan
from konak.registry.models import MAIN, Case, Document
from konak.registry.queries import find_book
from konak.registry.terms import term_from

RECEIPT_LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
RECEIPT_LENGTH = 10


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
    book: str = MAIN,
    late: Late | None = None,
    key: str | None = None,
) -> Document:
    """Register a letter that came in: under the case, or under a new basic number of the book for the unit.

    `term` names the legal term that runs from the day of receipt. Files are stored before (`files.store`).
    A `late` entry takes the next number of the book of its stated day, while that book is not closed.
    """
    day = day_of(late.stated_at if late else at)
    norms = on(day)
    there = find_book(book, day.year) if case is None else None
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
    allow(
        rules.may_register(actor),
        wrong,
        rules.sound_book(book, norms),
        rules.sound_late(late, at),
        _book_of(case, late) if case else rules.book_gives_numbers(there, day.year, late=late is not None),
    )
    document = Document(
        direction="incoming",
        state="received",
        subject=subject.strip(),
        language=language,
        mark=mark,
        party=known(actor, party, at),
        received_on=received_on,
        channel=channel,
        sender_number=sender_number.strip(),
        sender_date=sender_date,
        enclosures=enclosures,
        receipt="".join(secrets.choice(RECEIPT_LETTERS) for _ in range(RECEIPT_LENGTH)),
    )
    if case is not None:
        return enter(actor, held(case), document, files=files, at=at, late=late)
    new = Case(title=document.subject, language=language, unit=unit, term=term)
    if term and received_on:
        new.term_from, new.due = received_on, term_from(term, received_on).due
    return enter(actor, new, document, files=files, at=at, norms=norms, kind=book, book=there, late=late)


@deed(keyed=True)
def open_case(
    actor: Actor,
    *,
    at: datetime,
    title: str,
    language: str,
    mark: str,
    unit: Unit,
    book: str = MAIN,
    key: str | None = None,
) -> Case:
    """Take a basic number for a matter that the house begins itself; its first document gets /1."""
    day = day_of(at)
    norms, there = on(day), find_book(book, day.year)
    letter = rules.sound_letter(subject=title, language=language, mark=mark, marks=plan(norms), unit=unit)
    gives = rules.book_gives_numbers(there, day.year, late=False)
    allow(rules.may_write(actor), letter, rules.sound_book(book, norms), gives)
    case = Case(title=title.strip(), language=language, unit=unit)
    return number(actor, case, mark=mark, at=at, norms=norms, kind=book, book=there)


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
    late: Late | None = None,
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
        rules.sound_late(late, at),
        _book_of(case, late),
    )
    document = Document(
        direction=direction,
        state="made",
        subject=subject.strip(),
        language=language,
        mark=mark,
        party=known(actor, party, at),
        body=body.strip(),
    )
    return enter(actor, held(case), document, files=files, at=at, late=late)


def _book_of(case: Case, late: Late | None) -> Reason | None:
    """Under an old case papers are filed for ever; only what is entered late asks for the book of its day."""
    if late is None:
        return None
    year = day_of(late.stated_at).year
    return rules.book_gives_numbers(find_book(case.book.kind, year), year, late=True)


@deed
def add_files(actor: Actor, document: Document, *, files: Sequence[Blob], at: datetime) -> Document:
    """Put scans to a document that already bears its number (the paper is stamped first, then scanned)."""
    document = hold(Document.objects.select_related("case"), document.pk)
    allow(rules.may_write(actor), rules.some_files(files), rules.case_is_open(document.case))
    document.save(update_fields=["version"])
    place(document, [keep(actor, blob, at=at) for blob in files], at)
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
