"""An entry as it reads in the book: which of its values may be corrected, and how each is written."""

from collections.abc import Mapping
from datetime import date
from typing import Any

from django.utils import translation
from django.utils.translation import gettext_lazy as _

from konak.contacts.office import NewParty, Party
from konak.kernel.errors import Text
from konak.kernel.i18n import LANGUAGE_WORDS, day_digits
from konak.registry.models import Channel, Document

FIELDS = (
    *("subject", "party", "sender_number", "sender_date", "received_on"),
    *("channel", "enclosures", "language", "mark"),
)

LABELS: Mapping[str, Text] = {
    "subject": _("subject"),
    "party": _("sender or addressee"),
    "sender_number": _("sender's number"),
    "sender_date": _("sender's date"),
    "received_on": _("received on"),
    "channel": _("how it came"),
    "enclosures": _("enclosures"),
    "language": _("language"),
    "mark": _("archive mark"),
    "title": _("title of the case"),
    "retention": _("years to keep"),
}


def entry_of(document: Document) -> dict[str, Any]:
    """The values of `FIELDS` as they stand."""
    return {name: getattr(document, name) for name in FIELDS}


def written(field: str, value: Any) -> str:
    """A value as the ledger of corrections keeps it; the database compares its column with this."""
    if value is None:
        return ""
    if isinstance(value, Party | NewParty):
        return value.name.strip()
    if isinstance(value, date):
        return value.isoformat()
    return str(value).strip()


def label(field: str, lang: str) -> str:
    """What a value is called, in a language."""
    with translation.override(lang):
        return str(LABELS[field])


def told_value(field: str, value: str, lang: str) -> str:
    """A value of the ledger as a reader of that language sees it."""
    if not value:
        return "–"
    if field in ("sender_date", "received_on"):
        return day_digits(date.fromisoformat(value))
    if field == "language":
        return LANGUAGE_WORDS[value][lang] if value in LANGUAGE_WORDS else value
    with translation.override(lang):
        return str(dict(Channel.choices).get(value, value)) if field == "channel" else value
