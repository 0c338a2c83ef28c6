"""The end of a book's year: closed „заклучно со број …“, the note printed, signed, sealed and added."""

from datetime import datetime

from konak.kernel.errors import allow
from konak.kernel.files import Blob, keep
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.kernel.numbering import hold_last
from konak.registry import rules
from konak.registry.actions.entering import day_of
from konak.registry.auditing import audit_book, series_of
from konak.registry.facts import BookClosed, ClosingSigned
from konak.registry.models import Book, Closing
from konak.registry.queries import carried
from konak.tasks import office as tasks


@deed
def close_book(actor: Actor, book: Book, *, at: datetime) -> Closing:
    """Close a book for good; from now on it gives no number, late entries included.

    Whoever takes a number meanwhile is waited for, so the last number is the last. Open cases go over into
    the next year under their numbers (norm `registry.open_cases_at_year_end`).
    """
    hold_last(series_of(book.kind), book.year)
    book = Book.objects.select_related("closing").get(pk=book.pk)
    today, audit = day_of(at), audit_book(book)
    day = rules.close_day(book, on(today)["registry.close_day"].value)
    allow(rules.may_register(actor), rules.sound_closing(book, audit, today, day))
    closing = Closing.objects.create(
        book=book,
        last=audit.last,
        entries=audit.documents,
        open_cases=carried(book).count(),
        by_id=actor.person,
        at=at,
    )
    for task in tasks.about(Ref.of(book)).filter(state="open"):
        tasks.fulfil(actor, task, at=at)
    announce(actor, BookClosed(subject=Ref.of(book), year=book.year, last=closing.last), at=at)
    return closing


@deed
def sign_closing(actor: Actor, book: Book, *, scan: Blob, at: datetime) -> Closing:
    """Add the scan of the closing note as it was signed and sealed by hand; once."""
    book = hold(Book.objects.select_related("closing"), book.pk)
    allow(rules.may_register(actor), rules.not_signed_yet(book))
    closing = book.closing
    closing.signed = keep(actor, scan, at=at)
    closing.save(update_fields=["signed"])
    announce(actor, ClosingSigned(subject=Ref.of(book), year=book.year), at=at)
    return closing


@deed
def ask_to_close(actor: Actor, book: Book, *, at: datetime) -> None:
    """A book whose day has passed waits for the registry office as a task; asked once."""
    if tasks.about(Ref.of(book)).filter(state="open").exists():
        return
    title = {"mk": f"Заклучете го деловодникот за {book.year} година",
             "sq": f"Mbyllni librin e protokollit të vitit {book.year}"}  # fmt: skip
    tasks.assign(actor, about=Ref.of(book), title=title, role="registrar", at=at)
