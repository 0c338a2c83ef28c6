"""Who may change the office, and what never fits."""

from datetime import date

from django.db.models import Q, QuerySet
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason

from .models import Body, Holding, Mandate, Post, role_codes
from .queries import members, on_day, overlapping, seats
from .roles import SYSTEM_ROLE, one_of

may_order = one_of("it_admin", "secretary", SYSTEM_ROLE)
may_seat = one_of("session_clerk", "secretary", SYSTEM_ROLE)
may_read_communities = one_of("session_clerk", "president", SYSTEM_ROLE)


def interval(start: date, end: date | None) -> Reason | None:
    if end is None or end >= start:
        return None
    return Reason(_("The last day is before the first."), field="end")


def known_roles(roles: list[str]) -> Reason | None:
    return None if role_codes(roles) else Reason(_("There is no such role."), field="roles")


def described(words: dict[str, str], *, field: str) -> Reason | None:
    if any(text.strip() for text in words.values()):
        return None
    return Reason(_("A name is needed in at least one language."), field=field)


def founded(basis: str) -> Reason | None:
    if basis.strip():
        return None
    return Reason(_("Name the act this rests on: kind, number and day."), field="basis")


def free_place(post: Post, person_id: int, start: date, end: date | None) -> tuple[int, Reason | None]:
    """The lowest place of the post that is free for the whole interval; call with the post locked."""
    clash = Holding.objects.filter(overlapping(start, end), post=post)
    if clash.filter(person_id=person_id).exists():
        return 0, Reason(_("This person already holds the post in these days."), field="person")
    taken = set(clash.values_list("place", flat=True))
    free = next((place for place in range(1, post.places + 1) if place not in taken), 0)
    if free:
        return free, None
    return 0, Reason(
        _("The post is held by somebody else in these days."),
        way_out=_("End that holding first, or choose a later day."),
        field="start",
    )


def free_seat(body: Body, person_id: int, start: date, end: date | None) -> Reason | None:
    """None if the person does not sit there in these days and a seat is free; call with the body locked."""
    there: QuerySet[Mandate] = Mandate.objects.filter(overlapping(start, end), body=body)
    if there.filter(person_id=person_id).exists():
        return Reason(_("This person already has a seat there in these days."), field="person")
    fixed = seats(body, start)
    later = Q(start__gt=start) if end is None else Q(start__gt=start, start__lte=end)
    days = [start, *there.filter(later).values_list("start", flat=True)]
    if fixed is None or all(members(body, day).count() < fixed for day in days):
        return None
    return Reason(
        _("All %(seats)s seats are taken.") % {"seats": fixed},
        way_out=_("End a mandate first."),
        field="start",
    )


def running(thing: Holding | Mandate, end: date) -> Reason | None:
    """None if the holding or mandate may end on the day."""
    if thing.end is not None and thing.end <= end:
        return Reason(_("It has already ended on %(day)s.") % {"day": thing.end.strftime("%d.%m.%Y")})
    return interval(thing.start, end)


def sits(mandate: Mandate, day: date) -> Reason | None:
    if on_day(day, mandate):
        return None
    return Reason(_("The mandate does not run on that day."), field="declared_on")


def named(first: str, last: str) -> list[Reason]:
    """A person has a first and a family name."""
    missing = [field for field, text in (("first", first), ("last", last)) if not text.strip()]
    return [Reason(_("Write the first and the family name."), field=field) for field in missing]


def end_reason(code: str) -> Reason | None:
    return (
        None if code in Mandate.EndReason.values else Reason(_("Say why the mandate ends."), field="reason")
    )
