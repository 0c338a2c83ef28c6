"""Deeds on the office itself: persons, units, bodies, posts, holdings, mandates."""

from datetime import date, datetime

from konak.kernel.errors import allow
from konak.kernel.i18n import Words, transliterate
from konak.kernel.journal import Actor, Ref, announce, deed, hold

from . import facts, rules
from .models import (
    Body,
    Community,
    DeclaredCommunity,
    Holding,
    LanguageOfBody,
    LocalCommunity,
    Mandate,
    Person,
    Post,
    Settlement,
    Unit,
)
from .queries import members


@deed
def enter_person(
    actor: Actor, *, first: str, last: str, languages: list[str] | None = None, email: str = "", at: datetime
) -> Person:
    """A person of the office, before any post or mandate. The first of `languages` is the one to write in."""
    allow(rules.may_order(actor, None, at.date()), rules.named(first, last))
    first, last = first.strip(), last.strip()
    person = Person(
        first=first,
        last=last,
        name_latin=transliterate(f"{first} {last}"),
        languages=languages or ["mk"],
        email=email,
    )
    person.save(force_insert=True)
    announce(actor, facts.PersonEntered(subject=Ref.of(person), words={"who": person.name}), at=at)
    return person


@deed
def set_up_unit(
    actor: Actor, *, code: str, name: Words, number_prefix: str, parent: Unit | None = None, at: datetime
) -> Unit:
    """A sector (no parent) or a department in a sector."""
    allow(rules.may_order(actor, None, at.date()), rules.described(name, field="name"))
    kind = Unit.Kind.DEPARTMENT if parent else Unit.Kind.SECTOR
    unit = Unit(code=code, name=name, number_prefix=number_prefix, parent=parent, kind=kind)
    unit.save(force_insert=True)
    announce(actor, facts.UnitSetUp(subject=Ref.of(unit), code=code, words={"what": name}), at=at)
    return unit


@deed
def set_up_body(
    actor: Actor,
    *,
    code: str,
    kind: str,
    name: Words,
    seats: int | None = None,
    seats_norm: str = "",
    at: datetime,
) -> Body:
    """The Council (seats by norm), a committee (seats by its founding act) or the mayor (no seats)."""
    allow(rules.may_order(actor, None, at.date()), rules.described(name, field="name"))
    body = Body(code=code, kind=kind, name=name, seats=seats, seats_norm=seats_norm)
    body.save(force_insert=True)
    announce(actor, facts.BodySetUp(subject=Ref.of(body), code=code, words={"what": name}), at=at)
    return body


@deed
def set_up_post(
    actor: Actor,
    *,
    code: str,
    title: Words,
    roles: list[str],
    unit: Unit | None = None,
    body: Body | None = None,
    places: int = 1,
    at: datetime,
) -> Post:
    """A post in a unit or in a body, with the codes of its roles."""
    allow(
        rules.may_order(actor, None, at.date()),
        rules.described(title, field="title"),
        rules.known_roles(roles),
    )
    post = Post(code=code, title=title, roles=roles, unit=unit, body=body, places=places)
    post.save(force_insert=True)
    told = facts.PostSetUp(subject=Ref.of(post), code=code, roles=" ".join(roles), words={"what": title})
    announce(actor, told, at=at)
    return post


@deed
def appoint(
    actor: Actor,
    person: Person,
    post: Post,
    *,
    start: date,
    end: date | None = None,
    basis: str,
    at: datetime,
) -> Holding:
    """Put a person on a post from a day on (both days included), on the basis of a named act."""
    post = hold(Post.objects.all(), post.pk)
    place, taken = rules.free_place(post, person.pk, start, end)
    allow(rules.may_order(actor, post, at.date()), rules.interval(start, end), rules.founded(basis), taken)
    holding = Holding(person=person, post=post, place=place, start=start, end=end, basis=basis.strip())
    holding.save(force_insert=True)
    told = facts.Appointed(
        subject=Ref.of(holding),
        person_id=person.pk,
        post=post.pk,
        start=start,
        end=end,
        words={"who": person.name, "what": post.title},
    )
    announce(actor, told, at=at)
    return holding


@deed
def end_holding(
    actor: Actor, holding: Holding, *, end: date, at: datetime, version: int | None = None
) -> Holding:
    """The last day on the post."""
    holding = hold(Holding.objects.select_related("person", "post"), holding.pk, version)
    allow(rules.may_order(actor, holding, at.date()), rules.running(holding, end))
    holding.end = end
    holding.save()
    told = facts.HoldingEnded(
        subject=Ref.of(holding),
        person_id=holding.person_id,
        post=holding.post_id,
        end=end,
        words={"who": holding.person.name, "what": holding.post.title},
    )
    announce(actor, told, at=at)
    return holding


