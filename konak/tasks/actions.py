"""Deeds on tasks."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import pick
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.org import Person, Unit
from konak.tasks.facts import TaskAssigned, TaskDone, TaskHandedOver
from konak.tasks.flow import TASK
from konak.tasks.models import Task
from konak.tasks.rules import is_mine

Words = dict[str, str]


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
            due=due.isoformat() if due else "",
            words={"title": _plain(title), "whom": whom(task)},
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


def _finish(actor: Actor, task: Task, at: datetime) -> Task:
    task.state, task.done_at = "done", at
    task.save()
    announce(
        actor,
        TaskDone(subject=Ref.of(task), about=str(task.about), words={"title": _plain(task.title)}),
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
            words={"title": _plain(task.title), "whom": whom(task)},
        ),
        at=at,
    )
    return task


def whom(task: Task) -> str:
    """For whom it waits, as the journal keeps it."""
    if task.person is not None:
        return str(task.person)
    if task.unit is not None:
        return _plain(task.unit.name)
    return task.role


def _plain(words: Words) -> str:
    """Both languages in one line: the journal keeps what was written."""
    return " / ".join(dict.fromkeys(text for text in words.values() if text)) or pick(words, "mk")[0]


def _id(thing: Person | Unit | int | None) -> int | None:
    return thing if thing is None or isinstance(thing, int) else thing.pk
