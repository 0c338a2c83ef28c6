"""Reads of sessions. What an actor may see is decided here, by query."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Count as Counted
from django.db.models import F, Max, Prefetch, QuerySet
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from konak.acts import office as acts
from konak.kernel import clock
from konak.kernel.errors import Reason
from konak.kernel.i18n import Words, day_digits
from konak.kernel.journal import Actor, Entry, Ref, history
from konak.kernel.norms import Norm, on
from konak.kernel.org import Body, Mandate, bodies, members, seats
from konak.sessions import law, rules
from konak.sessions.models import AgendaVote, Choice, Item, Minutes, Presence, Session, Vote, VoteByName


def visible(actor: Actor) -> QuerySet[Session]:
    """Called sessions for whoever is signed in; those in preparation for whoever prepares and presides."""
    if not actor.is_signed_in and not actor.has("system"):
        return Session.objects.none()
    if actor.has(*rules.SEES_DRAFTS):
        return Session.objects.all()
    return Session.objects.exclude(state="draft")


def visible_items(actor: Actor) -> QuerySet[Item]:
    return Item.objects.filter(session__in=visible(actor)).select_related("session__body", "act")


def deciding_bodies() -> QuerySet[Body]:
    """The bodies that meet: the Council and its committees."""
    return bodies().filter(kind__in=(Body.Kind.COUNCIL, Body.Kind.COMMITTEE)).order_by("-kind", "code")


def term_of(body: Body, day: date) -> date:
    """The first day of the mandate of the body that runs on the day; the day itself while nobody sits there."""
    first = members(body, day).order_by("start").values_list("start", flat=True).first()
    return first or day


def series(body: Body) -> str:
    """The name under which the numbers of a body's sessions are counted."""
    return f"sessions.{body.code}"


def seats_of(session: Session) -> int:
    """All seats, by the norm of the day of the session; a body without fixed seats counts its members."""
    fixed = seats(session.body, session.day)
    return fixed if fixed is not None else members(session.body, session.day).count()


@dataclass(frozen=True)
class Seat:
    """A member at a session: is he here, and what was recorded last."""

    mandate: Mandate
    here: bool
    last: Presence | None


def roll(session: Session) -> list[Seat]:
    """Every member of the day with his last recorded presence, by family name. Two queries."""
    latest: dict[int, Presence] = {}
    for event in Presence.objects.filter(session=session).order_by("id"):
        latest[event.mandate_id] = event
    return [
        Seat(mandate, latest[mandate.pk].came if mandate.pk in latest else False, latest.get(mandate.pk))
        for mandate in members(session.body, session.day)
    ]


def here(session: Session) -> set[int]:
    """The mandates present by the record. One query."""
    latest: dict[int, bool] = {}
    for mandate, came in (
        Presence.objects.filter(session=session).order_by("id").values_list("mandate_id", "came")
    ):
        latest[mandate] = came
    return {mandate for mandate, came in latest.items() if came}


def attendance(session: Session) -> list[Presence]:
    """Every arrival and departure with its person, as recorded."""
    return list(Presence.objects.filter(session=session).select_related("mandate__person").order_by("id"))


def agenda(session: Session) -> list[Item]:
    """Items with their acts and votes: as adopted, then what was taken off; as proposed before. Two queries."""
    votes = Vote.objects.order_by("id")
    found = Item.objects.filter(session=session).select_related("act")
    return list(
        found.prefetch_related(Prefetch("votes", queryset=votes)).order_by(
            F("adopted_number").asc(nulls_last=True), F("proposed_number").asc(nulls_last=True), "id"
        )
    )


def last_vote(item: Item) -> Vote | None:
    """The vote that counts: the latest of the item."""
    return Vote.objects.filter(item=item).order_by("-id").first()


def next_item(item: Item) -> Item | None:
    """The item behind this one on the adopted agenda."""
    behind = Item.objects.filter(session=item.session_id, adopted_number__gt=item.adopted_number or 0)
    return behind.order_by("adopted_number").first()


def agenda_vote(session: Session) -> AgendaVote | None:
    """The vote by which the agenda was adopted, else the last that failed."""
    return AgendaVote.objects.filter(session=session).order_by("-adopted", "-id").first()


def is_agenda_adopted(session: Session) -> bool:
    return AgendaVote.objects.filter(session=session, adopted=True).exists()


