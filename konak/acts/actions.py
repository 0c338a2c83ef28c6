"""Deeds on drafts: begin, write, opine, propose, decide. What follows the vote stands in `after`."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from datetime import date, datetime

from django.utils.translation import gettext, pgettext
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries, rules, wording
from konak.acts.facts import (
    ActAdopted,
    ActDrafted,
    ActProposed,
    ActRejected,
    OpinionAsked,
    OpinionGiven,
    TextWritten,
)
from konak.acts.flow import ACT
from konak.acts.models import Act, Opinion, Proposer, Text, View
from konak.kernel import clock, org
from konak.kernel.clock import ZONE
from konak.kernel.errors import Reason, Refused, allow
from konak.kernel.i18n import Words, pick
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.lex import akn
from konak.registry import office as registry
from konak.registry.office import Case, Document
from konak.tasks import office as tasks


def day_of(at: datetime) -> date:
    """The day of a moment as the town counts it."""
    return at.astimezone(ZONE).date()


@deed(keyed=True)
def draft_from(
    actor: Actor,
    case: Case | None,
    *,
    kind: str,
    body: str,
    title: Words,
    at: datetime,
    proposer: str = Proposer.MAYOR,
    key: str | None = None,
) -> Act:
    """Begin a draft in a case; without one the actor's unit opens a case for it."""
    day = day_of(at)
    known = queries.kinds(day)
    unit = None if case else org.units().filter(pk__in=actor.units).first()
    allow(
        rules.may_draft(actor),
        rules.sound_draft(
            kind=kind, body=body, title=title, kinds=known, proposer=proposer, has_case=bool(case or unit)
        ),
    )
    title = {lang: " ".join(words.split()) for lang, words in title.items() if words.strip()}
    if unit is not None:
        mark = on(day)["acts.archive_mark"].value
        case = registry.open_case(actor, at=at, title=title["mk"], language="mk", mark=mark, unit=unit)
    letters = registry.documents(actor).filter(case=case, direction="incoming").order_by("sub")
    act = Act(
        kind=kind,
        body=body,
        title=title,
        proposer=proposer,
        scope=known[kind]["scope"],
        case=case,
        letter=letters.first(),
        drafted_by_id=actor.person,
        drafted_at=at,
    )
    act.save(force_insert=True)
    fact = ActDrafted(
        subject=Ref.of(act), kind=kind, body=body, case=act.case_id, words={"title": said(title)}
    )
    announce(actor, fact, at=at)
    return act


@deed
def write_text(actor: Actor, act: Act, lang: str, *, text: str, version: int, at: datetime) -> Text:
    """A new version of the draft in one language; `version` is the one the clerk had before him (0: none).

    The same words again make no new version.
    """
    return write_texts(actor, act, texts={lang: text}, versions={lang: version}, at=at)[lang]


@deed
def write_texts(
    actor: Actor, act: Act, *, texts: Mapping[str, str], versions: Mapping[str, int], at: datetime
) -> dict[str, Text]:
    """New versions of the draft in several languages at once, each compared with its own version."""
    day = day_of(at)
    act = hold(Act.objects.all(), act.pk)
    latest = queries.texts(act)
    unsound = [
        reason
        for lang, text in texts.items()
        for reason in rules.sound_text(lang, text, queries.languages(day))
    ]
    changed = [changed_meanwhile(latest[lang]) for lang in texts if _stale(latest, versions, lang)]
    allow(ACT.check(actor, act, "write", day), unsound, changed)
    done = {}
    for lang, text in texts.items():
        tree = read(text, lang)
        done[lang] = keep_text(actor, act, tree, stage="draft", before=latest.get(lang), at=at)
    act.save()
    return done


