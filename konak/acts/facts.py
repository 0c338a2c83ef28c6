"""What happened to acts. Titles and reasons stand in the words; the rest are numbers, codes and days."""

from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from konak.acts.models import View, Way, Work
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


@fact("acts.OpinionAsked", sentence=_("A legality opinion was asked for: “{title}”, by {due}."))
class OpinionAsked(Fact):
    """`act` is 0 for a text of others."""

    matter: str
    act: int
    due: date


@fact("acts.OpinionSketched", sentence=_("{who} wrote on the opinion."))
class OpinionSketched(Fact):
    """What was written is told to nobody."""


@fact("acts.OpinionShown", sentence=_("{who} showed what is written to {whom}."))
class OpinionShown(Fact):
    person: int


@fact(
    "acts.OpinionGiven",
    sentence=_("The legality opinion was given under number {number}: {verdict}."),
    names={"verdict": dict(View.choices)},
)
class OpinionGiven(Fact):
    number: str
    verdict: str


@fact("acts.OpinionSigned", sentence=_("{who} signed opinion {number} digitally."))
class OpinionSigned(Fact):
    number: str
    sha256: str


@fact("acts.OpinionWithdrawn", sentence=_("{who} withdrew the request for an opinion: {reason}"))
class OpinionWithdrawn(Fact):
    act: int


_WORK: dict[str, dict[Any, Any]] = {"work": dict(Work.choices), "lang": LANGUAGE_WORDS}


@fact("acts.LanguageAsked", sentence=_("Language work was asked of {whom}: {work}, {lang}."), names=_WORK)
class LanguageAsked(Fact):
    step: int
    work: str
    lang: str
    due: date | None


@fact(
    "acts.LanguageDone",
    sentence=_("Language work was done on {day} by {whom}: {work}, {lang}, version {number}."),
    names=_WORK,
)
class LanguageDone(Fact):
    step: int
    work: str
    lang: str
    number: int
    day: date


@fact(
    "acts.LanguageWithdrawn",
    sentence=_("The request for language work was withdrawn: {work}, {lang}."),
    names=_WORK,
)
class LanguageWithdrawn(Fact):
    step: int
    work: str
    lang: str


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
