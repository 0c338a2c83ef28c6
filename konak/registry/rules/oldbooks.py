"""When an old book may be taken over, and what is wrong with a row, in words."""

from collections.abc import Container, Mapping, Sequence
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, Text
from konak.kernel.journal import Actor
from konak.registry.oldbook import Mapping as Columns
from konak.registry.rules.who import CLERKS

if TYPE_CHECKING:
    from konak.registry.models import Book, OldBook

MOST_ROWS = 200_000

NAMES: Mapping[str, Text] = {
    "number": _("Number"),
    "prefix": _("Prefix"),
    "basic": _("Basic number"),
    "sub": _("Sub-number"),
    "received_on": _("Received on"),
    "subject": _("Subject"),
    "party": _("Sender or addressee"),
    "direction": _("Direction"),
    "sender_number": _("Sender's number"),
    "sender_date": _("Sender's date"),
    "unit": _("Unit"),
    "closed_on": _("Put away on"),
    "mark": _("Archive mark"),
    "remark": _("Remark"),
}
WRONG: Mapping[str, Text] = {
    "empty": _("nothing stands there"),
    "no_number": _("“%(value)s” is no number of a register"),
    "no_day": _("“%(value)s” is no day, as 13.10.2024"),
    "other_year": _("“%(value)s” is of another year"),
    "too_long": _("longer than %(value)s signs"),
    "closed_before": _("put away on %(value)s, before it came"),
    "taken": _("%(value)s stands in the book already, with another subject"),
    "ours": _("given here; the old book ends with %(value)s"),
}


def may_import(actor: Actor) -> Reason | None:
    if actor.has(*CLERKS, "system"):
        return None
    return Reason(_("Old books are taken over by the registry office."))


def sound_old_book(book: "Book | None", year: int, this_year: int) -> list[Reason]:
    """The year has passed, or began elsewhere."""
    if not 1900 <= year <= this_year or (year == this_year and book is None):
        return [
            Reason(
                _("An old book is of a year that has passed."),
                way_out=_("Of this year, the register must have begun behind the old book's last number."),
                field="year",
            )
        ]
    if book is not None and not book.imported and not book.starts_after:
        return [
            Reason(
                _("The register of %(year)s was kept here from its first number.") % {"year": year},
                field="year",
            )
        ]
    return []


def sound_rows(rows: int, mark: str, marks: Container[str]) -> list[Reason]:
    """There are rows, and not too many; the mark for rows that name none is of the plan."""
    reasons = []
    if not rows:
        reasons.append(Reason(_("The file has no rows."), field="file"))
    if rows > MOST_ROWS:
        reasons.append(
            Reason(
                _("The file has more than %(most)s rows.") % {"most": MOST_ROWS},
                way_out=_("Cut it by year."),
                field="file",
            )
        )
    if mark not in marks:
        reasons.append(
            Reason(
                _("The archive mark is not in this year's plan of marks."),
                way_out=_("Choose a mark from the list."),
                field="mark",
            )
        )
    return reasons


def sound_mapping(mapping: Mapping[str, int]) -> list[Reason]:
    """The columns without which no row is an entry are named, and none is two things."""
    reasons = [
        Reason(
            _("No column is named as “%(field)s”.") % {"field": NAMES[field]},
            way_out=_("Choose the column."),
            field=field,
        )
        for field in Columns(mapping).missing
    ]
    twice = [field for field, at in mapping.items() if list(mapping.values()).count(at) > 1]
    if twice:
        fields = ", ".join(f"„{NAMES[field]}“" for field in twice)
        reasons.append(
            Reason(
                _("One column is named as %(fields)s.") % {"fields": fields}, way_out=_("Choose one of them.")
            )
        )
    return reasons


def is_draft(old: "OldBook") -> Reason | None:
    return None if old.state == "draft" else Reason(_("The old book is being taken over already."))


def still_running(old: "OldBook") -> Reason | None:
    return None if old.state == "running" else Reason(_("The old book has been taken over already."))


def told_problem(problem: Sequence[str]) -> str:
    """„Примено на: „35.03.2024“ не е ден“, in the reader's language."""
    code, field, value = problem
    return f"{NAMES[field]}: {str(WRONG[code]) % {'value': value}}"