@deed
def ask_opinion(
    actor: Actor, act: Act, *, at: datetime, due: date | None = None, version: int | None = None
) -> Opinion:
    """Ask the legal officer for an opinion; one at a time."""
    day = day_of(at)
    act = hold(Act.objects.all(), act.pk, version)
    asked = queries.waiting_opinion(act)
    allow(
        ACT.check(actor, act, "ask_opinion", day),
        Reason(_("An opinion has been asked for and is not given yet.")) if asked else None,
        Reason(_("There is no text yet."), way_out=_("Write the text first."))
        if not queries.texts(act)
        else None,
        Reason(_("The term is before today."), field="due") if due and due < day else None,
    )
    opinion = Opinion(act=act, asked_by_id=actor.person, asked_at=at, due=due)
    opinion.save(force_insert=True)
    act.save()
    announce(
        actor,
        OpinionAsked(subject=Ref.of(act), opinion=opinion.pk, due=due.isoformat() if due else ""),
        at=at,
    )
    hand_on(actor, act, {}, ASK_OPINION, role="lawyer", due=due, at=at)
    return opinion


@deed
def give_opinion(
    actor: Actor, act: Act, *, verdict: str, text: str, at: datetime, version: int | None = None
) -> Opinion:
    """The legal opinion on the texts as they stand now, under its own number in the case; asked for or not."""
    day = day_of(at)
    act = hold(Act.objects.select_related("case"), act.pk, version)
    latest = queries.texts(act)
    allow(
        ACT.check(actor, act, "give_opinion", day),
        Reason(_("Choose what the opinion says."), field="verdict") if verdict not in View.values else None,
        Reason(_("Write the reasons of the opinion."), field="text")
        if verdict != View.AGREES and not text.strip()
        else None,
        Reason(_("There is no text to give an opinion on.")) if not latest else None,
    )
    opinion = queries.waiting_opinion(act) or Opinion(act=act, asked_at=at)
    subject = f"{pgettext('document', 'Legal opinion')}: {pick(act.title, 'mk')[0]}"
    paper = registry.file_into(actor, act.case, at=at, subject=subject, language="mk", body=text)
    opinion.verdict, opinion.text, opinion.document = verdict, text.strip(), paper
    opinion.texts = {lang: row.number for lang, row in latest.items()}
    opinion.given_by_id, opinion.given_at = actor.person, at
    opinion.save()
    act.save()
    fact = OpinionGiven(
        subject=Ref.of(act),
        opinion=opinion.pk,
        number=paper.number,
        verdict=verdict,
        words={"said": str(View(verdict).label)},
    )
    announce(actor, fact, at=at)
    hand_on(actor, act, {"lawyer"}, None, at=at)
    return opinion


@deed
def propose(actor: Actor, act: Act, *, at: datetime, version: int | None = None) -> Act:
    """Register the draft as a proposal in its case. A missing opinion or language is shown, never a gate."""
    day = day_of(at)
    act = hold(Act.objects.select_related("case"), act.pk, version)
    latest = queries.texts(act)
    gate = on(day)["acts.languages_gate"].value
    missing = [lang for lang in queries.languages(day) if lang not in latest]
    allow(
        ACT.check(actor, act, "propose", day),
        Reason(_("There is no text to propose."), way_out=_("Write the text first.")) if not latest else None,
        rules.languages_missing(missing, gate, "-") if latest else None,
    )
    subject = f"{pgettext('document', 'Proposal')}: {pick(act.title, 'mk')[0]}"
    act.proposal = registry.file_into(actor, act.case, at=at, subject=subject, language="mk")
    act.state, act.proposed_on = "proposed", day
    act.save()
    fact = ActProposed(
        subject=Ref.of(act),
        number=act.proposal.number,
        proposer=act.proposer,
        words={"title": said(act.title)},
    )
    announce(actor, fact, at=at)
    role = "session_clerk" if act.body == "council" else "mayor"
    hand_on(actor, act, {"mayor"}, PUT_ON_AGENDA if act.body == "council" else DECIDE, role=role, at=at)
    return act


