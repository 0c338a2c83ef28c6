"""What search may find of the gazette: published issues by everybody, the draft by those who see it."""

from collections.abc import Iterable

from konak.gazette import queries
from konak.gazette.facts import IssueComposed, IssuePublished
from konak.gazette.models import Issue
from konak.kernel.journal import Ref
from konak.kernel.search import PUBLIC, STAFF, Findable, indexed, role


@indexed("gazette.issue", on=(IssueComposed, IssuePublished))
def entry(pk: int) -> Iterable[Findable]:
    """One text for each language: the label, and the titles of what the issue holds."""
    issue = Issue.objects.select_related("document").get(pk=pk)
    published = issue.state == "published"
    held = queries.entries(issue) if published else []
    seen = {PUBLIC, STAFF} if published else {role(code) for code in queries.SEES_DRAFTS}
    for lang, label in issue.label.items():
        titles = [f"{one.act.number} {one.act.title.get(lang, '')}" for one in held]
        yield Findable(
            ref=Ref.of(issue),
            lang=lang,
            title=label,
            body="\n".join((issue.document.number, *titles)),
            kind="gazette.issue",
            day=issue.day,
            audiences=frozenset(seen),
        )
