"""Acts brought to the gazette by deeds, and issues made of them."""

from datetime import UTC, date, datetime
from typing import Any

from konak.acts.models import Act
from konak.acts.tests.office_of import House, Road
from konak.gazette import actions, paper, queries
from konak.gazette.models import Issue
from konak.kernel.files import Blob

DAY = date(2026, 9, 30)
AT = datetime(2026, 9, 30, 8, 0, tzinfo=UTC)
BEFORE = datetime(2026, 9, 29, 12, 0, tzinfo=UTC)


def ready(house: House, **more: Any) -> Act:
    """An act the mayor has ordered to be published, adopted on 24.09.2026."""
    return Road(house, **more).to("promulgated")


def draft(house: House, *acts: Act, day: date = DAY, at: datetime = BEFORE) -> Issue:
    issue = actions.compose(house.gazette_editor, day=day, at=at)
    for act in acts:
        actions.add(house.gazette_editor, issue, act, at=at)
    return Issue.objects.select_related("document").get(pk=issue.pk)


def sealed(issue: Issue, *, at: datetime = AT) -> tuple[Blob, str]:
    """The paper of an issue, and the hash of what it prints."""
    held = queries.pieces(issue)
    return paper.sealed(issue, held, at=at), queries.content_hash(issue, held)


def published(house: House, *acts: Act, day: date = DAY, at: datetime = AT) -> Issue:
    issue = draft(house, *acts, day=day)
    pdf, printed = sealed(issue, at=at)
    return actions.publish(house.gazette_editor, issue, pdf=pdf, content_hash=printed, at=at)