def names(vote: Vote) -> list[VoteByName]:
    rows = VoteByName.objects.filter(vote=vote).select_related("mandate__person")
    return list(rows.order_by("mandate__person__last", "mandate__person__first", "id"))


def minutes(session: Session) -> list[Minutes]:
    return list(Minutes.objects.filter(session=session).select_related("pdf", "docx").order_by("id"))


def story(session: Session) -> QuerySet[Entry]:
    """What happened to the session, oldest first; who came and left stands on the page of presence."""
    return history(Ref.of(session)).exclude(fact__in=("sessions.MemberCame", "sessions.MemberLeft"))


def proposals(actor: Actor, session: Session) -> QuerySet[Any]:
    """Proposed acts that are not on this agenda yet."""
    there = Item.objects.filter(session=session, act__isnull=False).values("act_id")
    return acts.proposed(actor).exclude(pk__in=there)


def subjects(day: date) -> dict[str, Words]:
    """The subjects of the double majority on a day, by code."""
    return {row["code"]: row["name"] for row in on(day)["sessions.double_majority_subjects"].value}


def majority(item: Item) -> tuple[law.Rule, Norm]:
    """The majority for an item, by body and kind of act, with the norm it rests on."""
    norm = on(item.session.day)["sessions.majorities"]
    kind = item.act.kind if item.act is not None else item.kind
    return law.rule_for(norm.value, item.session.body.kind, kind), norm


def warnings(session: Session, day: date) -> list[Reason]:
    """The terms of calling that are not kept, as of `day` for what has not happened yet. Nothing here blocks."""
    found = []
    called, papers = session.called_on or day, session.papers_on or day
    for term, done, field, text in (
        (
            "session.notice",
            called,
            "late_reason",
            _("The call leaves on {done}; the last day for it was {due}."),
        ),
        (
            "session.material",
            papers,
            "late_reason",
            _("The papers leave on {done}; the last day for them was {due}."),
        ),
    ):
        due = clock.due(term, session.day)
        if done > due.due:
            said = format_lazy(text, done=day_digits(done), due=day_digits(due.due))
            found.append(Reason(said, rules.said(due.steps[-1].article), field=field))
    return found + _about_request(session, day)


def _about_request(session: Session, day: date) -> list[Reason]:
    if not session.asked_by or session.asked_on is None:
        return []
    found = []
    due = clock.due("session.on_request", session.asked_on)
    if (session.called_on or day) > due.due:
        text = format_lazy(_("A requested session is called by {due}."), due=day_digits(due.due))
        found.append(Reason(text, rules.said(due.steps[-1].article), field="late_reason"))
    if session.asked_by == "members":
        norm = on(session.asked_on)["sessions.request_fraction"]
        needed = -(-seats_of(session) // norm.value)
        if (session.askers or 0) < needed:
            text = format_lazy(
                _("{askers} members asked for it, {needed} are needed."),
                askers=session.askers or 0,
                needed=needed,
            )
            found.append(Reason(text, rules.said(norm.basis)))
    return found


def must_meet_by(day: date) -> tuple[date, Norm] | None:
    """The last day for the next session of the Council, so that it is not dissolved; None before the first."""
    held = Session.objects.filter(body__kind=Body.Kind.COUNCIL, state="closed").aggregate(last=Max("day"))
    if held["last"] is None:
        return None
    norm = on(day)["sessions.months_without"]
    return _months_later(held["last"], norm.value), norm


def _months_later(day: date, months: int) -> date:
    year, month = divmod(day.year * 12 + day.month - 1 + months, 12)
    following = date(year + (month == 11), (month + 1) % 12 + 1, 1)
    last = (following - timedelta(days=1)).day
    return date(year, month + 1, min(day.day, last))


def listed(actor: Actor) -> QuerySet[Session]:
    """What the list of sessions shows."""
    return visible(actor).select_related("body").annotate(points=Counted("items", distinct=True))


def waiting(actor: Actor) -> int:
    """Sessions that are being prepared or are called: what waits for the clerk and the president."""
    if not actor.has(*rules.PREPARES, "president"):
        return 0
    return visible(actor).filter(state__in=("draft", "called", "open")).count()


def may_name(votes: Iterable[Vote]) -> bool:
    """Whether names may be shown beside these votes: never beside a second tally (it would tell communities)."""
    return not any(vote.double for vote in votes)


def tally(choices: dict[int, str]) -> dict[str, int]:
    """How many chose what."""
    return {choice: sum(chosen == choice for chosen in choices.values()) for choice in Choice.values}
