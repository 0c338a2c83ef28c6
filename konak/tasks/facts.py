"""What happened to a task. Titles and names are personal data: they stand in the words."""

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact("tasks.TaskAssigned", sentence=_("A task was given to {whom}."))
class TaskAssigned(Fact):
    about: str
    due: str


@fact("tasks.TaskDone", sentence=_("The task is done."))
class TaskDone(Fact):
    about: str


@fact("tasks.TaskHandedOver", sentence=_("The task was handed over to {whom}."))
class TaskHandedOver(Fact):
    about: str
    person: int
