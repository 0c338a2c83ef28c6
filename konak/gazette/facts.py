"""What happened to issues of the gazette."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact(
    "gazette.IssueComposed", sentence=_("Issue {number}/{year} of the gazette was begun under {registered}.")
)
class IssueComposed(Fact):
    number: int
    year: int
    registered: str


@fact("gazette.IssueDated", sentence=_("The day of the issue is now {day}."))
class IssueDated(Fact):
    day: date


@fact("gazette.ActAdded", sentence=_("{act} was put into the issue: “{title}”."))
class ActAdded(Fact):
    act: str
    act_id: int


@fact("gazette.ActRemoved", sentence=_("{act} was taken out of the issue."))
class ActRemoved(Fact):
    act: str
    act_id: int


@fact("gazette.ActMoved", sentence=_("{act} now stands as number {position} in the issue."))
class ActMoved(Fact):
    act: str
    act_id: int
    position: int


@fact(
    "gazette.IssuePublished", sentence=_("Issue {number}/{year} of the gazette was published, acts: {acts}.")
)
class IssuePublished(Fact):
    number: int
    year: int
    day: date
    acts: int
    sha256: str
    content: str
