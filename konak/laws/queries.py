"""Reads of the law watch."""

from collections.abc import Iterable
from datetime import date, timedelta

from django.db.models import QuerySet

from konak.kernel.i18n import fold
from konak.kernel.i18n import readings as readings_of
from konak.kernel.journal import Actor
from konak.laws import law, rules
from konak.laws.models import Citation, LawChange, Obligation, Reading, Regulation

NEAR = 30  # days before its term from which an obligation is near


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


def named_in(names: Iterable[str]) -> dict[str, Regulation]:
    """Which of these names are those of regulations of the watch. One query."""
    known = {law.key(said): one for one in Regulation.objects.order_by("-id") for said in one.name.values()}
    keyed = {name: law.key(name) for name in names}
    return {name: known[key] for name, key in keyed.items() if key and key in known}


def found(actor: Actor, words: str) -> QuerySet[Regulation]:
    """Regulations whose name in any language has all these words, in whatever script and case they are typed.

    The few hundred names are compared here: they are kept as they are printed, and no database folds them alike.
    """
    seen, wanted = regulations(actor), [readings_of(word) for word in words.split()[:8]]
    if not wanted:
        return seen
    names = {pk: [fold(said) for said in name.values()] for pk, name in seen.values_list("pk", "name")}
    return seen.filter(
        pk__in=[
            pk
            for pk, said in names.items()
            if any(all(any(one in name for one in word) for word in wanted) for name in said)
        ]
    )


def cited(actor: Actor, number: int) -> Citation | None:
    """A citation of a text of ours, for whoever keeps the watch."""
    return Citation.objects.filter(pk=number).first() if rules.keeps(actor) and number < 1 << 31 else None


def waiting(actor: Actor, today: date) -> int:
    """Obligations that are not met and whose term is past or near."""
    soon = today + timedelta(days=NEAR)
    return obligations(actor).filter(done_on=None, due__lte=soon).count()


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
