"""Deeds of a session, in the order of its day."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any

from konak.acts import office as acts
from konak.kernel.clock import ZONE
from konak.kernel.errors import Reason, allow
from konak.kernel.files import Blob, keep
from konak.kernel.i18n import Words, pick
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.kernel.numbering import skip_to, take
from konak.kernel.org import Body, Mandate, members, read_communities, units
from konak.registry import office as registry
from konak.sessions import facts, law, minutes, queries, rules
from konak.sessions.flow import SESSION
from konak.sessions.models import (
    AgendaVote,
    Choice,
    Item,
    ItemKind,
    Kind,
    Method,
    Minutes,
    Presence,
    Session,
    Vote,
    VoteByName,
)
from konak.sessions.titles import short, title

DECISION = {
    "mk": "Решение за свикување: {title}",
    "sq": "Aktvendim për thirrje: {title}",
    "en": "Decision to call: {title}",
}
PROPOSED = {"mk": "Предлог", "sq": "Propozim"}
NEEDED = ("mk", "sq")


def day_of(at: datetime) -> date:
    """The calendar day of a moment in the office."""
    return at.astimezone(ZONE).date()


@deed
def carry_on_numbers(actor: Actor, body: Body, *, day: date, last: int, at: datetime) -> None:
    """Sessions of the running mandate up to number `last` were held before Konak kept them."""
    allow(rules.may_prepare(actor, body, day_of(at)))
    term = queries.term_of(body, day)
    skip_to(queries.series(body), term.year, last)
    announce(actor, facts.NumbersCarriedOn(subject=Ref.of(body), last=last, term=term), at=at)


@deed(keyed=True)
def convene(
    actor: Actor,
    body: Body,
    *,
    kind: str = Kind.REGULAR,
    day: date,
    hour: time,
    place: Words,
    asked_by: str = "",
    asked_on: date | None = None,
    askers: int | None = None,
    asked_reason: str = "",
    at: datetime,
    key: str | None = None,
) -> Session:
    """Prepare a session of a body. It has no number until it is called."""
    today = day_of(at)
    allow(
        rules.may_prepare(actor, body, today),
        rules.not_past(day, today),
        rules.named(place, NEEDED, "place"),
        rules.asked(asked_by, asked_on, today),
    )
    session = Session(
        body=body,
        term=queries.term_of(body, day),
        kind=kind,
        day=day,
        hour=hour,
        place=place,
        asked_by=asked_by,
        asked_on=asked_on if asked_by else None,
        askers=askers if asked_by else None,
        asked_reason=asked_reason.strip() if asked_by else "",
        prepared_by_id=actor.person,
    )
    session.save(force_insert=True)
    fact = facts.SessionConvened(subject=Ref.of(session), body=body.pk, kind=kind, day=day)
    announce(actor, fact, at=at)
    return session


@deed
def change(
    actor: Actor,
    session: Session,
    *,
    day: date,
    hour: time,
    place: Words,
    at: datetime,
    version: int | None = None,
) -> Session:
    """Another day, hour or place, before the call."""
    session = _hold(session, version)
    today = day_of(at)
    allow(
        SESSION.check(actor, session, "change", today),
        rules.not_past(day, today),
        rules.named(place, NEEDED, "place"),
    )
    session.day, session.hour, session.place = day, hour, place
    session.term = queries.term_of(session.body, day)
    session.save()
    fact = facts.SessionChanged(subject=Ref.of(session), day=day, hour=f"{hour:%H:%M}")
    announce(actor, fact, at=at)
    return session


@deed(keyed=True)
def add_item(
    actor: Actor,
    session: Session,
    *,
    act: Any = None,
    kind: str = "",
    title: Words | None = None,
    double: str = "",
    double_reason: str = "",
    at: datetime,
    key: str | None = None,
) -> Item:
    """Put a point on the proposed agenda: a proposed act, or anything else under its own words.

    In session, before the agenda is adopted, the same adds a point that was not in the call; it has no
    proposed number. `double` is a subject of art. 41(3), empty for none.
    """
    session = _hold(session)
    verb = "extend" if session.state == "open" else "add_item"
    words = _proposal_title(act) if act is not None else dict(title or {})
    allow(
        SESSION.check(actor, session, verb, day_of(at)),
        rules.agenda_open(queries.is_agenda_adopted(session)),
        rules.proposed(act),
        rules.not_there_yet(session, act),
        None if act is not None else rules.named(words, NEEDED, "title"),
        rules.known_subject(double, queries.subjects(session.day)),
    )
    proposed = None if session.state == "open" else session.items.count() + 1
    item = Item(
        session=session,
        kind=ItemKind.ACT if act is not None else kind or ItemKind.OTHER,
        title=words,
        act=act,
        proposed_number=proposed,
        double=double,
        double_reason=double_reason.strip(),
        added_at=at,
    )
    item.save(force_insert=True)
    session.save(update_fields=["version"])
    fact = facts.ItemAdded(
        subject=Ref.of(session),
        item=item.pk,
        act=act.pk if act is not None else None,
        double=double,
        words={"title": words},
    )
    announce(actor, fact, at=at)
    return item


def _proposal_title(act: Any) -> Words:
    """„Предлог-одлука за …“: an act's title begins with its kind."""
    return {
        lang: f"{PROPOSED[lang]}-{said[:1].lower()}{said[1:]}" if lang in PROPOSED else said
        for lang, said in act.title.items()
    }


