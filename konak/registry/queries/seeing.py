"""What an actor may see is decided here, by query."""

from datetime import date

from django.db.models import Q, QuerySet

from konak.kernel.journal import Actor
from konak.registry.law import read_number
from konak.registry.models import Case, Document
from konak.registry.rules import SEES_ALL


def cases(actor: Actor) -> QuerySet[Case]:
    """All of them for the registry office and the heads; for others those of their units and their own."""
    return Case.objects.filter(_seen(actor, ""))


def documents(actor: Actor) -> QuerySet[Document]:
    """The documents of the cases that the actor sees."""
    return Document.objects.filter(_seen(actor, "case__"))


def _seen(actor: Actor, path: str) -> Q:
    if actor.has(*SEES_ALL, "system"):
        return Q()
    seen = Q(**{f"{path}unit_id__in": actor.units})
    if actor.person is not None:
        seen |= Q(**{f"{path}officer_id": actor.person})
    return seen


def dated(*numbers: int | None) -> dict[int | None, tuple[date, str]]:
    """Day and number of documents by id: the day it was received, else the day it was registered. One query."""
    found = Document.objects.filter(pk__in=[number for number in numbers if number]).values_list(
        "id", "received_on", "day", "number"
    )
    return {pk: (received or day, number) for pk, received, day, number in found}


def case_by_number(actor: Actor, text: str, year: int | None = None) -> Case | None:
    """The case of a typed number („08-155“ or „08-155/1“); of the newest year when years share it and none is said."""
    number = read_number(text)
    if number is None:
        return None
    found = cases(actor).select_related("unit", "book").filter(prefix=number[0], basic=number[1])
    if year is not None:
        found = found.filter(book__year=year)
    return found.order_by("-book__year").first()
