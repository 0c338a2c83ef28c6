"""The staff door of the contacts."""

from konak.contacts.actions import change, find_or_add
from konak.contacts.models import Party, PartyKind
from konak.contacts.queries import named, parties, typed

__all__ = ["Party", "PartyKind", "change", "find_or_add", "named", "parties", "typed"]
