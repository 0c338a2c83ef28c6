"""Who keeps the law watch, and what its entries need."""

from collections.abc import Sequence
from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, Text
from konak.kernel.i18n import LANGUAGES, Words
from konak.kernel.journal import Actor
from konak.laws import law

KEEPERS = frozenset({"lawyer", "secretary"})
# They see every act; so the watch may name the drafts that rest on a regulation.
READERS = KEEPERS | {"head", "mayor", "session_clerk", "gazette_editor"}


def follows(actor: Actor) -> bool:
    """Whether he reads the law watch."""
    return actor.has(*READERS)


def keeps(actor: Actor) -> bool:
    """Whether he enters what stands in the law watch."""
    return actor.has(*KEEPERS)


def may_keep(actor: Actor) -> Reason | None:
    if keeps(actor):
        return None
    return Reason(
        _("The law watch is kept by the legal officer and the secretary."), way_out=_("Tell one of them.")
    )


def named(words: Words, field: str) -> Reason | None:
    if words and all(lang in LANGUAGES and text.strip() for lang, text in words.items()):
        return None
    return Reason(_("Write the name in one of the languages."), field=field)


def issue_sound(issue: str, field: str = "issue") -> Reason | None:
    if law.ISSUE.fullmatch(issue):
        return None
    return Reason(_("Write the issue of the Official Gazette as 5/2002."), field=field)


def _to_come(way_out: Text, field: str) -> Reason:
    return Reason(_("This day has not come yet."), way_out=way_out, field=field)


def published(issue: str, day: date, today: date) -> list[Reason]:
    """What is wrong with the day of an issue: it is of its year, and has come."""
    wrong = []
    if (said := law.ISSUE.fullmatch(issue)) and int(said[2]) != day.year:
        wrong.append(
            Reason(
                _("Issue %(issue)s is not of the year of the day on which it was published.")
                % {"issue": issue},
                way_out=_("Look at the first page of the issue for its number and its day."),
                field="published_on",
            )
        )
    if day > today:
        wrong.append(_to_come(_("Record the change when the issue is published."), "published_on"))
    return wrong


def meets(act: str, done_on: date, today: date) -> list[Reason]:
    """What is wrong with the act that is said to have met an obligation."""
    wrong = []
    if not law.ACT.fullmatch(act.strip()):
        wrong.append(
            Reason(
                _("Write the number of the act that met it."),
                way_out=_("Write it as it stands on the act, as 09-44/3."),
                field="act",
            )
        )
    if done_on > today:
        wrong.append(_to_come(_("Enter that the obligation is met once the act is made."), "done_on"))
    return wrong


def addresses_sound(articles: Sequence[str], field: str = "articles") -> Reason | None:
    if all(law.ADDRESS.fullmatch(one) for one in articles):
        return None
    return Reason(
        _("A place of the regulation was not understood."),
        way_out=_("Write it as an address of article and paragraph."),
        field=field,
    )
