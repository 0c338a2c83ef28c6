"""Who keeps the law watch, and what its entries need."""

from collections.abc import Sequence

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.i18n import LANGUAGES, Words
from konak.kernel.journal import Actor
from konak.laws import law

KEEPERS = frozenset({"lawyer", "secretary"})
# They see every act; so the watch may name the drafts that rest on a regulation.
READERS = KEEPERS | {"head", "mayor", "session_clerk", "gazette_editor"}


def follows(actor: Actor) -> bool:
    """Whether he reads the law watch."""
    return actor.has(*READERS)


def may_keep(actor: Actor) -> Reason | None:
    if actor.has(*KEEPERS):
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


def addresses_sound(articles: Sequence[str], field: str = "articles") -> Reason | None:
    if all(law.ADDRESS.fullmatch(one) for one in articles):
        return None
    return Reason(
        _("A place of the regulation was not understood."),
        way_out=_("Write it as an address of article and paragraph."),
        field=field,
    )
