"""Reads of tasks."""

from dataclasses import dataclass
from datetime import date, timedelta

from django.db.models import Count, F, Q, QuerySet

from konak.kernel.journal import Actor, Ref
from konak.tasks.models import Task
from konak.tasks.rules import CHIEFS, persons


@dataclass(frozen=True)
class Counts:
    """Open tasks of one actor by term."""

    all: int
    late: int
    today: int
    soon: int


def mine(actor: Actor) -> Q:
    """Tasks of the actor himself or of whom he stands for, or of nobody yet but his unit or role."""
    whose = Q(person__isnull=True) & (Q(unit_id__in=actor.units) | Q(role__in=actor.roles - {""}))
    return whose | Q(person_id__in=persons(actor))


def visible(actor: Actor) -> QuerySet[Task]:
    """Tasks the actor may open: his own, his units', those he gave; chiefs see all."""
    if actor.has(*CHIEFS):
        return Task.objects.all()
    seen = mine(actor) | Q(unit_id__in=actor.units)
    if actor.person is not None:
        seen |= Q(given_by_id=actor.person)
    return Task.objects.filter(seen) if actor.is_signed_in else Task.objects.none()


def by_term(tasks: QuerySet[Task]) -> QuerySet[Task]:
    """Nearest term first, those without a term last."""
    return tasks.select_related("person", "unit").order_by(F("due").asc(nulls_last=True), "id")


def waiting_for(actor: Actor) -> QuerySet[Task]:
    """What waits for this actor, by term."""
    return by_term(Task.objects.filter(mine(actor), state="open"))


def of_units(actor: Actor) -> QuerySet[Task]:
    """What waits in the actor's units, whoever holds it; for chiefs in the whole house."""
    found = Task.objects.filter(state="open")
    return by_term(found if actor.has(*CHIEFS) else found.filter(unit_id__in=actor.units))


def finished(actor: Actor) -> QuerySet[Task]:
    """What the actor and his units have done or no longer have to do; for chiefs the whole house."""
    return visible(actor).exclude(state="open").select_related("person", "unit")


def about(*refs: Ref) -> QuerySet[Task]:
    """All tasks about these things, open ones first."""
    ids: dict[str, list[int]] = {}
    for ref in refs:
        ids.setdefault(ref.kind, []).append(ref.id)
    which = Q(pk__in=[])
    for kind, things in ids.items():
        which |= Q(about_kind=kind, about_id__in=things)
    return (
        Task.objects.filter(which)
        .select_related("person", "unit")
        .order_by(F("ended_at").asc(nulls_first=True), "id")
    )


def counts(actor: Actor, today: date) -> Counts:
    """How much waits for the actor: all, late, due today, due in the next three days."""
    found = Task.objects.filter(mine(actor), state="open").aggregate(
        all=Count("id"),
        late=Count("id", filter=Q(due__lt=today)),
        today=Count("id", filter=Q(due=today)),
        soon=Count("id", filter=Q(due__gt=today, due__lte=today + timedelta(days=3))),
    )
    return Counts(**found)


def waiting_count(actor: Actor) -> int:
    """How many tasks wait for the actor."""
    return Task.objects.filter(mine(actor), state="open").count()
