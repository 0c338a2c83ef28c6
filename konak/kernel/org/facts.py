"""What happened to the office itself. Of a community only this is told: that it was declared, or read."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.i18n import LANGUAGE_WORDS
from konak.kernel.journal import Fact, fact


@fact("org.PersonEntered", sentence=_("{who} was entered among the persons of the office."))
class PersonEntered(Fact):
    pass


@fact("org.UnitSetUp", sentence=_("The unit was set up: {what}."))
class UnitSetUp(Fact):
    code: str


@fact("org.BodySetUp", sentence=_("The body was set up: {what}."))
class BodySetUp(Fact):
    code: str


@fact("org.PostSetUp", sentence=_("The post was set up: {what}."))
class PostSetUp(Fact):
    code: str
    roles: str


@fact("org.Appointed", sentence=_("{who} was appointed from {start}: {what}."))
class Appointed(Fact):
    person_id: int
    post: int
    start: date
    end: date | None = None


@fact("org.HoldingEnded", sentence=_("{who} no longer holds the post after {end}: {what}."))
class HoldingEnded(Fact):
    person_id: int
    post: int
    end: date


@fact("org.MandateGiven", sentence=_("The mandate of {who} was verified from {start}: {what}."))
class MandateGiven(Fact):
    person_id: int
    body: int
    start: date


@fact("org.MandateEnded", sentence=_("The mandate of {who} ended on {end}: {what}."))
class MandateEnded(Fact):
    person_id: int
    body: int
    end: date
    reason: str


@fact("org.CommunityEntered", sentence=_("The community was entered: {what}."))
class CommunityEntered(Fact):
    code: str


@fact("org.CommunityDeclared", sentence=_("{who} made a statement on belonging to a community."))
class CommunityDeclared(Fact):
    pass


@fact("org.CommunitiesRead", sentence=_("The declared communities of the members were read: {why}."))
class CommunitiesRead(Fact):
    day: date


@fact(
    "org.LanguageIntroduced",
    sentence=_("From {start} the body works in {language} too."),
    names={"language": LANGUAGE_WORDS},
)
class LanguageIntroduced(Fact):
    language: str
    start: date


@fact("org.SettlementEntered", sentence=_("The settlement was entered: {what}."))
class SettlementEntered(Fact):
    pass


@fact("org.LocalCommunityEntered", sentence=_("The community of citizens was entered: {what}."))
class LocalCommunityEntered(Fact):
    pass
