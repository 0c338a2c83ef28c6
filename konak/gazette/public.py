"""The street door of the gazette: published issues only."""

from typing import BinaryIO, NamedTuple

from django.db.models import QuerySet

from konak.gazette import queries
from konak.gazette.models import Entry, Issue
from konak.kernel.files import stream

__all__ = ["Entry", "Issue", "Pdf", "entries", "issue", "issues", "pdf"]


class Pdf(NamedTuple):
    """The sealed paper of an issue: an open file, its size in bytes, its hash, a name for saving it."""

    stream: BinaryIO
    size: int
    sha256: str
    name: str


def issues() -> QuerySet[Issue]:
    """Published issues, newest first; each has `label` (words), `day`, `held` (number of acts), `file`."""
    published = Issue.objects.filter(state="published").select_related("document", "file")
    return queries.counted(published).order_by("-day", "-id")


def issue(pk: int) -> Issue | None:
    """One published issue, or None."""
    return issues().filter(pk=pk).first()


def entries(issue: Issue) -> list[Entry]:
    """What a published issue holds, in its order: `act`, `publication`, `in_force_on`; else nothing."""
    return queries.entries(issue) if issue.state == "published" else []


def pdf(pk: int) -> Pdf | None:
    """The sealed paper of a published issue; the caller closes the stream."""
    found = issue(pk)
    if found is None or found.file is None:
        return None
    return Pdf(stream(found.file), found.file.size, found.file.sha256, found.file.name)
