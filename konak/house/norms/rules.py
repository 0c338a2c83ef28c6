"""Who may enter a deviation, and what it must say."""

from collections.abc import Iterator
from datetime import date
from typing import Any

from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from konak.kernel import norms
from konak.kernel.errors import Reason, Text
from konak.kernel.i18n import Words
from konak.kernel.org import one_of

from .shape import NEEDED, Wrong, faults

WHO = ("secretary", "head", "it_admin")
may_deviate = one_of(*WHO, "system")

NEEDS: dict[Wrong, Text] = {
    "number": _("A whole number is needed, not below zero."),
    "yes or no": _("Yes or no is needed."),
    "text": _("A text is needed."),
    "code": _("A code is needed: small Latin letters without spaces."),
    "day of a year": _("A day of the year is needed, month first: 12-31."),
    "day": _("A day is needed as 2026-10-13."),
    "list": _("A list is needed."),
    "table": _("A table is needed, with the same names as the shipped one."),
    "missing": _("It is missing."),
    "unknown": _("The shipped norm has nothing of that name."),
    "languages": _("The text is needed in Macedonian and in Albanian."),
}


def shipped_values(key: str) -> list[Any]:
    """The values the house came with, oldest first; empty for a key that is not shipped."""
    return [norm.value for norm in norms.intervals(key) if not norm.deviates] if key in norms.known() else []


def shipped(key: str) -> Reason | None:
    if key in norms.known():
        return None
    return Reason(
        format_lazy(_("The house has no norm {key}."), key=key),
        way_out=_("Choose one from the list of norms."),
    )


def fits(key: str, value: Any) -> Iterator[Reason]:
    """The value has the shape of what is shipped."""
    for fault in faults(shipped_values(key), value):
        needed = NEEDS[fault.wrong]
        text = format_lazy("{where}: {needed}", where=fault.where, needed=needed) if fault.where else needed
        yield Reason(text, field="value")


def founded(basis: Words) -> Reason | None:
    if all(basis.get(language, "").strip() for language in NEEDED):
        return None
    return Reason(_("Name the basis in Macedonian and in Albanian."), field="basis")


def in_order(valid_from: date, valid_to: date | None) -> Reason | None:
    if valid_to is None or valid_to >= valid_from:
        return None
    return Reason(_("The last day is before the first."), field="valid_to")


def not_again(key: str, value: Any, basis: Words, valid_from: date, valid_to: date | None) -> Reason | None:
    """The same as what was entered last over these days: a second click of the same button."""
    last = (
        next((norm for norm in norms.intervals(key) if norm.deviates), None) if key in norms.known() else None
    )
    if last is None or (last.value, last.basis, last.valid_from, last.valid_to) != (
        value, basis, valid_from, valid_to,
    ):  # fmt: skip
        return None
    return Reason(
        _("Exactly this deviation is entered already."), way_out=_("See it on the page of the norm.")
    )
