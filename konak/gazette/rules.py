"""Who makes the gazette, and what stands in the way of an issue."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.i18n import day_digits
from konak.kernel.journal import Actor

if TYPE_CHECKING:
    from konak.acts.office import Act
    from konak.gazette.models import Issue

EDITORS = frozenset({"gazette_editor"})
READS = EDITORS | {
    "officer",
    "lawyer",
    "session_clerk",
    "secretary",
    "president",
    "councillor",
    "mayor",
    "head",
    "translator",
    "registrar",
    "archivist",
    "pr",
}


def may_edit(actor: Actor, issue: "Issue | None" = None, day: date | None = None) -> Reason | None:
    if actor.has(*EDITORS):
        return None
    return Reason(
        _("The gazette is made and published by its editor."),
        way_out=_("Ask the editor of the gazette."),
    )


def no_other_draft(issue: "Issue | None") -> Reason | None:
    """One issue at a time, so that numbers follow each other."""
    if issue is None:
        return None
    return Reason(
        _("Issue %(number)s is not published yet.") % {"number": issue.short},
        way_out=_("Publish it first, or put the acts into it."),
    )


def sound_day(day: date | None, last: date | None) -> Reason | None:
    """An issue has a day, not before that of the issue published before it."""
    if day is None:
        return Reason(_("Write the day of the issue."), field="day")
    if last is not None and day < last:
        return Reason(
            _("The last published issue is of %(day)s; this one cannot be earlier.")
            % {"day": day_digits(last)},
            field="day",
        )
    return None


def same_row(row: int, other: int) -> Reason | None:
    if row == other:
        return None
    return Reason(
        _("The issue has its number already; on that day the numbers begin anew."),
        way_out=_("Keep the day in the same row of numbers and publish the rest in the next issue."),
        field="day",
    )


def not_before_its_acts(day: date, act: "Act") -> Reason | None:
    """Real issues are sometimes dated before acts they hold; a composer refuses it."""
    if act.adopted_on is None or act.adopted_on <= day:
        return None
    return Reason(
        _("The issue is of %(day)s, but %(act)s was adopted on %(adopted)s.")
        % {"day": day_digits(day), "act": act.number, "adopted": day_digits(act.adopted_on)},
        way_out=_("Give the issue a later day, or take the act out."),
    )


def waits(act: "Act", waiting: bool) -> Reason | None:
    if waiting:
        return None
    return Reason(
        _("%(act)s does not wait for the gazette.") % {"act": act.number or act.title.get("mk", "")},
        way_out=_("Only what was signed, and for the council's acts ordered by the mayor, is published."),
    )


def standing(position: int, last: int) -> Reason | None:
    if 1 <= position <= last:
        return None
    return Reason(_("There is no such place in the issue."), field="position")


def not_empty(entries: int) -> Reason | None:
    if entries:
        return None
    return Reason(_("The issue holds no act."), way_out=_("Add the acts that wait."))


def not_ahead(issue_day: date, day: date) -> Reason | None:
    """A day to come is no day of publication: entry into force would be counted from it."""
    if issue_day <= day:
        return None
    return Reason(
        _("The issue is of %(day)s, which is still to come.") % {"day": day_digits(issue_day)},
        way_out=_("Publish it on that day, or give it today's day."),
    )


def languages_there(number: str, missing: list[str], gate: bool) -> Reason | None:
    """A warning on the screen; a refusal where the norm acts.languages_gate says so."""
    if not missing or not gate:
        return None
    return Reason(
        _("%(act)s has no text in: %(languages)s.") % {"act": number, "languages": ", ".join(missing)},
        way_out=_("Take it out until it is there in every official language."),
    )


def same_content(printed: str, now: str) -> Reason | None:
    if printed == now:
        return None
    return Reason(
        _("The content has changed since the paper was made."),
        way_out=_("Look at the new paper and publish that."),
    )