@deed
def give_mandate(
    actor: Actor,
    person: Person,
    body: Body,
    *,
    start: date,
    end: date | None = None,
    basis: str,
    at: datetime,
) -> Mandate:
    """A verified mandate: a seat in the body from a day on."""
    body = hold(Body.objects.all(), body.pk)
    allow(
        rules.may_seat(actor, body, at.date()),
        rules.interval(start, end),
        rules.founded(basis),
        rules.free_seat(body, person.pk, start, end),
    )
    reason = Mandate.EndReason.TERM if end else ""
    mandate = Mandate(person=person, body=body, start=start, end=end, end_reason=reason, basis=basis.strip())
    mandate.save(force_insert=True)
    told = facts.MandateGiven(
        subject=Ref.of(mandate),
        person_id=person.pk,
        body=body.pk,
        start=start,
        words={"who": person.name, "what": body.name},
    )
    announce(actor, told, at=at)
    return mandate


@deed
def end_mandate(
    actor: Actor, mandate: Mandate, *, end: date, reason: str, at: datetime, version: int | None = None
) -> Mandate:
    """The last day of the mandate and why it ended (Law on local self-government, art. 46)."""
    mandate = hold(Mandate.objects.select_related("person", "body"), mandate.pk, version)
    allow(rules.may_seat(actor, mandate, at.date()), rules.running(mandate, end), rules.end_reason(reason))
    mandate.end, mandate.end_reason = end, reason
    mandate.save()
    told = facts.MandateEnded(
        subject=Ref.of(mandate),
        person_id=mandate.person_id,
        body=mandate.body_id,
        end=end,
        reason=reason,
        words={"who": mandate.person.name, "what": mandate.body.name},
    )
    announce(actor, told, at=at)
    return mandate


@deed
def enter_community(actor: Actor, *, code: str, name: Words, at: datetime) -> Community:
    allow(rules.may_order(actor, None, at.date()), rules.described(name, field="name"))
    community = Community(code=code, name=name)
    community.save(force_insert=True)
    announce(actor, facts.CommunityEntered(subject=Ref.of(community), code=code, words={"what": name}), at=at)
    return community


@deed
def declare_community(
    actor: Actor, mandate: Mandate, community: Community, *, declared_on: date, at: datetime
) -> DeclaredCommunity:
    """Write down what the councillor stated; a later statement takes the place of the earlier."""
    mandate = hold(Mandate.objects.select_related("person"), mandate.pk)
    allow(rules.may_seat(actor, mandate, at.date()), rules.sits(mandate, declared_on))
    declared, _ = DeclaredCommunity.objects.update_or_create(
        mandate=mandate, defaults={"community": community, "declared_on": declared_on}
    )
    told = facts.CommunityDeclared(subject=Ref.of(mandate), words={"who": mandate.person.name})
    announce(actor, told, at=at)
    return declared


@deed
def read_communities(actor: Actor, body: Body, *, day: date, why: str, at: datetime) -> dict[int, str]:
    """{person: community code} of the members who declared one; every reading stands in the journal.

    Art. 41(3) needs it for the second tally; who declared nothing is outside that tally.
    """
    allow(rules.may_read_communities(actor, body, day))
    sitting = members(body, day).values("pk")
    found = DeclaredCommunity.objects.filter(mandate__in=sitting).values_list(
        "mandate__person_id", "community__code"
    )
    told = facts.CommunitiesRead(subject=Ref.of(body), day=day, words={"why": why})
    announce(actor, told, at=at)
    return dict(found)


@deed
def introduce_language(
    actor: Actor, body: Body, *, language: str, start: date, basis: str, at: datetime
) -> LanguageOfBody:
    """A language the body works in from the day on."""
    allow(rules.may_order(actor, body, at.date()), rules.founded(basis))
    row = LanguageOfBody(body=body, language=language, start=start, basis=basis)
    row.save(force_insert=True)
    told = facts.LanguageIntroduced(subject=Ref.of(body), language=language, start=start)
    announce(actor, told, at=at)
    return row


@deed
def enter_local_community(actor: Actor, *, kind: str, name: Words, at: datetime) -> LocalCommunity:
    allow(rules.may_order(actor, None, at.date()), rules.described(name, field="name"))
    community = LocalCommunity(kind=kind, name=name)
    community.save(force_insert=True)
    announce(actor, facts.LocalCommunityEntered(subject=Ref.of(community), words={"what": name}), at=at)
    return community


@deed
def enter_settlement(
    actor: Actor, *, name: Words, local_community: LocalCommunity | None = None, at: datetime
) -> Settlement:
    allow(rules.may_order(actor, None, at.date()), rules.described(name, field="name"))
    settlement = Settlement(name=name, local_community=local_community)
    settlement.save(force_insert=True)
    announce(actor, facts.SettlementEntered(subject=Ref.of(settlement), words={"what": name}), at=at)
    return settlement
