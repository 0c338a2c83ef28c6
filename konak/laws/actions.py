"""Deeds of the law watch."""

from collections.abc import Sequence
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak.kernel.clock import ZONE, service_target
from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import Words, pick
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.laws import facts, queries, rules
from konak.laws.law.contents import Line
from konak.laws.models import Bearer, ChangeKind, LawChange, Obligation, Reading, Regulation, RegulationKind
from konak.laws.resting import resting
from konak.tasks import office as tasks

REVIEW = {
    "mk": "Изменет е пропис на кој се потпира: {title}",
    "sq": "Ka ndryshuar dispozita në të cilën mbështetet: {title}",
    "en": "A regulation it rests on has changed: {title}",
}
OWED = {
    "mk": "Обврска од пропис: {duty}",
    "sq": "Detyrim nga dispozita: {duty}",
    "en": "Obligation of a regulation: {duty}",
}


@deed(keyed=True)
def follow(
    actor: Actor, *, kind: str, name: Words, issues: Sequence[str], at: datetime, key: str | None = None
) -> Regulation:
    """Enter a regulation we rest on; `issues` are the issues of the Official Gazette that hold it."""
    known = queries.by_name(name.values())
    allow(
        rules.may_keep(actor),
        rules.named(name, "name"),
        [reason for issue in issues if (reason := rules.issue_sound(issue, "issues"))],
        None
        if kind in RegulationKind.values
        else Reason(_("Choose the kind of the regulation."), field="kind"),
        Reason(_("The regulation is already followed."), way_out=_("Record a change of it."), field="name")
        if known
        else None,
    )
    regulation = Regulation(kind=kind, name=dict(name), issues=list(issues), entered_at=at)
    regulation.save(force_insert=True)
    announce(
        actor,
        facts.RegulationEntered(subject=Ref.of(regulation), kind=kind, words={"name": dict(name)}),
        at=at,
    )
    return regulation


@deed(keyed=True)
def record_change(
    actor: Actor,
    regulation: Regulation,
    *,
    kind: str,
    issue: str,
    published_on: date,
    from_day: date,
    articles: Sequence[str] = (),
    note: str = "",
    version: int | None = None,
    at: datetime,
    key: str | None = None,
) -> LawChange:
    """Record what an issue changed in a regulation; `articles` are addresses, none means all of it.

    The legal officer gets a task for each text that rests on what was changed.
    """
    regulation = hold(Regulation.objects.all(), regulation.pk, version)
    allow(
        rules.may_keep(actor),
        _wrong_with_change(regulation, kind, issue, published_on, from_day, articles),
        rules.published(issue, published_on, at.astimezone(ZONE).date()),
    )
    change = LawChange(
        regulation=regulation, kind=kind, issue=issue, published_on=published_on, from_day=from_day,
        articles=list(articles), note=note.strip(), at=at,
    )  # fmt: skip
    change.save(force_insert=True)
    told: type[facts.LawChanged] | type[facts.LawRepealed] = facts.LawChanged
    if kind == ChangeKind.REPEALED:
        regulation.ended_on, told = from_day, facts.LawRepealed
    else:
        regulation.issues = [*regulation.issues, issue]
    regulation.save()
    words = {"name": dict(regulation.name)}
    subject = Ref.of(regulation)
    announce(
        actor, told(subject=subject, change=change.pk, issue=issue, from_day=from_day, words=words), at=at
    )
    day = at.astimezone(ZONE).date()
    due = service_target(on(day)["laws.review_days"].value, day).target
    for about, cited in resting(regulation, change.articles).items():
        title = {lang: words.format(title=pick(cited[0].title, lang)[0]) for lang, words in REVIEW.items()}
        tasks.assign(actor, about=about, title=title, due=due, role="lawyer", at=at)
    return change


def _wrong_with_change(
    regulation: Regulation, kind: str, issue: str, published_on: date, from_day: date, articles: Sequence[str]
) -> list[Reason]:
    wrong = [rules.issue_sound(issue), rules.addresses_sound(articles)]
    if kind not in ChangeKind.values:
        wrong.append(Reason(_("Say whether it was amended or repealed."), field="kind"))
    if regulation.ended_on is not None:
        if kind == ChangeKind.REPEALED:
            wrong.append(Reason(_("The regulation is already repealed."), way_out=_("Look at its changes.")))
        elif regulation.ended(from_day):
            wrong.append(
                Reason(
                    _("The regulation is no longer in force on this day."),
                    way_out=_("Look at the day from which it is repealed."),
                    field="from_day",
                )
            )
    if from_day < published_on:
        wrong.append(Reason(_("A change applies from its publication at the earliest."), field="from_day"))
    if issue in regulation.issues:
        wrong.append(Reason(_("This issue already stands with the regulation."), field="issue"))
    return [reason for reason in wrong if reason]


@deed(keyed=True)
def note_reading(
    actor: Actor,
    *,
    number: int,
    year: int,
    found: str = "",
    new: Sequence[Line] = (),
    at: datetime,
    key: str | None = None,
) -> Reading:
    """Log that an issue of the Official Gazette was read; nothing found is an entry too. The regulations of the
    `new` lines are followed from now on."""
    issue = f"{number}/{year}"
    allow(
        rules.may_keep(actor),
        rules.issue_sound(issue, "number"),
        Reason(_("This issue was already read."), way_out=_("Look at the reading log."), field="number")
        if Reading.objects.filter(number=number, year=year).exists()
        else None,
    )
    reading = Reading(number=number, year=year, found=found.strip(), by_id=actor.person, at=at)
    reading.save(force_insert=True)
    announce(actor, facts.IssueRead(subject=Ref.of(reading), issue=issue), at=at)
    for line in new:
        follow(actor, kind=line.kind, name={line.lang: line.name}, issues=[issue], at=at)
    return reading


@deed(keyed=True)
def oblige(
    actor: Actor,
    regulation: Regulation,
    *,
    article: str,
    duty: Words,
    bearer: str,
    due: date,
    at: datetime,
    key: str | None = None,
) -> Obligation:
    """Enter what a regulation asks of the Council or the mayor, and by which day; until it is met it waits on the
    desk of the legal officer."""
    allow(
        rules.may_keep(actor),
        rules.addresses_sound([article], "article"),
        rules.named(duty, "duty"),
        None if bearer in Bearer.values else Reason(_("Say who has to do it."), field="bearer"),
    )
    obligation = Obligation(
        regulation=regulation, article=article, duty=dict(duty), bearer=bearer, due=due, entered_at=at
    )
    obligation.save(force_insert=True)
    announce(actor, facts.ObligationEntered(subject=Ref.of(obligation), due=due), at=at)
    title = {lang: words.format(duty=pick(duty, lang)[0]) for lang, words in OWED.items()}
    tasks.assign(actor, about=Ref.of(obligation), title=title, due=due, role="lawyer", at=at)
    return obligation


@deed
def meet(
    actor: Actor, obligation: Obligation, *, act: str, done_on: date, version: int | None = None, at: datetime
) -> Obligation:
    """The obligation was met by the act of this number."""
    obligation = hold(Obligation.objects.all(), obligation.pk, version)
    allow(
        rules.may_keep(actor),
        Reason(_("The obligation is already met.")) if obligation.act else None,
        rules.meets(act, done_on, at.astimezone(ZONE).date()),
    )
    obligation.act, obligation.done_on = act.strip(), done_on
    obligation.save()
    announce(actor, facts.ObligationMet(subject=Ref.of(obligation), act=obligation.act), at=at)
    tasks.done_about(actor, Ref.of(obligation), at=at)
    return obligation
