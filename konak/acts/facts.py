"""What happened to acts. Titles and reasons stand in the words; the rest are numbers, codes and days."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.acts.models import View, Way
from konak.kernel.i18n import LANGUAGE_WORDS
from konak.kernel.journal import Fact, fact


@fact("acts.ActDrafted", sentence=_("A draft was begun: “{title}”."))
class ActDrafted(Fact):
    kind: str
    body: str
    case: int


@fact(
    "acts.TextWritten",
    sentence=_("{who} wrote the text in {lang}, version {number}."),
    names={"lang": LANGUAGE_WORDS},
)
class TextWritten(Fact):
    lang: str
    number: int
    sha256: str


@fact("acts.ChangeAdded", sentence=_("{who} added a change: {said}"))
class ChangeAdded(Fact):
    base: int


@fact("acts.ChangeDropped", sentence=_("{who} took back a change: {said}"))
class ChangeDropped(Fact):
    base: int


@fact("acts.CommentMade", sentence=_("{who} commented on {where}."))
class CommentMade(Fact):
    comment: int


@fact("acts.CommentAnswered", sentence=_("{who} answered the comment on {where}."))
class CommentAnswered(Fact):
    comment: int


@fact("acts.CommentSettled", sentence=_("{who} settled the comment on {where}."))
class CommentSettled(Fact):
    comment: int


@fact("acts.OpinionAsked", sentence=_("A legal opinion was asked for."))
class OpinionAsked(Fact):
    opinion: int
    due: date | None


@fact(
    "acts.OpinionGiven",
    sentence=_("The legal opinion was given under number {number}: {verdict}."),
    names={"verdict": dict(View.choices)},
)
class OpinionGiven(Fact):
    opinion: int
    number: str
    verdict: str


@fact("acts.ActProposed", sentence=_("Proposed under number {number}: “{title}”."))
class ActProposed(Fact):
    number: str
    proposer: str


@fact("acts.ActAdopted", sentence=_("Adopted, number {number}: “{title}”."))
class ActAdopted(Fact):
    number: str
    day: date
    session: str


@fact("acts.ActRejected", sentence=_("Not adopted: “{title}”."))
class ActRejected(Fact):
    day: date
    session: str


@fact("acts.TextFixed", sentence=_("{who} certified the fixed text of {number}."))
class TextFixed(Fact):
    number: str
    sha256: str


@fact(
    "acts.ActSigned",
    sentence=_("{number} was signed {way}, certified by {who}."),
    names={"way": dict(Way.choices)},
)
class ActSigned(Fact):
    number: str
    way: str
    day: date


@fact("acts.ActPromulgated", sentence=_("The mayor ordered the publication of {number} with {publication}."))
class ActPromulgated(Fact):
    number: str
    publication: str
    publication_act: int


@fact(
    "acts.ActWithheld", sentence=_("The mayor withheld the publication of {number} with {ruling}: {reason}")
)
class ActWithheld(Fact):
    number: str
    ruling: str
    ruling_act: int


@fact("acts.ActPublished", sentence=_("{number} was published in {gazette}; in force from {in_force}."))
class ActPublished(Fact):
    number: str
    issue: str
    day: date
    in_force: date


@fact("acts.ActAmends", sentence=_("This act amends “{title}”."))
class ActAmends(Fact):
    """`base` is 0 where the act amends none any more."""

    base: int


@fact(
    "acts.AmendmentRead",
    sentence=_(
        "The amending sentences of {number} in {lang} were read: {sentences}, unsettled: {unsettled}."
    ),
    names={"lang": LANGUAGE_WORDS},
)
class AmendmentRead(Fact):
    number: str
    lang: str
    sentences: int
    unsettled: int
    sha256: str


@fact("acts.SentenceSettled", sentence=_("{who} settled by hand: “{sentence}”."))
class SentenceSettled(Fact):
    amendment: int
    place: int


@fact(
    "acts.TextConsolidated",
    sentence=_("The consolidated text in {lang} from {day} was made, version {version}, by {by}."),
    names={"lang": LANGUAGE_WORDS},
)
class TextConsolidated(Fact):
    lang: str
    day: date
    version: int
    by: str
    sha256: str
