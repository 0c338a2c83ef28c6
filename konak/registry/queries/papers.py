"""A case and its papers: their story, and what is not finished."""

from collections.abc import Iterable
from datetime import datetime

from django.utils.translation import get_language

from konak.kernel.errors import Reason
from konak.kernel.i18n import day_digits, pick
from konak.kernel.journal import Ref, history
from konak.registry.models import Case, Document, Scan
from konak.registry.objections import objections
from konak.registry.rules import unfinished
from konak.tasks import office as tasks


def case_papers(case: Case) -> list[Document]:
    """The documents of a case in their order."""
    return list(Document.objects.filter(case=case).order_by("sub"))


def their_number(document: Document) -> str:
    """Number and date, as its sender wrote them, of the last letter before this one from the same party."""
    before = Document.objects.filter(
        case=document.case_id, direction="incoming", party=document.party_id, sub__lt=document.sub
    )
    letter = before.order_by("-sub").first()
    if letter is None:
        return ""
    written = day_digits(letter.sender_date) if letter.sender_date else ""
    return " / ".join(part for part in (letter.sender_number, written) if part)


def scans(document: Document) -> list[Scan]:
    return list(Scan.objects.filter(document=document).select_related("file").order_by("position"))


def tasks_of(case: Case, papers: Iterable[Document]) -> list[tasks.Task]:
    """The tasks about the case and its documents, open ones first."""
    return list(tasks.about(Ref.of(case), *(Ref.of(p) for p in papers)))


def story(case: Case, papers: Iterable[Document], jobs: Iterable[tasks.Task]) -> list[tuple[datetime, str]]:
    """What happened to the case, its documents and the tasks about it: moment and sentence, oldest first."""
    return told(Ref.of(case), *(Ref.of(p) for p in papers), *(Ref.of(t) for t in jobs))


def told(*refs: Ref) -> list[tuple[datetime, str]]:
    """What happened to these things, in the reader's language."""
    return [(entry.at, entry.sentence(get_language() or "mk")) for entry in history(*refs)]


def standing_in_the_way(case: Case) -> list[Reason]:
    """Everything that is not finished in a case, as reasons against closing it.

    The task of its routing is none of them: closing is what it asks for.
    """
    papers = list(Document.objects.filter(case=case).order_by("sub"))
    open_tasks = tasks.about(Ref.of(case), *(Ref.of(p) for p in papers)).filter(state="open")
    return [
        *objections("close", [case.pk]),
        *unfinished(
            [
                (pick(task.title, (get_language() or "mk"))[0], _holder(task))
                for task in open_tasks
                if task.pk != case.task_id
            ],
            [p.number for p in papers if p.direction == "outgoing" and p.state == "made"],
        ),
    ]


def _holder(task: tasks.Task) -> str:
    whom = task.whom
    return whom if isinstance(whom, str) else pick(whom, (get_language() or "mk"))[0]