@deed
def remove_item(actor: Actor, item: Item, *, at: datetime, version: int | None = None) -> Session:
    """Take a point off before the call; those behind it move up."""
    session = _hold(item.session, version)
    allow(SESSION.check(actor, session, "remove_item", day_of(at)))
    title, number = item.title, item.pk
    item.delete()
    for place, left in enumerate(session.items.order_by("proposed_number"), start=1):
        if left.proposed_number != place:
            left.proposed_number = place
            left.save(update_fields=["proposed_number"])
    session.save(update_fields=["version"])
    announce(actor, facts.ItemRemoved(subject=Ref.of(session), item=number, words={"title": title}), at=at)
    return session


@deed
def call(
    actor: Actor,
    session: Session,
    *,
    with_papers: bool = True,
    late_reason: str = "",
    at: datetime,
    version: int | None = None,
) -> Session:
    """The call leaves: the session takes its number, its agenda is fixed as proposed, and the decision to call
    is registered as the first document of the session's own case. Terms not kept are warned of, never blocked.
    """
    session = _hold(session, version)
    today = day_of(at)
    allow(
        SESSION.check(actor, session, "call", today),
        rules.not_past(session.day, today),
        rules.some_items(session.items.count()),
    )
    session.called_on, session.papers_on = today, today if with_papers else None
    session.late_reason = late_reason.strip()
    session.number = take(queries.series(session.body), session.term.year)
    session.state = "called"
    session.case, session.decision = _decision(actor, session, at)
    late = bool(queries.warnings(session, today))
    session.save()
    session.items.update(official=True)
    fact = facts.SessionCalled(
        subject=Ref.of(session),
        number=session.number,
        day=session.day,
        decision=session.decision.number,
        late=late,
        words={"why": session.late_reason} if session.late_reason else {},
    )
    announce(actor, fact, at=at)
    return session


def _decision(actor: Actor, session: Session, at: datetime) -> tuple[registry.Case, registry.Document]:
    words = {
        lang: text.format(title=title(session.number, session.kind)[lang]) for lang, text in DECISION.items()
    }
    subject, lang = pick(words, "mk")
    mark = on(day_of(at))["sessions.archive_mark"].value
    unit = units().filter(pk__in=actor.units).last() or units().filter(kind="sector")[0]
    named = f"{title(session.number, session.kind)['mk']} – {pick(session.body.name, 'mk')[0]}"
    case = registry.open_case(actor, title=named, language=lang, mark=mark, unit=unit, at=at)
    return case, registry.file_into(actor, case, subject=subject, language=lang, at=at)


@deed
def send_papers(
    actor: Actor, session: Session, *, late_reason: str = "", at: datetime, version: int | None = None
) -> Session:
    """The papers leave after the call."""
    session = _hold(session, version)
    allow(
        SESSION.check(actor, session, "send_papers", day_of(at)),
        Reason(rules.ALREADY_SENT) if session.papers_on else None,
    )
    session.papers_on = day_of(at)
    session.late_reason = late_reason.strip() or session.late_reason
    session.save(update_fields=["papers_on", "late_reason", "version"])
    announce(actor, facts.PapersSent(subject=Ref.of(session), day=session.papers_on), at=at)
    return session


