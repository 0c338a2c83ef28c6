"""Reads of the law watch."""

from collections.abc import Iterable

from django.db.models import QuerySet

from konak.kernel.journal import Actor
from konak.laws import law, rules
from konak.laws.models import LawChange, Obligation, Reading, Regulation


def regulations(actor: Actor) -> QuerySet[Regulation]:
    """The regulations this actor may look up."""
    return Regulation.objects.all() if actor.has(*rules.READERS) else Regulation.objects.none()


def by_name(names: Iterable[str]) -> Regulation | None:
    """The regulation of one of these names, however its first word is declined."""
    keys = {law.key(name) for name in names} - {""}
    return next(
        (one for one in Regulation.objects.order_by("id") if keys & {law.key(n) for n in one.name.values()}),
        None,
    )


def change(pk: int) -> LawChange:
    """One change with its regulation. Raises `LawChange.DoesNotExist`."""
    return LawChange.objects.select_related("regulation").get(pk=pk)


def changes(regulation: Regulation) -> list[LawChange]:
    """What happened to a regulation, oldest first."""
    return list(LawChange.objects.filter(regulation=regulation).order_by("from_day", "id"))


def obligations(actor: Actor) -> QuerySet[Obligation]:
    """What regulations ask of us, by term, the met ones too."""
    seen = Obligation.objects.filter(regulation__in=regulations(actor))
    return seen.select_related("regulation").order_by("due", "id")


def readings(actor: Actor, year: int) -> QuerySet[Reading]:
    """The reading log of a year, newest issue first."""
    seen = Reading.objects.all() if actor.has(*rules.READERS) else Reading.objects.none()
    return seen.filter(year=year).select_related("by").order_by("-number")


def unread(actor: Actor, year: int) -> list[int]:
    """Issues of a year between the first and the last read that nobody logged."""
    return law.missing(readings(actor, year).values_list("number", flat=True))