@deed
def adopt(
    actor: Actor,
    act: Act,
    *,
    session: Ref,
    session_day: date,
    session_number: int,
    session_title: Words,
    verdict: dict[str, object],
    at: datetime,
    session_case: Case | None = None,
    version: int | None = None,
) -> Act:
    """The council adopted the act: it takes its number in the style of the house and bears the session's date.

    `verdict` is that of `konak.sessions.law`; `session_case` is the session's case, needed for style `session`.
    """
    act = hold(Act.objects.select_related("case", "case__unit"), act.pk, version)
    allow(
        ACT.check(actor, act, "adopt", day_of(at)),
        Reason(_("The session's day is later than today."), field="session_day")
        if session_day > day_of(at)
        else None,
        Reason(_("By the verdict the act was not adopted.")) if not verdict.get("adopted") else None,
    )
    act.session, act.session_number, act.session_title = str(session), session_number, session_title
    act.verdict = verdict
    return _adopted(actor, act, session_day, session_case, at)


@deed
def reject(
    actor: Actor,
    act: Act,
    *,
    session: Ref,
    session_day: date,
    session_number: int,
    session_title: Words,
    verdict: dict[str, object],
    at: datetime,
    version: int | None = None,
) -> Act:
    """The council did not adopt the act."""
    act = hold(Act.objects.all(), act.pk, version)
    allow(
        ACT.check(actor, act, "reject", day_of(at)),
        Reason(_("By the verdict the act was adopted.")) if verdict.get("adopted") else None,
    )
    act.session, act.session_number, act.session_title = str(session), session_number, session_title
    act.verdict, act.state = verdict, "rejected"
    act.save()
    fact = ActRejected(
        subject=Ref.of(act),
        day=session_day.isoformat(),
        session=str(session),
        words={"title": said(act.title)},
    )
    announce(actor, fact, at=at)
    hand_on(actor, act, {"session_clerk"}, None, at=at)
    return act


@deed
def decide(actor: Actor, act: Act, *, at: datetime, version: int | None = None) -> Act:
    """The mayor adopts his own act: its number is the next of its case, its day is today."""
    act = hold(Act.objects.select_related("case", "case__unit"), act.pk, version)
    allow(ACT.check(actor, act, "decide", day_of(at)))
    return _adopted(actor, act, day_of(at), None, at)


def _adopted(actor: Actor, act: Act, day: date, session_case: Case | None, at: datetime) -> Act:
    style = on(day)["acts.number_style"].value if act.body == "council" else "case"
    act.document = number_for(actor, act, style, session_case, at)
    act.number, act.adopted_on, act.state = act.document.number, day, "adopted"
    act.save()
    fact = ActAdopted(
        subject=Ref.of(act),
        number=act.number,
        day=day.isoformat(),
        session=act.session,
        words={"title": said(act.title)},
    )
    announce(actor, fact, at=at)
    hand_on(actor, act, {"session_clerk", "mayor"}, FIX_TEXT, role="lawyer", at=at)
    return act


def number_for(
    actor: Actor, act: Act, style: str, session_case: Case | None, at: datetime
) -> Document:
    """The paper that gives the act its number: a sub-number of the session's case or of its own case, or a
    basic number of its own."""
    subject = pick(act.title, "mk")[0]
    case = act.case
    if style == "session":
        if session_case is None:
            raise Refused(
                Reason(
                    _("The house numbers acts under the session, and the session has no case."),
                    way_out=_("Register the session's case first."),
                )
            )
        case = session_case
    elif style == "own":
        mark = on(day_of(at))["acts.archive_mark"].value
        unit = act.case.unit
        case = registry.open_case(actor, at=at, title=subject, language="mk", mark=mark, unit=unit)
    return registry.file_into(actor, case, at=at, subject=subject, language="mk")


