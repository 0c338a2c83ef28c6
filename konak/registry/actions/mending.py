"""What is said of an entry after it was made: corrections, voiding, remarks. The number stays used for good."""

from collections.abc import Mapping, Sequence
from datetime import date, datetime
from typing import Any

from konak.kernel.errors import allow
from konak.kernel.i18n import fold
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.registry import rules
from konak.registry.actions.entering import known
from konak.registry.actions.working import asked
from konak.registry.entries import FIELDS, entry_of, label, told_value, written
from konak.registry.facts import CaseVoided, EntryCorrected, EntryVoided, RemarkMade
from konak.registry.marks import plan
from konak.registry.models import Case, Correction, Document, Remark, Voiding
from konak.registry.queries import against_voiding, typed_documents
from konak.registry.terms import term_from
from konak.tasks import office as tasks

DROPPED = {"mk": "записот е поништен.", "sq": "shënimi është anuluar."}


@deed
def correct(
    actor: Actor,
    document: Document,
    *,
    entry: Mapping[str, Any],
    reason: str,
    at: datetime,
    version: int | None = None,
) -> Document:
    """Put right what an entry says; `entry` holds all of `entries.FIELDS` as they shall read.

    The old values stay visible with the reason. What hangs on them follows: the title and the mark of a
    case from its first document, the legal term from the day of receipt. Source: practice of the office,
    a wrong entry is struck through, not made unreadable.
    """
    document = hold(Document.objects.select_related("case__unit", "case__task", "unit"), document.pk, version)
    marks = plan(on(document.day))
    before = entry_of(document)
    changed = [name for name in FIELDS if written(name, before[name]) != written(name, entry[name])]
    allow(
        rules.may_mend(actor),
        rules.sound_correction(document, entry, changed, reason, marks={*marks, document.mark}),
    )
    party = known(actor, entry["party"], at) if "party" in changed else document.party
    said = {**entry, "party": party}
    ledger = _Ledger(reason.strip(), actor.person, at)
    for name in changed:
        ledger.enter(name, before[name], said[name], document=document)
    _lay(document, said, changed)
    document.save()
    _follow(actor, document, before, changed, ledger, years=marks)
    what = {lang: ledger.told(lang) for lang in ("mk", "sq")}
    fact = EntryCorrected(
        subject=Ref.of(document),
        number=document.number,
        case=document.case_id,
        words={"what": what, "reason": ledger.reason},
    )
    announce(actor, fact, at=at)
    return document


@deed
def void(actor: Actor, *, numbers: Sequence[str], year: int, reason: str, at: datetime) -> list[Document]:
    """Declare entries of a year void; they stay in the book, struck through, and their numbers stay used.

    All of them or none; a case of which every entry is void is void itself, and nobody has to act on it.
    """
    seen = [document.case_id for document in typed_documents(actor, numbers, year).values()]
    list(Case.objects.select_for_update().filter(pk__in=seen).order_by("id"))
    voided = list(typed_documents(actor, numbers, year).values())
    allow(rules.may_mend(actor), against_voiding(actor, numbers, year, reason))
    for document in voided:
        document.state = "void"
        document.save(update_fields=["state", "version"])
        Voiding.objects.create(document=document, reason=reason.strip(), by_id=actor.person, at=at)
        fact = EntryVoided(
            subject=Ref.of(document),
            number=document.number,
            case=document.case_id,
            words={"reason": reason.strip()},
        )
        announce(actor, fact, at=at)
    for case in {document.case_id: document.case for document in voided}.values():
        _void_if_empty(actor, case, at)
    return voided


@deed
def remark(actor: Actor, document: Document, *, text: str, at: datetime) -> Remark:
    """Add a line to the last column of the book."""
    allow(rules.may_mend(actor), rules.sound_remark(text))
    said = Remark.objects.create(document=document, text=text.strip(), by_id=actor.person, at=at)
    words = {"text": said.text}
    fact = RemarkMade(subject=Ref.of(document), number=document.number, case=document.case_id, words=words)
    announce(actor, fact, at=at)
    return said


class _Ledger:
    """The corrections of one deed: rows for the database, a sentence for the journal."""

    def __init__(self, reason: str, by: int | None, at: datetime) -> None:
        self.reason, self.by, self.at = reason, by, at
        self.rows: list[Correction] = []

    def enter(self, field: str, old: Any, new: Any, **thing: Document | Case) -> None:
        row = Correction(
            field=field,
            old=written(field, old),
            new=written(field, new),
            party=new if field == "party" else None,
            reason=self.reason,
            by_id=self.by,
            at=self.at,
            **thing,
        )
        row.save(force_insert=True)
        if "document" in thing:
            self.rows.append(row)

    def told(self, lang: str) -> str:
        return "; ".join(
            f"{label(row.field, lang)}: „{told_value(row.field, row.old, lang)}“ →"
            f" „{told_value(row.field, row.new, lang)}“"
            for row in self.rows
        )


def _lay(document: Document, said: Mapping[str, Any], changed: Sequence[str]) -> None:
    """Let the columns read as corrected, with what is sought by."""
    for name in changed:
        setattr(document, name, said[name])
    document.subject_key = fold(document.subject)
    if "party" in changed:
        party = document.party
        document.party_name = party.name if party else ""
        document.party_address = party.address if party else ""
        document.party_key = fold(document.party_name)


def _follow(
    actor: Actor,
    document: Document,
    before: Mapping[str, Any],
    changed: Sequence[str],
    ledger: _Ledger,
    *,
    years: Mapping[str, Any],
) -> None:
    """What the case took from this entry changes with it."""
    case = document.case
    if document.sub == 1 and "subject" in changed and case.title == before["subject"]:
        ledger.enter("title", case.title, document.subject, case=case)
        case.title = document.subject
    if document.sub == 1 and "mark" in changed and case.mark == before["mark"]:
        kept = years[document.mark].years
        ledger.enter("mark", case.mark, document.mark, case=case)
        ledger.enter("retention", case.retention, kept, case=case)
        case.mark, case.retention = document.mark, kept
    if "received_on" in changed and case.term_from == before["received_on"] and document.received_on:
        _new_term(actor, case, document.received_on, ledger.at)
    case.save()


def _new_term(actor: Actor, case: Case, start: date, at: datetime) -> None:
    old, new = case.due, term_from(case.term, start).due
    case.term_from, case.due = start, new
    if case.task is not None and case.task.state == "open" and case.task.due == old != new:
        case.task = asked(actor, case, new, at)


def _void_if_empty(actor: Actor, case: Case, at: datetime) -> None:
    if Document.objects.filter(case=case).exclude(state="void").exists():
        return
    if case.task is not None and case.task.state == "open":
        tasks.drop(actor, case.task, why=DROPPED, at=at)
    case.state, case.closed_at = "void", at
    case.save(update_fields=["state", "closed_at", "version"])
    announce(actor, CaseVoided(subject=Ref.of(case), number=case.number), at=at)