@deed
def arrive(actor: Actor, session: Session, mandate: Mandate, *, at: datetime) -> Presence | None:
    """A member came; nothing when he is here already."""
    return _presence(actor, session, [mandate], True, at)


@deed
def arrive_all(actor: Actor, session: Session, *, at: datetime) -> Presence | None:
    """Everybody who is not here yet came."""
    return _presence(actor, session, list(members(session.body, session.day)), True, at)


@deed
def leave(actor: Actor, session: Session, mandate: Mandate, *, at: datetime) -> Presence | None:
    """A member left; nothing when he is not here."""
    return _presence(actor, session, [mandate], False, at)


def _presence(
    actor: Actor, session: Session, mandates: list[Mandate], came: bool, at: datetime
) -> Presence | None:
    session = _hold(session)
    sitting = set(members(session.body, session.day).values_list("pk", flat=True))
    allow(
        SESSION.check(actor, session, "presence", day_of(at)),
        rules.the_day_has_come(session, day_of(at)),
        rules.seated({m.pk for m in mandates}, sitting),
    )
    present, event = queries.here(session), None
    for mandate in mandates:
        if (mandate.pk in present) == came:
            continue
        event = Presence(session=session, mandate=mandate, came=came, at=at)
        event.save(force_insert=True)
        told = facts.MemberCame if came else facts.MemberLeft
        announce(
            actor,
            told(subject=Ref.of(session), mandate=mandate.pk, words={"who": mandate.person.name}),
            at=at,
        )
    return event


@deed
def open_session(actor: Actor, session: Session, *, at: datetime, version: int | None = None) -> Session:
    """The president states the quorum and opens. Without quorum art. 41(1) lets nobody open."""
    session = _hold(session, version)
    present = len(queries.here(session))
    basis = on(session.day)["sessions.quorum"].basis
    allow(
        SESSION.check(actor, session, "open", day_of(at)),
        rules.the_day_has_come(session, day_of(at)),
        rules.quorum(queries.seats_of(session), present, basis),
    )
    session.state, session.opened_at, session.opened_with = "open", at, present
    session.save(update_fields=["state", "opened_at", "opened_with", "version"])
    announce(actor, facts.SessionOpened(subject=Ref.of(session), present=present), at=at)
    return session


@deed
def not_held(
    actor: Actor, session: Session, *, why: str, at: datetime, version: int | None = None
) -> Session:
    """The session was called and did not take place; its number is used up."""
    session = _hold(session, version)
    allow(
        SESSION.check(actor, session, "not_held", day_of(at)),
        None if why.strip() else Reason(rules.WHY, field="why"),
    )
    session.state = "not_held"
    session.save(update_fields=["state", "version"])
    fact = facts.SessionNotHeld(
        subject=Ref.of(session), number=session.number or 0, words={"why": why.strip()}
    )
    announce(actor, fact, at=at)
    return session


@deed(keyed=True)
def adopt_agenda(
    actor: Actor,
    session: Session,
    *,
    numbers: Mapping[int, int | None],
    present: int,
    votes_for: int,
    against: int = 0,
    abstained: int = 0,
    at: datetime,
    key: str | None = None,
) -> AgendaVote:
    """Vote on the agenda. `numbers` is {item: its place}, None for what is taken off; both numbers stay.

    An agenda that is not adopted leaves the items as they were proposed.
    """
    session = _hold(session)
    items = list(session.items.order_by("id"))
    chosen = [n for i in items if (n := numbers.get(i.pk)) is not None]
    norms = on(session.day)
    rule = law.rule_for(norms["sessions.majorities"].value, session.body.kind, "agenda")
    count = law.Count(
        rule=rule,
        seats=queries.seats_of(session),
        present=present,
        votes_for=votes_for,
        against=against,
        abstained=abstained,
    )
    allow(
        SESSION.check(actor, session, "adopt_agenda", day_of(at)),
        rules.agenda_open(queries.is_agenda_adopted(session)),
        rules.in_order(chosen),
        rules.quorum(count.seats, present, norms["sessions.quorum"].basis),
        rules.possible(count),
    )
    vote = AgendaVote(session=session)
    _counted(actor, vote, count, queries.here(session), norms["sessions.majorities"].basis, at)
    vote.save(force_insert=True)
    session.save(update_fields=["version"])
    for item in items if vote.adopted else ():
        item.adopted_number, item.official = numbers.get(item.pk), True
        item.save(update_fields=["adopted_number", "official"])
    fact = facts.AgendaVoted(
        subject=Ref.of(session),
        vote=vote.pk,
        adopted=vote.adopted,
        votes_for=votes_for,
        against=against,
        abstained=abstained,
        present=present,
    )
    announce(actor, fact, at=at)
    return vote


