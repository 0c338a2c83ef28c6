"""One issue of the sample town's gazette: composed, rendered, sealed, published."""

from collections.abc import Iterable
from datetime import date

from konak.acts import office as acts
from konak.gazette import office as gazette
from konak.kernel.journal import Actor

from .days import Days


def publish(editor: Actor, published: Iterable[acts.Act], day: date, days: Days) -> gazette.Issue:
    """An issue of the day with these acts, in their order."""
    issue = gazette.compose(editor, day=day, at=days.at(day))
    for act in published:
        gazette.add(editor, issue, acts.Act.objects.get(pk=act.pk), at=days.at(day))
    issue = gazette.visible(editor).get(pk=issue.pk)
    at = days.at(day)
    held = gazette.pieces(issue)
    paper = gazette.sealed(issue, held, at=at)
    return gazette.publish(editor, issue, pdf=paper, content_hash=gazette.content_hash(issue, held), at=at)
