"""An old book taken over row by row: five hundred in a deed, each with an entry of its own in the journal.

What is an entry already is left alone, so a file may be brought again after its bad rows were mended.
"""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date, datetime, time
from typing import NamedTuple

from konak.kernel.clock import ZONE
from konak.kernel.errors import allow
from konak.kernel.files import Blob, keep
from konak.kernel.i18n import fold
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.kernel.numbering import skip_all
from konak.kernel.org import Unit, units
from konak.registry import rules
from konak.registry.actions.entering import day_of
from konak.registry.auditing import case_series
from konak.registry.facts import BookOpened, EntryImported, OldBookBegun, OldBookBrought, RowsImported
from konak.registry.law import full_number
from konak.registry.marks import plan
from konak.registry.models import Book, Case, Document, OldBook, OldRow, Remark
from konak.registry.oldbook import Entry, Problem
from konak.registry.queries import find_book

BATCH = 500
Judged = tuple[int, Sequence[str], Entry | list[Problem]]


@deed(keyed=True)
def bring_old_book(
    actor: Actor,
    *,
    file: Blob,
    kind: str,
    year: int,
    rows: int,
    unit: Unit,
    mark: str,
    language: str,
    closed: bool = True,
    mapping: Mapping[str, int],
    at: datetime,
    key: str | None = None,
) -> OldBook:
    """Take the file of an old book, with what its columns seem to be; nothing is entered yet."""
    today = on(day_of(at))
    allow(
        rules.may_import(actor),
        rules.sound_book(kind, today),
        rules.sound_old_book(find_book(kind, year), year, day_of(at).year),
        rules.sound_rows(rows, mark, plan(today)),
    )
    old = OldBook.objects.create(
        kind=kind,
        year=year,
        file=keep(actor, file, at=at),
        mapping=dict(mapping),
        unit=unit,
        mark=mark,
        language=language,
        closed=closed,
        rows=rows,
        by_id=actor.person,
        at=at,
    )
    announce(actor, OldBookBrought(subject=Ref.of(old), year=year, rows=rows), at=at)
    return old


@deed
def begin_old_book(
    actor: Actor, old: OldBook, *, mapping: Mapping[str, int], at: datetime, version: int | None = None
) -> OldBook:
    """Let the rows be entered, with these columns; they follow in the background (`import_rows`).

    A year that was not kept here gets a book of its own. Into a book that is kept here only numbers go that were
    given before (`Book.starts_after`).
    """
    old = hold(OldBook.objects.all(), old.pk, version)
    book = find_book(old.kind, old.year)
    allow(
        rules.may_import(actor),
        rules.is_draft(old),
        rules.sound_old_book(book, old.year, day_of(at).year),
        rules.sound_mapping(mapping),
    )
    if book is None:
        book = Book.objects.create(kind=old.kind, year=old.year, imported=True, opened_at=at)
        announce(actor, BookOpened(subject=Ref.of(book), year=old.year), at=at)
    old.book, old.mapping, old.state = book, dict(mapping), "running"
    old.save()
    announce(actor, OldBookBegun(subject=Ref.of(old), year=old.year, rows=old.rows), at=at)
    return old


class Rehearsal(NamedTuple):
    """What an import would do: rows that become entries, that are entries already, that are wrong."""

    entered: int
    there: int
    wrong: list[OldRow]


def rehearse(old: OldBook, judged: Iterable[Judged], *, at: datetime) -> Rehearsal:
    """Decide of every row what would become of it; nothing is written."""
    book = find_book(old.kind, old.year) or Book(kind=old.kind, year=old.year, imported=True)
    batch = _Batch(old, book, at)
    for row, cells, said in judged:
        batch.take(row, cells, said)
    batch.place()
    return Rehearsal(len(batch.documents), batch.there, batch.wrong)


@deed
def import_rows(actor: Actor, old: OldBook, judged: Sequence[Judged], *, at: datetime) -> OldBook:
    """Enter the next rows of an old book; they begin behind those that are done."""
    old = hold(OldBook.objects.select_related("book", "unit"), old.pk)
    allow(rules.may_import(actor), rules.still_running(old))
    assert old.book is not None
    batch = _Batch(old, old.book, at)
    for row, cells, said in judged:
        batch.take(row, cells, said)
    batch.write(actor)
    old.done += len(judged)
    old.entered += len(batch.documents)
    old.there += batch.there
    old.bad += len(batch.wrong)
    old.state = "done" if old.done >= old.rows else "running"
    old.save()
    ids = [document.pk for document in batch.documents]
    fact = RowsImported(
        subject=Ref.of(old),
        first=judged[0][0],
        last=judged[-1][0],
        first_document=min(ids, default=None),
        last_document=max(ids, default=None),
    )
    announce(actor, fact, at=at)
    return old


