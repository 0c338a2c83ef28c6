"""A case at work: where it goes, what leaves the house, what stands in the way of closing."""

from collections.abc import Collection, Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.i18n import pick
from konak.registry.models import Way

if TYPE_CHECKING:
    from konak.kernel.org import Person, Unit
    from konak.registry.models import Case, Document


def case_is_open(case: "Case | None") -> Reason | None:
    if case is None or case.state == "open":
        return None
    return Reason(
        _("Case %(number)s is closed.") % {"number": case.number},
        way_out=_("Register the letter as a new case."),
        field="case",
    )


def some_reason(reason: str) -> Reason | None:
    if reason.strip():
        return None
    return Reason(_("The reason is missing."), way_out=_("Write in a sentence why."), field="reason")


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
