"""Whose task it is: a person's, a unit's, or that of whoever holds a role."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.journal import Actor
from konak.tasks.models import Task

CHIEFS = frozenset({"head", "secretary"})


def persons(actor: Actor) -> frozenset[int]:
    """Whose tasks by name are the actor's: his own, and those of the absent one he stands for."""
    return frozenset(person for person in (actor.person, actor.absent) if person is not None)


def is_mine(actor: Actor, task: Task) -> bool:
    """True when the task waits for this actor himself or whom he stands for, his unit or his role."""
    return bool(
        task.person_id in persons(actor)
        or (task.person_id is None and task.unit_id is not None and task.unit_id in actor.units)
        or (task.person_id is None and task.role and actor.has(task.role))
    )


def may_do(actor: Actor, task: Task, day: date) -> Reason | None:
    if is_mine(actor, task) or actor.has(*CHIEFS):
        return None
    return Reason(
        _("The task waits for somebody else."), way_out=_("Ask its holder or the head of the sector.")
    )


def still_waits(task: Task) -> Reason | None:
    if task.state == "open":
        return None
    return Reason(_("The task no longer waits: somebody ended it."), way_out=_("Look at its history."))


def may_hand_over(actor: Actor, task: Task, day: date) -> Reason | None:
    return may_do(actor, task, day)
