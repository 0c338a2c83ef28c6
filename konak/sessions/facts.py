"""What happened to sessions. Names and free text stand in the words; the rest are numbers, codes and days."""

from datetime import date

from django.utils.translation import gettext_lazy as _

from konak.kernel.i18n import LANGUAGE_WORDS
from konak.kernel.journal import Fact, fact
from konak.sessions import law


@fact("sessions.SessionConvened", sentence=_("A session was prepared for {day}."))
class SessionConvened(Fact):
    body: int
    kind: str
    day: date


@fact("sessions.SessionChanged", sentence=_("The session was moved to {day}, {hour}."))
class SessionChanged(Fact):
    day: date
    hour: str


@fact("sessions.NumbersCarriedOn", sentence=_("Sessions up to number {last} were held before Konak."))
class NumbersCarriedOn(Fact):
    last: int
    term: date


@fact("sessions.ItemAdded", sentence=_("On the proposed agenda: “{title}”."))
class ItemAdded(Fact):
    item: int
    act: int | None = None
    double: str = ""


@fact("sessions.ItemRemoved", sentence=_("Taken off the proposed agenda: “{title}”."))
class ItemRemoved(Fact):
    item: int


@fact("sessions.SessionCalled", sentence=_("Session {number} was called for {day}, decision {decision}."))
class SessionCalled(Fact):
    number: int
    day: date
    decision: str
    late: bool


@fact("sessions.PapersSent", sentence=_("The papers were sent on {day}."))
class PapersSent(Fact):
    day: date


@fact("sessions.MemberCame", sentence=_("{who} came."))
class MemberCame(Fact):
    mandate: int


@fact("sessions.MemberLeft", sentence=_("{who} left."))
class MemberLeft(Fact):
    mandate: int


@fact("sessions.SessionOpened", sentence=_("The session was opened with {present} present."))
class SessionOpened(Fact):
    present: int


@fact("sessions.AgendaVoted", sentence=_("The agenda was voted on: {votes_for} for, {against} against."))
class AgendaVoted(Fact):
    vote: int
    adopted: bool
    votes_for: int
    against: int
    abstained: int
    present: int


@fact(
    "sessions.VoteTaken",
    sentence=_("Vote on “{title}”: {votes_for} for, {against} against, {abstained} abstained. {adopted}"),
    names={"adopted": {adopted: law.result(adopted) for adopted in (True, False)}},
)
class VoteTaken(Fact):
    vote: int
    item: int
    adopted: bool
    votes_for: int
    against: int
    abstained: int
    present: int
    again: str


@fact("sessions.SessionClosed", sentence=_("The session was closed."))
class SessionClosed(Fact):
    number: int


@fact("sessions.SessionNotHeld", sentence=_("The session was not held: {why}"))
class SessionNotHeld(Fact):
    number: int


@fact(
    "sessions.MinutesMade",
    sentence=_("The minutes were made in {lang}."),
    names={"lang": LANGUAGE_WORDS},
)
class MinutesMade(Fact):
    lang: str
    text_hash: str
