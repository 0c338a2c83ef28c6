"""Who may do what with a session, and what stands in the way. Warnings never block; art. 41 does."""

from collections.abc import Mapping
from datetime import date
from typing import TYPE_CHECKING, Any

from django.utils.functional import lazy
from django.utils.text import format_lazy
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, Text
from konak.kernel.i18n import Words, pick
from konak.kernel.i18n.forms import NAMES
from konak.kernel.org import one_of
from konak.sessions import law

if TYPE_CHECKING:
    from konak.sessions.models import Item, Session, Vote

PREPARES = ("session_clerk", "secretary")
SEES_DRAFTS = frozenset({*PREPARES, "president", "lawyer", "head", "mayor", "system"})
READS = (
    "session_clerk",
    "secretary",
    "president",
    "councillor",
    "mayor",
    "lawyer",
    "head",
    "officer",
    "translator",
    "gazette_editor",
    "pr",
)

AGAIN = ("recount", "repeat")
ALREADY_SENT = _("The papers were already sent.")
WHY = _("Write why it is not held.")

may_prepare = one_of(*PREPARES)
may_call = one_of("session_clerk", "president")
may_preside = one_of("president", "session_clerk")
may_count = one_of("session_clerk")


def _pick(words: Words) -> str:
    return pick(words, get_language() or "mk")[0]


_lazily = lazy(_pick, str)


def said(words: Words) -> Text:
    """Words in the language of whoever reads them."""
    return _lazily(words)


def named(words: Words, needed: tuple[str, ...], field: str) -> list[Reason]:
    """A text in each of the needed languages."""
    missing = [lang for lang in needed if not words.get(lang, "").strip()]
    return [
        Reason(format_lazy(_("The text is missing {language}."), language=NAMES[lang]), field=field)
        for lang in missing
    ]


def not_past(day: date, today: date) -> Reason | None:
    if day >= today:
        return None
    return Reason(_("The day of the session is past."), field="day")


def asked(asked_by: str, asked_on: date | None, today: date) -> list[Reason]:
    if not asked_by:
        return []
    if asked_on is None:
        return [Reason(_("Write the day of the request."), field="asked_on")]
    if asked_on > today:
        return [Reason(_("The day of the request is later than today."), field="asked_on")]
    return []


def some_items(count: int) -> Reason | None:
    if count:
        return None
    return Reason(_("The proposed agenda is empty."), way_out=_("Add at least one item."))


def known_subject(code: str, subjects: Mapping[str, Words]) -> Reason | None:
    if not code or code in subjects:
        return None
    return Reason(_("This is not a subject of the double majority."), field="double")


def not_there_yet(session: "Session", act: Any) -> Reason | None:
    if act is None or not session.items.filter(act=act).exists():
        return None
    return Reason(_("This act is already on the agenda."), field="act")


def proposed(act: Any) -> Reason | None:
    if act is None or act.state == "proposed":
        return None
    return Reason(_("Only a proposed act comes on the agenda."), way_out=_("Propose it first."), field="act")


def quorum(seats: int, present: int, basis: Words) -> Reason | None:
    """Art. 41(1): without the majority of all seats nothing is decided, and nobody can allow it."""
    needed = law.majority_of(seats)
    if present >= needed:
        return None
    return Reason(
        format_lazy(
            _("No quorum: {present} of {seats} are present, {needed} are needed."),
            present=present,
            seats=seats,
            needed=needed,
        ),
        said(basis),
        _("Record who has come, or put the session off."),
        "present",
    )


def the_day_has_come(session: "Session", today: date) -> Reason | None:
    if today >= session.day:
        return None
    return Reason(_("The session is called for a later day."))


def possible(count: law.Count) -> list[Reason]:
    """Numbers that cannot have been counted."""
    return [Reason(said(words), field="votes_for") for words in law.impossible(count)]


def agenda_adopted(adopted: bool) -> Reason | None:
    if adopted:
        return None
    return Reason(_("The agenda is not adopted yet."), way_out=_("Put the agenda to the vote first."))


def agenda_open(adopted: bool) -> Reason | None:
    if not adopted:
        return None
    return Reason(_("The agenda is already adopted."))


def on_the_agenda(item: "Item") -> Reason | None:
    if item.adopted_number is not None:
        return None
    return Reason(_("This item is not on the adopted agenda."))


def once_more(last: "Vote | None", again: str, why: str) -> list[Reason]:
    """An item is decided once; a recount or a repeated vote is said so, with its reason."""
    if last is None:
        return [Reason(_("There is no vote to count again."), field="again")] if again else []
    if again not in AGAIN:
        return [
            Reason(
                _("This item is already decided."),
                way_out=_("For a recount or a repeated vote choose which it is and why."),
                field="again",
            )
        ]
    return [] if why.strip() else [Reason(_("Write why it is counted again."), field="why")]


def in_order(numbers: list[int]) -> Reason | None:
    if numbers and sorted(numbers) == list(range(1, len(numbers) + 1)):
        return None
    return Reason(_("The adopted agenda is numbered from 1 without gaps, each number once."), field="numbers")


def seated(mandates: set[int], sitting: set[int]) -> Reason | None:
    if mandates <= sitting:
        return None
    return Reason(_("Somebody here does not sit in this body on the day of the session."))


def both_tallies(double: bool, communities: law.Communities | None) -> Reason | None:
    if not double or communities is not None:
        return None
    return Reason(
        _("This item needs a double majority: enter the second tally too."), field="communities_present"
    )
