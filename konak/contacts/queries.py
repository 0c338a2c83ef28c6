"""Reads of the contacts."""

from functools import reduce
from operator import or_

from django.db.models import Q, QuerySet

from konak.contacts.models import Party
from konak.contacts.rules import READERS
from konak.kernel.i18n import readings, tidy
from konak.kernel.journal import Actor


def parties(actor: Actor) -> QuerySet[Party]:
    """The parties this actor may look up."""
    return Party.objects.all() if actor.has(*READERS) else Party.objects.none()


def named(actor: Actor, text: str) -> QuerySet[Party]:
    """Parties whose name has each of the words, in either script."""
    found = parties(actor)
    for word in tidy(text).split():
        found = found.filter(reduce(or_, [Q(name_key__contains=reading) for reading in readings(word)]))
    return found.order_by("name_key", "id")


def recent(actor: Actor, text: str = "", limit: int = 60) -> list[Party]:
    """What a list of known parties offers: those of this name, the newest when nothing is typed yet."""
    found = named(actor, text) if text.strip() else parties(actor).order_by("-id")
    return list(found[:limit])


def typed(actor: Actor, line: str) -> Party | None:
    """The party whose line was chosen from the list („name · address · № 12“), else None."""
    _, mark, number = line.rpartition("№")
    if not mark or not number.strip().isdecimal():
        return None
    party = parties(actor).filter(pk=int(number)).first()
    return party if party and party.label == line.strip() else None
