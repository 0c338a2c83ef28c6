"""Who acts: an account on a day, with the roles of the posts and mandates its person holds then."""

from collections.abc import Iterable
from datetime import date

from django.db.models import Q, QuerySet

from konak.kernel.i18n import sort_key
from konak.kernel.journal import NOBODY, Actor
from konak.kernel.journal.facts import Origin
from konak.kernel.org import Body, Holding, Mandate, Person, Role, Unit, running_on, units, units_of

from .models import Account, Deputy

Staff = dict[Unit, list[Person]]

# These see to everything that stands in their unit, not only to what stands in it directly.
OVER_DEPARTMENTS = frozenset({Role.HEAD, Role.SECRETARY})


def actor_for(
    account: Account,
    day: date,
    origin: Origin = "web",
    request_id: str = "",
    *,
    standing_for: int | None = None,
) -> Actor:
    """The actor behind an account on a day, in at most three queries; an inactive account is nobody.

    `standing_for` is a holding that the person deputises: its roles, units and body are added, what waits for
    its holder by name waits for the deputy too, and all that is done then says so in the journal. Without a
    valid authorisation on the day it counts for nothing.
    """
    if not account.is_active:
        return NOBODY
    own, lent = _posts(account.person_id, day, standing_for)
    held = [*own, *lent]
    roles = {role for holding in held for role in holding.post.roles}
    bodies = {holding.post.body_id for holding in held if holding.post.body_id}
    for body_id, kind in _seats(account.person_id, day):
        bodies.add(body_id)
        if kind == Body.Kind.COUNCIL:
            roles.add(Role.COUNCILLOR.value)
    return Actor(
        account=account.pk,
        person=account.person_id,
        name=account.person.name,
        roles=frozenset(roles),
        units=_units(held),
        bodies=frozenset(bodies),
        origin=origin,
        standing_for=lent[0].pk if lent else None,
        absent=lent[0].person_id if lent else None,
        request_id=request_id,
    )


def authorisations(person_id: int, day: date) -> QuerySet[Deputy]:
    """Whom the person may stand for on the day; the holder must still hold the post."""
    return (
        Deputy.objects.filter(running_on(day), running_on(day, "holding__"), deputy_id=person_id)
        .select_related("holding__person", "holding__post")
        .order_by("start", "id")
    )


def staff(day: date) -> Staff:
    """Who works in each unit on the day, by family name: who holds a post of it, and who stands for a holder.

    Three queries; units in the order of `org.units`, also those where nobody works.
    """
    found: dict[int | None, set[Person]] = {}
    for holding in Holding.objects.filter(running_on(day)).select_related("person", "post"):
        found.setdefault(holding.post.unit_id, set()).add(holding.person)
    standing = Deputy.objects.filter(running_on(day), running_on(day, "holding__"))
    for row in standing.select_related("deputy", "holding__post"):
        found.setdefault(row.holding.post.unit_id, set()).add(row.deputy)
    return {
        unit: sorted(found.get(unit.pk, ()), key=lambda who: (sort_key(who.last, "mk"), who.first, who.pk))
        for unit in units()
    }


def _posts(person_id: int, day: date, standing_for: int | None) -> tuple[list[Holding], list[Holding]]:
    mine = Q(person_id=person_id)
    if standing_for is not None:
        mine |= Q(pk=standing_for, pk__in=authorisations(person_id, day).values("holding"))
    found = (
        Holding.objects.filter(running_on(day)).filter(mine).select_related("post").order_by("start", "id")
    )
    own = [holding for holding in found if holding.person_id == person_id]
    return own, [holding for holding in found if holding.person_id != person_id]


def _seats(person_id: int, day: date) -> Iterable[tuple[int, str]]:
    seated = Mandate.objects.filter(running_on(day), person_id=person_id)
    return seated.values_list("body_id", "body__kind")


def _units(held: list[Holding]) -> frozenset[int]:
    direct = frozenset(h.post.unit_id for h in held if h.post.unit_id)
    over = frozenset(
        h.post.unit_id for h in held if h.post.unit_id and not OVER_DEPARTMENTS.isdisjoint(h.post.roles)
    )
    return direct | units_of(over) if over else direct