class _Batch:
    """Rows of one deed: what is entered, what was there, what is wrong."""

    def __init__(self, old: OldBook, book: Book, at: datetime) -> None:
        self.old, self.book, self.at, self.there = old, book, at, 0
        self.units = {fold(name): unit for unit in units() for name in unit.name.values()}
        self.by_prefix = {unit.number_prefix: unit for unit in reversed(list(units())) if unit.number_prefix}
        self.marks = plan(on(day_of(at)))
        self.documents: list[Document] = []
        self.remarks: list[tuple[Document, str]] = []
        self.wrong: list[OldRow] = []
        self.new: dict[int, Case] = {}
        self.cases: dict[int, Case] = {}
        self.subs: dict[int, set[int]] = {}
        self.subjects: dict[tuple[int, int], str] = {}
        self._entries: list[tuple[Entry, Sequence[str]]] = []

    def take(self, row: int, cells: Sequence[str], said: Entry | list[Problem]) -> None:
        if isinstance(said, Entry):
            self._entries.append((said, cells))
        else:
            self._refuse(row, cells, said)

    def place(self) -> None:
        """Decide of each row what becomes of it; nothing is written."""
        self._look()
        for entry, cells in self._entries:
            self._place(entry, cells)

    def write(self, actor: Actor) -> None:
        self.place()
        Case.objects.bulk_create(self.new.values())
        for document in self.documents:
            document.case_id = document.case.pk
        Document.objects.bulk_create(self.documents)
        Remark.objects.bulk_create(
            Remark(document=document, text=text, by_id=actor.person, at=self.at)
            for document, text in self.remarks
        )
        OldRow.objects.bulk_create(self.wrong)
        last = {case_series(self.cases[basic].pk): max(subs) for basic, subs in self.subs.items() if subs}
        skip_all(last, 0)
        for document in self.documents:
            words = {"subject_line": document.subject}
            fact = EntryImported(
                subject=Ref.of(document), number=document.number, case=document.case_id, words=words
            )
            announce(actor, fact, at=self.at)

    def _look(self) -> None:
        """What of these numbers the book has already; two queries."""
        basics = {entry.basic for entry, _cells in self._entries}
        self.subs = {basic: set() for basic in basics}
        if self.book._state.adding:
            return
        self.cases = {case.basic: case for case in Case.objects.filter(book=self.book, basic__in=basics)}
        papers = Document.objects.filter(case__in=self.cases.values())
        for basic, sub, subject in papers.values_list("case__basic", "sub", "subject"):
            self.subs[basic].add(sub)
            self.subjects[basic, sub] = subject

    def _place(self, entry: Entry, cells: Sequence[str]) -> None:
        book = self.book
        if not book.imported and entry.basic > book.starts_after:
            self._refuse(entry.row, cells, [Problem("ours", "number", str(book.starts_after))])
        elif entry.sub in self.subs[entry.basic]:
            if self.subjects[entry.basic, entry.sub] == entry.subject:
                self.there += 1
            else:
                self._refuse(entry.row, cells, [Problem("taken", "number", f"{entry.basic}/{entry.sub}")])
        else:
            self._enter(entry)

    def _enter(self, entry: Entry) -> None:
        case = self.cases.get(entry.basic)
        if case is None:
            case = self.cases[entry.basic] = self.new[entry.basic] = self._case(entry)
        document = Document(
            case=case,
            sub=entry.sub,
            number=full_number(case.prefix, case.basic, entry.sub),
            direction=entry.direction,
            state="received" if entry.direction == "incoming" else "made",
            subject=entry.subject,
            subject_key=fold(entry.subject),
            language=case.language,
            party_name=entry.party,
            party_key=fold(entry.party)[:260],
            unit=case.unit,
            mark=case.mark,
            day=entry.received_on,
            received_on=entry.received_on if entry.direction == "incoming" else None,
            sender_number=entry.sender_number,
            sender_date=entry.sender_date,
            registered_at=self.at,
            registered_by_id=self.old.by_id,
            stated_at=_morning(entry.received_on),
            late_reason=f"{self.old.file.name}, {entry.row}",
        )
        self.documents.append(document)
        self.subs[entry.basic].add(entry.sub)
        self.subjects[entry.basic, entry.sub] = entry.subject
        if entry.remark:
            self.remarks.append((document, entry.remark))

    def _case(self, entry: Entry) -> Case:
        old = self.old
        mark = entry.mark if entry.mark in self.marks else old.mark
        unit = self.units.get(fold(entry.unit)) or self.by_prefix.get(entry.prefix) or old.unit
        put_away = entry.closed_on or (date(old.year, 12, 31) if old.closed else None)
        return Case(
            book=self.book,
            basic=entry.basic,
            prefix=(entry.prefix or unit.number_prefix)[:8],
            title=entry.subject,
            language=old.language,
            unit=unit,
            mark=mark,
            retention=self.marks[mark].years,
            state="closed" if put_away else "open",
            opened_at=_morning(entry.received_on),
            closed_at=_morning(put_away) if put_away else None,
        )

    def _refuse(self, row: int, cells: Sequence[str], problems: Sequence[Problem]) -> None:
        said = [[problem.code, problem.field, problem.value] for problem in problems]
        self.wrong.append(OldRow(old=self.old, row=row, cells=list(cells), problems=said))


def _morning(day: date) -> datetime:
    return datetime.combine(day, time(8), tzinfo=ZONE)
