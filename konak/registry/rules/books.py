"""When a book is closed: what stands against it, at once."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.i18n import day_digits

if TYPE_CHECKING:
    from konak.registry.auditing import BookAudit
    from konak.registry.models import Book


def close_day(book: "Book", month_day: str) -> date:
    """The day on which a book is closed; `month_day` is the norm `registry.close_day`, "12-31"."""
    return date.fromisoformat(f"{book.year}-{month_day}")


def sound_closing(book: "Book", audit: "BookAudit", today: date, on: date) -> list[Reason]:
    """Closed once, not before its day, and with every number in its place."""
    closing = getattr(book, "closing", None)
    if closing is not None:
        said = {"day": day_digits(closing.at), "last": closing.last}
        return [Reason(_("The book was closed on %(day)s with number %(last)s.") % said)]
    reasons = []
    if today < on:
        reasons.append(
            Reason(
                _("The book is closed on %(day)s, not before.") % {"day": day_digits(on)},
                way_out=_("Letters still come this year."),
            )
        )
    wrong = {
        _("Missing numbers: %(numbers)s."): audit.gaps,
        _("Numbers given twice: %(numbers)s."): audit.doubles,
    }
    reasons += [
        Reason(
            text % {"numbers": ", ".join(map(str, numbers))},
            way_out=_("Tell the administrator: the register is no longer whole."),
        )
        for text, numbers in wrong.items()
        if numbers
    ]
    return reasons


def not_signed_yet(book: "Book") -> list[Reason]:
    """The scan of the signed note is added once, to a closed book."""
    closing = getattr(book, "closing", None)
    if closing is None:
        return [Reason(_("The book is not closed yet."), way_out=_("Close it first."))]
    if closing.signed_id is not None:
        return [Reason(_("The signed note stands there already."))]
    return []
