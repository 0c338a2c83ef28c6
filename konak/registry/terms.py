"""The legal terms a letter may start. The number of days stands in the norms, the arithmetic in the clock."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.clock import Due, due
from konak.kernel.errors import Text

TERMS: dict[str, Text] = {
    "petition.answer": _("Petition or proposal"),
    "foi.answer": _("Request for access to information"),
    "procedure.decide": _("Request in an administrative procedure"),
}


def term_from(term: str, start: date) -> Due:
    """When the term that started on this day ends, with every step explained."""
    return due(term=term, start=start)
