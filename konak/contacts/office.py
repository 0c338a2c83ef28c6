"""The staff door of the contacts."""

from konak.contacts.actions import change, find_or_add
from konak.contacts.models import Party, PartyKind
from konak.contacts.queries import named, parties, recent, typed
from konak.contacts.rules import NewParty, sound

__all__ = [
    "NewParty",
    "Party",
    "PartyKind",
    "change",
    "find_or_add",
    "named",
    "parties",
    "recent",
    "sound",
    "typed",
]
