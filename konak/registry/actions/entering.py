"""How an entry gets into a book: the inner steps of the deeds that number something.

A number is taken inside the deed that uses it, as late as possible.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.db.models import Max

from konak.contacts.office import NewParty, Party, find_or_add
from konak.kernel.clock import ZONE
from konak.kernel.errors import allow
from konak.kernel.files import Blob, File, keep
from konak.kernel.i18n import fold
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import Norms
from konak.kernel.numbering import skip_to, take
from konak.registry import rules
from konak.registry.auditing import case_series, series_of
from konak.registry.facts import BookOpened, CaseOpened, DocumentRegistered, EnteredLate
from konak.registry.law import full_number
from konak.registry.marks import plan, prefix_of
from konak.registry.models import MAIN, Book, Case, Document, Scan


@dataclass(frozen=True)
class Late:
    """An entry made after its time: the moment the clerk says it belongs to, and why it comes only now."""

    stated_at: datetime
    reason: str


def day_of(at: datetime) -> date:
    """The calendar day of a moment in the office."""
    return at.astimezone(ZONE).date()


@deed
def open_book(actor: Actor, year: int, *, at: datetime, last: int = 0, kind: str = MAIN) -> Book:
    """Open a book of a year; `last` is the last basic number given before Konak kept it."""
    book, made = Book.objects.get_or_create(
        kind=kind, year=year, defaults={"opened_at": at, "starts_after": last}
    )
    if made:
        skip_to(series_of(kind), year, last)
        announce(actor, BookOpened(subject=Ref.of(book), year=year), at=at)
    return book


def known(actor: Actor, party: Party | NewParty | None, at: datetime) -> Party | None:
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


def held(case: Case) -> Case:
    """The case locked for one more sub-number; it does not count as changed."""
    case = hold(Case.objects.select_related("unit"), case.pk)
    allow(rules.case_is_open(case))
    return case


def enter(
    actor: Actor,
    case: Case,
    document: Document,
    *,
    files: Sequence[Blob],
    at: datetime,
    norms: Norms | None = None,
    kind: str = MAIN,
    book: Book | None = None,
    late: Late | None = None,
) -> Document:
    """Number a document; with `norms` its case is new and gets its basic number before, as `number` says."""
    kept = [keep(actor, blob, at=at) for blob in files]
    document.registered_at, document.registered_by_id = at, actor.person
    document.day = day_of(late.stated_at if late else at)
    if late is not None:
        document.stated_at, document.late_reason = late.stated_at, late.reason.strip()
    document.subject_key = fold(document.subject)
    if document.party is not None:
        document.party_name, document.party_address = document.party.name, document.party.address
        document.party_key = fold(document.party.name)
    if norms is not None:
        case = number(
            actor, case, mark=document.mark, at=at, norms=norms, kind=kind, book=book, day=document.day
        )
    document.case, document.unit = case, case.unit
    document.sub = take(case_series(case.pk), 0)
    document.number = full_number(case.prefix, case.basic, document.sub)
    document.save(force_insert=True)
    place(document, kept, at)
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
    if late is not None:
        _tell_late(actor, document, at)
    return document


def _tell_late(actor: Actor, document: Document, at: datetime) -> None:
    fact = EnteredLate(
        subject=Ref.of(document),
        number=document.number,
        case=document.case_id,
        stated=document.day,
        words={"reason": document.late_reason},
    )
    announce(actor, fact, at=at)


def number(
    actor: Actor,
    case: Case,
    *,
    mark: str,
    at: datetime,
    norms: Norms,
    kind: str = MAIN,
    book: Book | None = None,
    day: date | None = None,
) -> Case:
    """Give a new case its basic number in `book`, else in the one of this kind that the first of a year opens."""
    day = day or day_of(at)
    case.mark, case.retention = mark, plan(norms)[mark].years
    case.book = book or open_book(actor, day.year, at=at, kind=kind)
    case.prefix, case.opened_at = prefix_of(case.unit, norms, kind), at
    case.basic = take(series_of(kind), day.year)
    case.save(force_insert=True)
    fact = CaseOpened(subject=Ref.of(case), number=case.number, year=day.year, words={"title": case.title})
    announce(actor, fact, at=at)
    return case


def place(document: Document, files: Sequence[File], at: datetime) -> None:
    """Put kept files behind those the document already has."""
    if files:
        last = Scan.objects.filter(document=document).aggregate(last=Max("position"))["last"] or 0
        Scan.objects.bulk_create(
            Scan(document=document, file=file, position=position, at=at)
            for position, file in enumerate(files, start=last + 1)
        )
