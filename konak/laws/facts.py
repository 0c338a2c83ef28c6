"""What happened to the regulations we rest on. Names stand in the words."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact("laws.RegulationEntered", sentence=_("Entered into the law watch: “{name}”."))
class RegulationEntered(Fact):
    kind: str


@fact("laws.LawChanged", sentence=_("“{name}” was changed in issue {issue} of the Official Gazette."))
class LawChanged(Fact):
    change: int
    issue: str
    from_day: date


@fact("laws.LawRepealed", sentence=_("“{name}” ceased by issue {issue} of the Official Gazette."))
class LawRepealed(Fact):
    change: int
    issue: str
    from_day: date


@fact("laws.IssueRead", sentence=_("Issue {issue} of the Official Gazette was read."))
class IssueRead(Fact):
    issue: str


@fact("laws.ObligationEntered", sentence=_("An obligation was entered, due by {due}."))
class ObligationEntered(Fact):
    due: date


@fact("laws.ObligationMet", sentence=_("The obligation was met by act {act}."))
class ObligationMet(Fact):
    act: str