@deed(keyed=True)
def put_to_vote(
    actor: Actor,
    item: Item,
    *,
    present: int,
    votes_for: int,
    against: int = 0,
    abstained: int = 0,
    communities: law.Communities | None = None,
    again: str = "",
    why: str = "",
    at: datetime,
    key: str | None = None,
) -> Vote:
    """A vote by raised hands, with the totals the clerk counted and the number present that was stated.

    `again` (recount, repeat) with its reason `why` counts a decided item once more; both rows stay.
    """
    return _vote(
        actor,
        item,
        Method.HANDS,
        present=present,
        votes_for=votes_for,
        against=against,
        abstained=abstained,
        communities=communities,
        again=again,
        why=why,
        at=at,
    )


@deed(keyed=True)
def put_to_roll_call(
    actor: Actor,
    item: Item,
    *,
    choices: Mapping[int, str],
    again: str = "",
    why: str = "",
    at: datetime,
    key: str | None = None,
) -> Vote:
    """A vote by name: `choices` is {mandate: Choice} of everybody present. The totals come from the names.

    For a double majority the second tally is counted from what members declared; that reading is recorded.
    """
    totals = queries.tally(dict(choices))
    second = _communities(actor, item.session, choices, at) if item.double else None
    return _vote(
        actor,
        item,
        Method.ROLL,
        present=len(choices),
        votes_for=totals["for"],
        against=totals["against"],
        abstained=totals["abstained"],
        communities=second,
        again=again,
        why=why,
        choices=choices,
        at=at,
    )


def _communities(actor: Actor, session: Session, choices: Mapping[int, str], at: datetime) -> law.Communities:
    """Those who declared a community that is not the majority population; whoever declared none is outside."""
    majority = on(session.day)["town.majority_population"].value
    declared = read_communities(
        actor, session.body, day=session.day, why=f"sessions.session:{session.pk}", at=at
    )
    people = dict(members(session.body, session.day).values_list("pk", "person_id"))
    counted = {m for m in choices if declared.get(people.get(m, 0), majority) != majority}
    return law.Communities(present=len(counted), votes_for=sum(choices[m] == Choice.FOR for m in counted))


def _vote(
    actor: Actor,
    item: Item,
    method: Method,
    *,
    present: int,
    votes_for: int,
    against: int,
    abstained: int,
    communities: law.Communities | None,
    again: str,
    why: str,
    at: datetime,
    choices: Mapping[int, str] | None = None,
) -> Vote:
    session = _hold(item.session)
    item = Item.objects.select_related("session__body", "act").get(pk=item.pk)
    rule, norm = queries.majority(item)
    sitting = set(members(session.body, session.day).values_list("pk", flat=True))
    last = queries.last_vote(item)
    count = law.Count(
        rule=rule,
        seats=queries.seats_of(session),
        present=present,
        votes_for=votes_for,
        against=against,
        abstained=abstained,
        communities=communities if item.double else None,
    )
    allow(
        SESSION.check(actor, session, "vote", day_of(at)),
        rules.agenda_adopted(queries.is_agenda_adopted(session)),
        rules.on_the_agenda(item),
        rules.once_more(last, again, why),
        rules.seated(set(choices or ()), sitting),
        rules.quorum(count.seats, present, on(session.day)["sessions.quorum"].basis),
        rules.both_tallies(bool(item.double), communities),
        rules.possible(count),
    )
    vote = Vote(
        item=item,
        method=method,
        rule=rule,
        double=bool(item.double),
        communities_present=count.communities.present if count.communities else None,
        communities_for=count.communities.votes_for if count.communities else None,
        before=last,
        again=again,
        why=why.strip(),
    )
    _counted(actor, vote, count, queries.here(session), norm.basis, at)
    vote.save(force_insert=True)
    VoteByName.objects.bulk_create(
        VoteByName(vote=vote, mandate_id=mandate, choice=choice)
        for mandate, choice in sorted((choices or {}).items())
    )
    session.save(update_fields=["version"])
    _tell(actor, item, vote, at)
    _to_the_act(actor, item, vote, at)
    return vote