def read(text: str, lang: str) -> lex.Act:
    """What was typed as a tree; a text that cannot be one is refused."""
    try:
        return lex.read(text, lang)
    except lex.Unreadable as fault:
        raise Refused(Reason(str(fault), field=f"text_{lang}")) from fault


def keep_text(
    actor: Actor, act: Act, tree: lex.Act, *, stage: str, before: Text | None, at: datetime
) -> Text:
    """Keep a tree as the next version; the same draft again stays the version it is."""
    if before is not None and before.stage == stage and akn.read(before.xml) == tree:
        return before
    town = on(day_of(at))["acts.town"].value
    number = before.number + 1 if before else 1
    data = wording.xml(
        tree,
        slug=town["slug"],
        name=f"draft-{act.pk}",
        body=act.body,
        number=act.number,
        adopted=act.adopted_on,
        version=act.adopted_on or day_of(at),
    )
    text = Text(
        act=act,
        lang=tree.lang,
        number=number,
        stage=stage,
        title=tree.title,
        xml=data.decode(),
        sha256=hashlib.sha256(data).hexdigest(),
        unread=len(tree.unread),
        by_id=actor.person,
        at=at,
    )
    text.save(force_insert=True)
    announce(
        actor,
        TextWritten(
            subject=Ref.of(act),
            lang=tree.lang,
            number=number,
            sha256=text.sha256,
            words={"who": actor.name},
        ),
        at=at,
    )
    return text


def hand_on(
    actor: Actor,
    act: Act,
    waited: set[str] | dict[str, str],
    title: Words | None,
    *,
    role: str = "",
    due: date | None = None,
    at: datetime,
) -> None:
    """What waited for these roles is done by this deed, whoever did it; the next thing waits for `role`."""
    tasks.done_about(replace(actor, roles=actor.roles.union(waited)), Ref.of(act), at=at)
    if title is not None:
        name = {lang: words.format(title=pick(act.title, lang)[0]) for lang, words in title.items()}
        tasks.assign(actor, about=Ref.of(act), title=name, role=role, due=due, at=at)


def said(words: Words) -> str:
    """All languages in one line: the journal keeps what was written."""
    return " / ".join(dict.fromkeys(text for text in words.values() if text))


def _stale(latest: Mapping[str, Text], versions: Mapping[str, int], lang: str) -> bool:
    return lang in latest and latest[lang].number != versions.get(lang, 0)


def changed_meanwhile(text: Text) -> Reason:
    """Somebody else wrote a newer version: who, when, and that the own words are kept on the screen."""
    who = str(text.by) if text.by else "Konak"
    when = f"{text.at.astimezone(ZONE):%d.%m.%Y %H:%M}"
    return Reason(
        gettext("%(who)s wrote version %(number)s while you had the text open (%(when)s).")
        % {"who": who, "number": text.number, "when": when},
        way_out=_("Compare it with your words, which are kept in the box, and save again."),
        field=f"text_{text.lang}",
    )


def sign_by(act: Act) -> date:
    """The last day to sign, on the unmoved day."""
    assert act.adopted_on is not None
    return clock.latest("act.sign", act.adopted_on)


def publish_by(act: Act) -> date:
    assert act.adopted_on is not None
    return clock.latest("act.publish", act.adopted_on)


ASK_OPINION = {
    "mk": "Правно мислење за: {title}",
    "sq": "Mendim juridik për: {title}",
    "en": "Legal opinion on: {title}",
}
PUT_ON_AGENDA = {
    "mk": "Предлог за дневен ред: {title}",
    "sq": "Propozim për rend të ditës: {title}",
    "en": "For the agenda: {title}",
}
DECIDE = {
    "mk": "За донесување: {title}",
    "sq": "Për miratim: {title}",
    "en": "To be adopted: {title}",
}
FIX_TEXT = {
    "mk": "Утврдување на текстот: {title}",
    "sq": "Përcaktimi i tekstit: {title}",
    "en": "Fix the text: {title}",
}
