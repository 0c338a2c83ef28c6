"""The street door: called and held sessions, their agenda and verdicts. No drafts, nobody by name."""

from dataclasses import dataclass
from datetime import date, time, timedelta

from django.db.models import F, Prefetch, Q, QuerySet

from konak.kernel.i18n import Words
from konak.kernel.norms import on
from konak.sessions import titles
from konak.sessions.models import Item, Session, Vote

__all__ = ["Now", "Point", "Sitting", "Verdict", "coming", "now", "past", "sitting"]


@dataclass(frozen=True, kw_only=True)
class Verdict:
    """How an item was decided, by which arithmetic and article.

    `double` says that art. 41(3) applied: the second tally stays inside, and so does `arithmetic`, then empty.
    """

    adopted: bool
    votes_for: int
    against: int
    abstained: int
    present: int
    double: bool
    arithmetic: Words
    basis: Words


@dataclass(frozen=True, kw_only=True)
class Point:
    """A point of the agenda under the number it was adopted under, else proposed; `act` is the act's id."""

    number: int | None
    proposed_number: int | None
    title: Words
    act: int | None
    verdict: Verdict | None


@dataclass(frozen=True, kw_only=True)
class Sitting:
    """One session as the public sees it. State: called, open, closed or not_held."""

    id: int
    body: Words
    title: Words
    day: date
    hour: time
    place: Words
    state: str
    agenda: tuple[Point, ...]


@dataclass(frozen=True, kw_only=True)
class Now:
    """A session that is being held (`live`), or the next one."""

    id: int
    body: Words
    title: Words
    day: date
    hour: time
    live: bool


def now(day: date) -> Now | None:
    """The session that is being held on the day, else the next one called, if it is near (a norm). At most 1 query.

    A session may run past midnight; one that nobody closed is no news any more on the day after the next.
    """
    near = day + timedelta(days=on(day)["sessions.announced_days"].value)
    found = Session.objects.filter(state__in=("called", "open"), day__range=(day - timedelta(days=1), near))
    columns = ("id", "body__name", "number", "kind", "day", "hour", "state")
    coming = [
        Now(id=pk, body=body, title=titles.title(number, kind), day=on_day, hour=hour, live=state == "open")
        for pk, body, number, kind, on_day, hour, state in found.order_by("day", "hour", "id").values_list(
            *columns
        )
    ]
    live = (session for session in coming if session.live and session.day <= day)
    called = (session for session in coming if not session.live and session.day >= day)
    return next(live, None) or next(called, None)


def coming(day: date) -> list[Sitting]:
    """Called sessions from the day on, the nearest first. At most 3 queries."""
    near = Q(state__in=("called", "open"), day__gte=day)
    return [_shown(s) for s in _called().filter(near).order_by("day", "hour", "id")]


def past(day: date, *, limit: int = 50, before: tuple[date, int] | None = None) -> list[Sitting]:
    """Sessions before the day and closed ones, the latest first. At most 3 queries.

    `before` is day and id of the last one seen: what stands behind it follows, also of the same day.
    """
    found = _called().filter(Q(day__lt=day) | Q(state__in=("closed", "not_held")))
    if before:
        last, pk = before
        found = found.filter(Q(day__lt=last) | Q(day=last, id__lt=pk))
    return [_shown(s) for s in found.order_by("-day", "-id")[:limit]]


def sitting(number: int) -> Sitting | None:
    """One called session by its id. At most 3 queries."""
    found = _called().filter(pk=number).first()
    return _shown(found) if found else None


def _called() -> QuerySet[Session]:
    order = (F("adopted_number").asc(nulls_last=True), F("proposed_number").asc(nulls_last=True), "id")
    items = Item.objects.filter(official=True).order_by(*order)
    votes = Vote.objects.order_by("id")
    return (
        Session.objects.exclude(state="draft")
        .select_related("body")
        .prefetch_related(Prefetch("items", queryset=items), Prefetch("items__votes", queryset=votes))
    )


def _shown(session: Session) -> Sitting:
    return Sitting(
        id=session.pk,
        body=session.body.name,
        title=titles.title(session.number, session.kind),
        day=session.day,
        hour=session.hour,
        place=session.place,
        state=session.state,
        agenda=tuple(_point(item) for item in session.items.all()),
    )


def _point(item: Item) -> Point:
    votes = list(item.votes.all())
    last = votes[-1] if votes else None
    return Point(
        number=item.adopted_number,
        proposed_number=item.proposed_number,
        title=item.title,
        act=item.act_id if item.act_id and last and last.adopted else None,
        verdict=Verdict(
            adopted=last.adopted,
            votes_for=last.votes_for,
            against=last.against,
            abstained=last.abstained,
            present=last.present,
            double=last.double,
            arithmetic={} if last.double else last.arithmetic,
            basis=last.basis,
        )
        if last
        else None,
    )
