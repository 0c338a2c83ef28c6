"""What the писарница does when something happened in another room."""

from konak.kernel.journal import SYSTEM, Entry, listener
from konak.kernel.search import reindex
from konak.registry.actions import follow_task
from konak.registry.facts import OldBookBegun, RowsImported
from konak.registry.models import Case, Document
from konak.registry.takeover import run
from konak.tasks.facts import TaskHandedOver


@listener(TaskHandedOver, name="registry.officer_follows")
def officer_follows(told: TaskHandedOver, entry: Entry) -> None:
    """The officer of a case is who has its task now."""
    for case in Case.objects.filter(task_id=told.subject.id):
        follow_task(SYSTEM, case, at=entry.at)


@listener(OldBookBegun, name="registry.take_over", slow=True)
def take_over(told: OldBookBegun, entry: Entry) -> None:
    """The rows of an old book are entered, from where it stopped the last time."""
    run(told.subject.id)


@listener(RowsImported, name="registry.find_imported", slow=True)
def find_imported(told: RowsImported, entry: Entry) -> None:
    """What was taken over from an old book is found like everything else."""
    if told.first_document is not None and told.last_document is not None:
        between = (told.first_document, told.last_document)
        reindex("registry.document", Document.objects.filter(pk__range=between).values_list("id", flat=True))
