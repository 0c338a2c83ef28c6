"""What happened to a task. Titles and names are personal data: they stand in the words."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact("tasks.TaskAssigned", sentence=_("A task was given to {whom}."))
class TaskAssigned(Fact):
    about: str
    due: date | None


@fact("tasks.TaskDone", sentence=_("The task is done."))
class TaskDone(Fact):
    about: str


@fact("tasks.TaskWithdrawn", sentence=_("The task of {whom} was withdrawn; {taker} takes it over."))
class TaskWithdrawn(Fact):
    about: str
    successor: int


@fact("tasks.TaskHandedOver", sentence=_("The task was handed over to {whom}."))
class TaskHandedOver(Fact):
    about: str
    person: int


@fact("tasks.TaskDropped", sentence=_("The task of {whom} no longer waits: {why}"))
class TaskDropped(Fact):
    about: str
