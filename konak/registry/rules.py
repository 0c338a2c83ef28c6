"""Who may do what in the писарница, and what stands in the way."""

from collections.abc import Collection, Iterable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.contacts.office import NewParty, Party, sound
from konak.kernel.errors import Reason, Text, gather
from konak.kernel.i18n import LANGUAGES, pick
from konak.kernel.journal import Actor
from konak.registry.models import Channel, Way
from konak.registry.terms import TERMS

if TYPE_CHECKING:
    from konak.kernel.org import Person, Unit
    from konak.registry.models import Case, Document

CLERKS = frozenset({"registrar", "archivist"})
SEES_ALL = CLERKS | {"secretary", "head"}
ROUTERS = frozenset({"registrar", "secretary", "head", "mayor"})
WRITERS = CLERKS | {
    "officer",
    "lawyer",
    "session_clerk",
    "secretary",
    "head",
    "mayor",
    "president",
    "gazette_editor",
    "pr",
}


READS = SEES_ALL | WRITERS


def may_register(actor: Actor) -> Reason | None:
    if actor.has(*CLERKS):
        return None
    return Reason(
        _("Only the registry office registers letters that come in."),
        way_out=_("Hand the letter in at the registry office."),
    )


def may_write(actor: Actor, case: "Case | None" = None, day: date | None = None) -> Reason | None:
    """Who makes papers that get a number: every clerk, and those who sign acts."""
    if actor.has(*WRITERS):
        return None
    return Reason(_("Your post makes no official papers."))


def may_route(actor: Actor, case: "Case", day: date) -> Reason | None:
    if actor.has(*ROUTERS):
        return None
    return Reason(_("Cases are routed by the registry office, the secretary, the mayor or the head."))


def may_close(actor: Actor, case: "Case", day: date) -> Reason | None:
    if actor.has(*SEES_ALL) or case.officer_id == actor.person or case.unit_id in actor.units:
        return None
    return Reason(_("A case is closed by the one who works on it, or by the registry office."))


def may_dispatch(actor: Actor, document: "Document", day: date) -> list[Reason]:
    reasons = []
    if document.direction != "outgoing":
        reasons.append(Reason(_("Only an outgoing document is dispatched.")))
    if not actor.has(*CLERKS):
        reasons.append(
            Reason(
                _("Papers leave the house through the registry office."),
                way_out=_("Bring the signed original to the registry office."),
            )
        )
    return reasons


def case_is_open(case: "Case | None") -> Reason | None:
    if case is None or case.state == "open":
        return None
    return Reason(
        _("Case %(number)s is closed.") % {"number": case.number},
        way_out=_("Register the letter as a new case."),
        field="case",
    )


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


def sound_routing(
    unit: "Unit | None",
    person: "Person | None",
    due: date | None,
    today: date,
    staff: "Mapping[Unit, Collection[Person]]",
) -> list[Reason]:
    """A case goes to a unit, and there only to who works in it; `staff` says who works where today."""
    reasons = []
    if unit is None:
        reasons.append(Reason(_("Choose the unit that gets the case."), field="unit"))
    elif person is not None and person not in staff.get(unit, ()):
        reasons.append(_of_another_unit(person, [own for own, people in staff.items() if person in people]))
    if due is not None and due < today:
        reasons.append(Reason(_("The term is in the past."), field="due"))
    return reasons


def _of_another_unit(person: "Person", own: "list[Unit]") -> Reason:
    units = ", ".join(f"„{pick(unit.name, get_language() or 'mk')[0]}“" for unit in own)
    way_out = (
        _("Choose one of the unit's people, or send the case to %(units)s.") % {"units": units}
        if own
        else _("Choose one of the unit's people, or leave the person empty.")
    )
    return Reason(
        _("%(person)s does not work in the chosen unit.") % {"person": person},
        way_out=way_out,
        field="person",
    )


def not_there_yet(case: "Case", unit: "Unit", person: "Person | None", due: date | None) -> Reason | None:
    """A case that waits there already, by the same day, is not sent there once more."""
    task = case.task
    if task is None or task.state != "open":
        return None
    if (task.unit_id, task.person_id, task.due) != (unit.pk, person.pk if person else None, due):
        return None
    return Reason(
        _("The case already waits there."), way_out=_("Choose somebody else, or another day."), field="person"
    )


def some_files(files: Sequence[object]) -> Reason | None:
    return None if files else Reason(_("Choose at least one file."), field="files")


def sound_dispatch(way: str, on: date, document: "Document", today: date) -> list[Reason]:
    reasons = []
    if way not in Way.values:
        reasons.append(Reason(_("Say how the document leaves the house."), field="way"))
    if on > today:
        reasons.append(Reason(_("The day of dispatch is later than today."), field="on_day"))
    if on < document.day:
        reasons.append(Reason(_("The day of dispatch is earlier than the document."), field="on_day"))
    if document.party_id is None:
        reasons.append(Reason(_("The document has no addressee."), field="party"))
    return reasons


def unfinished(open_tasks: Iterable[tuple[str, str]], undispatched: Iterable[str]) -> list[Reason]:
    """All that stands in the way of closing: open tasks (title, holder) and replies not yet sent."""
    reasons = [
        Reason(
            _("A task still waits for %(whom)s: %(title)s.") % {"whom": whom, "title": title},
            way_out=_("Mark it as done or hand it over."),
        )
        for title, whom in open_tasks
    ]
    reasons += [
        Reason(
            _("Outgoing document %(number)s has not been dispatched.") % {"number": number},
            way_out=_("Let the registry office dispatch it."),
        )
        for number in undispatched
    ]
    return reasons