def _counted(
    actor: Actor,
    vote: Vote | AgendaVote,
    count: law.Count,
    recorded: set[int],
    basis: Words,
    at: datetime,
) -> None:
    """Put the numbers and what the law makes of them on a vote."""
    found = law.verdict(count)
    vote.seats, vote.present, vote.counted = count.seats, count.present, len(recorded)
    vote.votes_for, vote.against, vote.abstained = count.votes_for, count.against, count.abstained
    vote.adopted, vote.verdict, vote.arithmetic = found.adopted, law.told(found), found.reasons
    vote.basis, vote.by_id, vote.at = basis, actor.person, at


def _tell(actor: Actor, item: Item, vote: Vote, at: datetime) -> None:
    fact = facts.VoteTaken(
        subject=Ref.of(item.session),
        vote=vote.pk,
        item=item.pk,
        adopted=vote.adopted,
        votes_for=vote.votes_for,
        against=vote.against,
        abstained=vote.abstained,
        present=vote.present,
        again=vote.again,
        words={"title": item.title},
    )
    announce(actor, fact, at=at)


def _to_the_act(actor: Actor, item: Item, vote: Vote, at: datetime) -> None:
    """The act hears its vote in the same deed; a count that changes nothing tells it nothing new."""
    if item.act is None or (vote.before is not None and vote.before.adopted == vote.adopted):
        return
    session = item.session
    told: dict[str, Any] = {
        "session": Ref.of(session),
        "session_day": session.day,
        "session_number": session.number,
        "session_title": short(session.number or 0),
        "verdict": {
            **vote.verdict,
            "rule": vote.rule,
            "double": vote.double,
            "seats": vote.seats,
            "present": vote.present,
            "for": vote.votes_for,
            "against": vote.against,
            "abstained": vote.abstained,
        },
        "at": at,
    }
    if vote.adopted:
        acts.adopt(actor, item.act, **told, session_case=session.case)
    else:
        acts.reject(actor, item.act, **told)


@deed
def close(actor: Actor, session: Session, *, at: datetime, version: int | None = None) -> Session:
    """The agenda is exhausted; nothing of the session changes any more."""
    session = _hold(session, version)
    allow(SESSION.check(actor, session, "close", day_of(at)))
    session.state, session.closed_at = "closed", at
    session.save(update_fields=["state", "closed_at", "version"])
    announce(actor, facts.SessionClosed(subject=Ref.of(session), number=session.number or 0), at=at)
    return session


@deed
def make_minutes(
    actor: Actor, session: Session, *, papers: Mapping[str, tuple[Blob, Blob]], at: datetime
) -> list[Minutes]:
    """Keep the minutes made from the record: `papers` is {language: (PDF, DOCX)}, stored before.

    A language that already has its minutes keeps them: the same record gives the same text.
    """
    session = _hold(session)
    allow(SESSION.check(actor, session, "make_minutes", day_of(at)))
    had = {row.lang: row for row in queries.minutes(session)}
    for lang, (pdf, docx) in papers.items():
        if lang in had:
            continue
        row = Minutes(
            session=session,
            lang=lang,
            text_hash=minutes.text_hash(minutes.of(session, lang)),
            pdf=keep(actor, pdf, at=at),
            docx=keep(actor, docx, at=at),
            made_at=at,
            made_by_id=actor.person,
        )
        row.save(force_insert=True)
        fact = facts.MinutesMade(subject=Ref.of(session), lang=lang, text_hash=row.text_hash)
        announce(actor, fact, at=at)
    return queries.minutes(session)


def _hold(session: Session, version: int | None = None) -> Session:
    return hold(Session.objects.select_related("body", "case"), session.pk, version)
