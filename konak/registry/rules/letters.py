"""What a letter needs before it gets a number; everything that is wrong, at once."""

from collections.abc import Collection, Sequence
from datetime import date, datetime
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from konak.contacts.office import NewParty, Party, sound
from konak.kernel.errors import Reason, Text, gather
from konak.kernel.i18n import LANGUAGES
from konak.kernel.norms import Norms
from konak.registry.marks import books
from konak.registry.models import Channel
from konak.registry.rules.cases import case_is_open
from konak.registry.terms import TERMS

if TYPE_CHECKING:
    from konak.kernel.org import Unit
    from konak.registry.actions.entering import Late
    from konak.registry.models import Book, Case


def sound_letter(
    *, subject: str, language: str, mark: str, marks: Collection[str], unit: "Unit | None"
) -> list[Reason]:
    """What any document needs: a subject, a language, a mark of the plan, a unit."""
    reasons = []
    if not subject.strip():
        reasons.append(Reason(_("The subject is missing."), field="subject"))
    if language not in LANGUAGES:
        reasons.append(Reason(_("Choose the language of the document."), field="language"))
    if mark not in marks:
        reasons.append(
            Reason(
                _("The archive mark is not in this year's plan of marks."),
                way_out=_("Choose a mark from the list."),
                field="mark",
            )
        )
    if unit is None:
        reasons.append(Reason(_("Choose the unit that gets the case."), field="unit"))
    return reasons


def sound_incoming(
    *,
    party: "Party | NewParty | None",
    today: date,
    marks: Collection[str],
    subject: str,
    language: str,
    mark: str,
    unit: "Unit | None",
    received_on: date | None,
    channel: str,
    sender_date: date | None,
    enclosures: int,
    term: str,
    case: "Case | None",
) -> list[Reason]:
    """Everything that is wrong with a letter that came in."""
    reasons = sound_party(party, _("The sender is missing."))
    reasons += sound_letter(
        subject=subject,
        language=language,
        mark=mark,
        marks=marks,
        unit=unit or (case.unit if case else None),
    )
    if received_on is None:
        reasons.append(Reason(_("The day of receipt is missing."), field="received_on"))
    elif received_on > today:
        reasons.append(Reason(_("The day of receipt is later than today."), field="received_on"))
    if sender_date and received_on and sender_date > received_on:
        reasons.append(
            Reason(
                _("The sender's date is later than the day of receipt."),
                way_out=_("Check both dates; if the sender wrote it wrong, leave his date empty."),
                field="sender_date",
            )
        )
    if channel not in Channel.values:
        reasons.append(Reason(_("Say how the letter came."), field="channel"))
    if not 0 <= enclosures <= 9999:
        reasons.append(Reason(_("The number of enclosures is between 0 and 9999."), field="enclosures"))
    return [*reasons, *_sound_term(term, case), *gather(case_is_open(case))]


def _sound_term(term: str, case: "Case | None") -> list[Reason]:
    if term and term not in TERMS:
        return [Reason(_("There is no such legal term."), field="term")]
    if term and case is not None:
        return [
            Reason(
                _("The legal term of a case runs from its first letter."),
                way_out=_("Leave the term empty, or register the letter as a new case."),
                field="term",
            )
        ]
    return []


def sound_party(party: "Party | NewParty | None", missing: Text) -> list[Reason]:
    """A correspondent is named, and when he is new, written right."""
    if party is None:
        return [Reason(missing, way_out=_("Choose one from the list or write a new name."), field="name")]
    return sound(party) if isinstance(party, NewParty) else []


def sound_direction(direction: str, party: "Party | NewParty | None") -> list[Reason]:
    """Papers of the house go out to somebody or stay inside."""
    reasons = []
    if direction not in ("outgoing", "internal"):
        reasons.append(
            Reason(_("Say whether the document goes out or stays in the house."), field="direction")
        )
    if direction == "outgoing" or party is not None:
        reasons += sound_party(party, _("The addressee is missing."))
    return reasons


def sound_book(kind: str, norms: Norms) -> Reason | None:
    """A case is entered in one of the books the house keeps."""
    if kind in books(norms):
        return None
    return Reason(_("The house keeps no such book."), way_out=_("Choose one from the list."), field="book")


def sound_late(late: "Late | None", at: datetime) -> list[Reason]:
    """What is entered after its time says why, and for a time that has passed."""
    if late is None:
        return []
    reasons = []
    if not late.reason.strip():
        reasons.append(
            Reason(
                _("Say why the entry is late."), way_out=_("Write in a sentence why."), field="late_reason"
            )
        )
    if late.stated_at > at:
        reasons.append(Reason(_("The moment of a late entry has passed already."), field="stated_on"))
    return reasons


def book_gives_numbers(book: "Book | None", year: int, *, late: bool) -> Reason | None:
    """A closed book gives none; a late entry needs a book of its year."""
    if book is None:
        return (
            Reason(
                _("There is no register of %(year)s here.") % {"year": year},
                way_out=_("Enter it today, and say in a remark of when it is."),
                field="stated_on",
            )
            if late
            else None
        )
    if book.imported:
        return Reason(
            _("The register of %(year)s was kept elsewhere and gives no numbers here.") % {"year": year},
            way_out=_("Enter it today, and say in a remark of when it is."),
            field="stated_on",
        )
    closing = getattr(book, "closing", None)
    if closing is None:
        return None
    return Reason(
        _("The register of %(year)s is closed with number %(last)s.") % {"year": year, "last": closing.last},
        way_out=_("Enter it today, and say in a remark of when it is."),
        field="stated_on",
    )


def some_files(files: Sequence[object]) -> Reason | None:
    return None if files else Reason(_("Choose at least one file."), field="files")
