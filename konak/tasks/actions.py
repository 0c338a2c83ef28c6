"""Deeds on tasks."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import Words
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.org import Person, Unit
from konak.tasks.facts import TaskAssigned, TaskDone, TaskDropped, TaskHandedOver, TaskWithdrawn
from konak.tasks.flow import TASK
from konak.tasks.models import Task
from konak.tasks.rules import is_mine, still_waits


@deed
def assign(
    actor: Actor,
    *,
    about: Ref,
    title: Words,
    due: date | None = None,
    person: Person | int | None = None,
    unit: Unit | int | None = None,
    role: str = "",
    at: datetime,
) -> Task:
    """Let something wait for a person, or for a unit or role until one of them takes it.

    Whether the actor may ask for it is the rule of the deed that calls this one.
    """
    allow(
        Reason(_("Say for whom the task is."), field="person") if not (person or unit or role) else None,
        Reason(_("Say what is to be done."), field="title") if not any(title.values()) else None,
    )
    task = Task(
        about_kind=about.kind,
        about_id=about.id,
        title=title,
        due=due,
        person_id=_id(person),
        unit_id=_id(unit),
        role=role,
        given_by_id=actor.person,
        given_at=at,
    )
    task.save(force_insert=True)
    announce(
        actor,
        TaskAssigned(
            subject=Ref.of(task),
            about=str(about),
            due=due,
            words={"title": task.title, "whom": task.whom},
        ),
        at=at,
    )
    return task


@deed
def done(actor: Actor, task: Task, *, at: datetime, version: int | None = None) -> Task:
    """What the task asked for is done."""
    task = hold(Task.objects.all(), task.pk, version)
    allow(TASK.check(actor, task, "done", at.date()))
    return _finish(actor, task, at)


@deed
def done_about(actor: Actor, about: Ref, *, at: datetime) -> list[Task]:
    """Close the open tasks about a thing that wait for this actor; those of others go on waiting."""
    waiting = Task.objects.select_for_update(of=("self",)).filter(
        about_kind=about.kind, about_id=about.id, state="open"
    )
    return [_finish(actor, task, at) for task in waiting.order_by("id") if is_mine(actor, task)]


@deed
def fulfil(actor: Actor, task: Task, *, at: datetime) -> Task:
    """Another deed did what the task asked for, whoever it waited for; who may is the rule of that deed."""
    task = hold(Task.objects.all(), task.pk)
    allow(still_waits(task))
    return _finish(actor, task, at)


@deed
def supersede(
    actor: Actor,
    task: Task,
    *,
    due: date | None = None,
    person: Person | int | None = None,
    unit: Unit | int | None = None,
    role: str = "",
    at: datetime,
) -> Task:
    """Withdraw a task that waits; the same is asked of somebody else, or by another day. Returns the new task.

    Whether the actor may is the rule of the deed that calls this one.
    """
    task = hold(Task.objects.select_related("person", "unit"), task.pk)
    allow(still_waits(task))
    successor = assign(
        actor, about=task.about, title=task.title, due=due, person=person, unit=unit, role=role, at=at
    )
    task.state, task.ended_at = "withdrawn", at
    task.save()
    announce(
        actor,
        TaskWithdrawn(
            subject=Ref.of(task),
            about=str(task.about),
            successor=successor.pk,
            words={"title": task.title, "whom": task.whom, "taker": successor.whom},
        ),
        at=at,
    )
    return successor


@deed
def drop(actor: Actor, task: Task, *, why: Words, at: datetime) -> Task:
    """What the task asked for is no longer wanted; `why` is a sentence in each language.

    Whether the actor may is the rule of the deed that calls this one.
    """
    task = hold(Task.objects.select_related("person", "unit"), task.pk)
    allow(still_waits(task))
    task.state, task.ended_at = "withdrawn", at
    task.save()
    fact = TaskDropped(subject=Ref.of(task), about=str(task.about), words={"whom": task.whom, "why": why})
    announce(actor, fact, at=at)
    return task


def _finish(actor: Actor, task: Task, at: datetime) -> Task:
    task.state, task.ended_at = "done", at
    task.save()
    announce(
        actor,
        TaskDone(subject=Ref.of(task), about=str(task.about), words={"title": task.title}),
        at=at,
    )
    return task


@deed
def hand_over(actor: Actor, task: Task, person: Person, *, at: datetime, version: int | None = None) -> Task:
    """Let the task wait for another person from now on; the term stays."""
    task = hold(Task.objects.all(), task.pk, version)
    allow(
        TASK.check(actor, task, "hand_over", at.date()),
        Reason(_("The task already waits for this person."), field="person")
        if task.person_id == person.pk
        else None,
    )
    task.person = person
    task.save()
    announce(
        actor,
        TaskHandedOver(
            subject=Ref.of(task),
            about=str(task.about),
            person=person.pk,
            words={"title": task.title, "whom": task.whom},
        ),
        at=at,
    )
    return task


def _id(thing: Person | Unit | int | None) -> int | None:
    return thing if thing is None or isinstance(thing, int) else thing.pk
