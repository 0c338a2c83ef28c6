"""Deeds of proofreading and translation: who was asked, who did it and when, on which version of the text."""

from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak.acts import queries
from konak.acts.actions.parts import day_of
from konak.acts.facts import LanguageAsked, LanguageDone, LanguageWithdrawn
from konak.acts.flow import ACT, LANGUAGE
from konak.acts.models import Act, LanguageStep, Text, Work
from konak.kernel import org
from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import LANGUAGE_WORDS, Words, pick
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.tasks import office as tasks


@deed
def ask_language(
    actor: Actor,
    act: Act,
    *,
    work: str,
    lang: str,
    person: org.Person | None = None,
    outsider: str = "",
    due: date | None = None,
    at: datetime,
    version: int | None = None,
) -> LanguageStep:
    """Ask somebody of the house, or an outsider by name, to proofread a language of the draft or translate into it.

    An outsider has no desk here: who asked him follows it up.
    """
    day, outsider = day_of(at), " ".join(outsider.split())
    act = hold(Act.objects.all(), act.pk, version)
    latest = queries.texts(act)
    source = next((one for one in latest if one != lang), "") if work == Work.TRANSLATION else ""
    waits = LanguageStep.objects.filter(act=act, work=work, lang=lang, state="asked").exists()
    allow(
        ACT.check(actor, act, "ask_language", day),
        Reason(_("Choose proofreading or translation."), field="work") if work not in Work.values else None,
        Reason(_("Acts of this town are not written in this language."), field="lang")
        if lang not in queries.languages(day)
        else None,
        _sound_step(work, lang, source, latest),
        Reason(_("This was asked already and is not done yet."), way_out=_("Withdraw the first request."))
        if waits
        else None,
        Reason(_("Choose one person, or write the name of somebody from outside."), field="person")
        if (person is None) == (not outsider)
        else None,
        Reason(_("The term is before today."), field="due") if due and due < day else None,
    )
    act.save()
    step = LanguageStep(
        act=act, work=work, lang=lang, source=source, person=person, outsider=outsider, due=due
    )
    step.asked_by_id, step.asked_at = actor.person, at
    step.save(force_insert=True)
    whom = outsider or (person.name if person else "")
    fact = LanguageAsked(
        subject=Ref.of(act), step=step.pk, work=work, lang=lang, due=due, words={"whom": whom}
    )
    announce(actor, fact, at=at)
    title = {
        tongue: said.format(title=pick(act.title, tongue)[0], lang=LANGUAGE_WORDS[lang][tongue])
        for tongue, said in TITLES[work].items()
    }
    tasks.assign(actor, about=Ref.of(step), title=title, due=due, person=person or actor.person, at=at)
    return step


def _sound_step(work: str, lang: str, source: str, latest: dict[str, Text]) -> Reason | None:
    if work == Work.TRANSLATION and not source:
        return Reason(_("There is no text to translate from."), way_out=_("Write the text first."))
    if work == Work.PROOFREADING and lang not in latest:
        return Reason(_("There is no text to proofread."), way_out=_("Write the text first."), field="lang")
    return None


@deed
def finish_language(
    actor: Actor,
    step: LanguageStep,
    *,
    done_on: date | None = None,
    at: datetime,
    seen: int | None = None,
    version: int | None = None,
) -> LanguageStep:
    """It is done, on the texts as they stand now. `seen` is the version of the language that was before the actor."""
    day = day_of(at)
    step = hold(LanguageStep.objects.select_related("act", "person"), step.pk, version)
    latest = {lang: text.number for lang, text in queries.texts(step.act).items()}
    done_on = done_on or day
    allow(
        LANGUAGE.check(actor, step, "finish", day),
        Reason(_("The act is no draft any more: its text does not change."))
        if step.act.state != "draft"
        else None,
        Reason(
            _("There is no text in this language yet."),
            way_out=_("Keep the text first, then say that it is done."),
        )
        if step.lang not in latest
        else None,
        Reason(_("The day is later than today."), field="done_on") if done_on > day else None,
        Reason(_("The day is before it was asked for."), field="done_on")
        if done_on < day_of(step.asked_at)
        else None,
        Reason(
            _("The text changed while you had the page open."),
            way_out=_("Read the newer text, then say it again."),
        )
        if seen is not None and latest.get(step.lang, 0) != seen
        else None,
    )
    step.state, step.texts = "done", latest
    step.done_on, step.done_at = done_on, at
    step.done_by_id = actor.person
    step.save()
    fact = LanguageDone(
        subject=Ref.of(step.act),
        step=step.pk,
        work=step.work,
        lang=step.lang,
        number=latest[step.lang],
        day=done_on,
        words={"whom": step.outsider or actor.name},
    )
    announce(actor, fact, at=at)
    _fulfil(actor, step, at)
    return step


@deed
def withdraw_language(
    actor: Actor, step: LanguageStep, *, at: datetime, version: int | None = None
) -> LanguageStep:
    """It is not needed, or somebody else will be asked."""
    step = hold(LanguageStep.objects.select_related("act"), step.pk, version)
    allow(LANGUAGE.check(actor, step, "withdraw", day_of(at)))
    step.state = "withdrawn"
    step.save()
    fact = LanguageWithdrawn(subject=Ref.of(step.act), step=step.pk, work=step.work, lang=step.lang)
    announce(actor, fact, at=at)
    _fulfil(actor, step, at)
    return step


def _fulfil(actor: Actor, step: LanguageStep, at: datetime) -> None:
    for task in tasks.about(Ref.of(step)).filter(state="open"):
        tasks.fulfil(actor, task, at=at)


TITLES: dict[str, Words] = {
    "proofreading": {
        "mk": "Лектура ({lang}): {title}",
        "sq": "Lekturë ({lang}): {title}",
        "en": "Proofreading ({lang}): {title}",
    },
    "translation": {
        "mk": "Превод ({lang}): {title}",
        "sq": "Përkthim ({lang}): {title}",
        "en": "Translation ({lang}): {title}",
    },
}
