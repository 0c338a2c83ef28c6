"""What the писарница does when something happened in another room."""

from konak.kernel.journal import SYSTEM, Entry, listener
from konak.registry.actions import follow_task
from konak.registry.models import Case
from konak.tasks.facts import TaskHandedOver


@listener(TaskHandedOver, name="registry.officer_follows")
def officer_follows(told: TaskHandedOver, entry: Entry) -> None:
    """The officer of a case is who has its task now."""
    for case in Case.objects.filter(task_id=told.subject.id):
        follow_task(SYSTEM, case, at=entry.at)
