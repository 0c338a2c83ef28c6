"""Deeds on drafts: begin, write, propose."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries, rules
from konak.acts.actions.consolidating import tell_base
from konak.acts.actions.parts import day_of, hand_on, keep_text, read
from konak.acts.facts import (
    ActDrafted,
    ActProposed,
)
from konak.acts.flow import ACT
from konak.acts.law import amending, wording
from konak.acts.models import Act, Proposer, Text
from konak.kernel import org
from konak.kernel.clock import ZONE
from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import Words, pick
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.registry import office as registry
from konak.registry.office import Case


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
    amends: Act | None = None,
    key: str | None = None,
) -> Act:
    """Begin a draft in a case; without one the actor's unit opens a case for it.

    A title without its kind gets it: acts are named with their kind wherever they are named. An act that
    `amends` another and has no title is named after it.
    """
    day = day_of(at)
    known = queries.kinds(day)
    unit = None if case else org.units().filter(pk__in=actor.units).first()
    if amends and not any(words.strip() for words in title.values()):
        title = amending_title(amends, kind, day)
    allow(
        rules.may_draft(actor),
        rules.sound_base(Act(body=body), amends),
        rules.sound_draft(
            kind=kind, body=body, title=title, kinds=known, proposer=proposer, has_case=bool(case or unit)
        ),
    )
    title = {lang: " ".join(words.split()) for lang, words in title.items() if words.strip()}
    title = wording.full_title(title, known[kind])
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
        amends=amends,
        drafted_by_id=actor.person,
        drafted_at=at,
    )
    act.save(force_insert=True)
    fact = ActDrafted(subject=Ref.of(act), kind=kind, body=body, case=act.case_id, words={"title": title})
    announce(actor, fact, at=at)
    if amends is not None:
        tell_base(actor, act, at)
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
    nothing = rules.some_text(texts, queries.languages(day))
    allow(ACT.check(actor, act, "write", day), nothing, unsound, changed)
    done = {}
    trees = {lang: read(text, lang) for lang, text in texts.items()}
    for lang, tree in trees.items():
        done[lang] = keep_text(actor, act, tree, stage="draft", before=latest.get(lang), at=at)
    if act.amends_id:
        act.title = named_after(act.title, trees)
    act.save()
    return done


@deed
def propose(actor: Actor, act: Act, *, at: datetime, version: int | None = None) -> Act:
    """Register the draft as a proposal in its case. A missing opinion or language is shown, never a gate."""
    day = day_of(at)
    act = hold(Act.objects.select_related("case"), act.pk, version)
    latest = queries.texts(act)
    gate = on(day)["acts.languages_gate"].value
    missing = [lang for lang in queries.languages(day) if lang not in latest]
    agree = on(day)["acts.parity_gate"].value
    trees = {lang: queries.tree(text) for lang, text in latest.items()} if agree else {}
    allow(
        ACT.check(actor, act, "propose", day),
        Reason(_("There is no text to propose."), way_out=_("Write the text first.")) if not latest else None,
        rules.languages_missing(missing, gate, "-") if latest else None,
        rules.languages_differ(queries.differences(trees)),
    )
    subject = f"Предлог: {pick(act.title, 'mk')[0]}"
    act.proposal = registry.file_into(actor, act.case, at=at, subject=subject, language="mk")
    act.state, act.proposed_on = "proposed", day
    act.save()
    fact = ActProposed(
        subject=Ref.of(act),
        number=act.proposal.number,
        proposer=act.proposer,
        words={"title": act.title},
    )
    announce(actor, fact, at=at)
    role = "session_clerk" if act.body == "council" else "mayor"
    hand_on(actor, act, {"mayor"}, PUT_ON_AGENDA if act.body == "council" else DECIDE, role=role, at=at)
    return act


def amending_title(base: Act, kind: str, day: date) -> Words:
    """„Одлука за изменување на Одлуката за …“, until the text says that it adds as well."""
    kinds = queries.kinds(day)
    if kind not in kinds:
        return {}
    of, name = kinds[base.kind]["of"], kinds[kind]["name"]
    names = {
        lang: f"{of[lang]} {wording.bare(words, lang, kinds[base.kind])}"
        for lang, words in base.title.items()
        if lang in of
    }
    return {lang: f"{name[lang]} {amending.named(lang, (), words)}" for lang, words in names.items()}


def named_after(title: Words, trees: Mapping[str, lex.Act]) -> Words:
    """The title of an amending act after what its texts do: each language after its own, others after the first."""
    does = {
        lang: [op for one in amending.told(tree) for op in one.operations] for lang, tree in trees.items()
    }
    first = next(filter(None, does.values()), None)
    return {
        lang: amending.renamed(words, lang, found) if (found := does.get(lang) or first) else words
        for lang, words in title.items()
    }


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
