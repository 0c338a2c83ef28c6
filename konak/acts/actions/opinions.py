"""Deeds of legality opinions: ask, write, show, give, withdraw. What is written is nobody's but its author's until
it is given; what is given never changes."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass
from datetime import date, datetime
from typing import Any

from django.utils.translation import gettext_lazy as _
from django.utils.translation import ngettext

from konak.acts import opinions, queries, rules
from konak.acts.actions.parts import day_of
from konak.acts.facts import (
    OpinionAsked,
    OpinionGiven,
    OpinionShown,
    OpinionSigned,
    OpinionSketched,
    OpinionWithdrawn,
)
from konak.acts.flow import ACT, OPINION
from konak.acts.models import OURS, Act, Matter, Opinion, Sketch, SketchReader, View
from konak.kernel import org
from konak.kernel.errors import Reason, Refused, allow
from konak.kernel.files import Blob
from konak.kernel.i18n import Words, pick
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.registry import office as registry
from konak.registry.office import Case
from konak.tasks import office as tasks


@dataclass(frozen=True)
class Check:
    """An answer to one question of the table: yes, no, or empty while it has none."""

    answer: str = ""
    remark: str = ""


@deed
def ask_opinion(
    actor: Actor,
    act: Act,
    *,
    at: datetime,
    due: date | None = None,
    of: org.Person | None = None,
    version: int | None = None,
) -> Opinion:
    """Ask for an opinion on a draft or on an act in force, of a legal officer or of any; one at a time.

    Without `due` the term of the house counts. An opinion on a draft goes into its case, one on an act in force
    gets its own.
    """
    day = day_of(at)
    act = hold(Act.objects.select_related("case"), act.pk, version)
    allow(
        ACT.check(actor, act, "ask_opinion", day),
        Reason(
            _("An opinion has been asked for and is not given yet."),
            way_out=_("Wait for it, or withdraw the request."),
        )
        if queries.waiting_opinion(act)
        else None,
        Reason(_("There is no text yet."), way_out=_("Write the text first."))
        if not queries.texts(act)
        else None,
        _sound(actor, due, of, day),
    )
    act.save()
    in_force = act.state == "published"
    case = _own_case(actor, act.title, "mk", at) if in_force else act.case
    matter = Matter.IN_FORCE if in_force else Matter.DRAFT
    return _asked(actor, Opinion(matter=matter, act=act, title=act.title, case=case), due, of, at)


@deed(keyed=True)
def ask_opinion_on(
    actor: Actor,
    case: Case | None,
    *,
    matter: str,
    title: str,
    language: str,
    at: datetime,
    due: date | None = None,
    of: org.Person | None = None,
    key: str | None = None,
) -> Opinion:
    """Ask for an opinion on a text of others: in the case it came in, else in a case of its own."""
    day = day_of(at)
    title = " ".join(title.split())
    others = [kind for kind in Matter.values if kind not in OURS]
    allow(
        rules.may_ask_on_others(actor),
        Reason(_("Choose what the text is."), field="matter") if matter not in others else None,
        Reason(_("Write what the text is called."), field="title") if not title else None,
        Reason(_("Choose the language of the text."), field="language")
        if language not in queries.languages(day)
        else None,
        Reason(
            _("You belong to no unit that could open a case."),
            way_out=_("Choose the case."),
            field="case_number",
        )
        if case is None and not _unit(actor)
        else None,
        _sound(actor, due, of, day),
    )
    words = {language: title}
    case = case or _own_case(actor, words, language, at)
    return _asked(actor, Opinion(matter=matter, title=words, case=case), due, of, at)


def _sound(actor: Actor, due: date | None, of: org.Person | None, day: date) -> list[Reason]:
    reasons = []
    if due and due < day:
        reasons.append(Reason(_("The term is before today."), field="due"))
    if of is not None and not org.with_role("lawyer", day).filter(pk=of.pk).exists():
        reasons.append(Reason(_("A legality opinion is given by a legal officer."), field="of"))
    return reasons


def _unit(actor: Actor) -> org.Unit | None:
    return org.units().filter(pk__in=actor.units).first()


def _own_case(actor: Actor, title: Words, language: str, at: datetime) -> Case:
    unit = _unit(actor)
    if unit is None:
        raise Refused(Reason(_("You belong to no unit that could open a case.")))
    mark = on(day_of(at))["acts.opinion_mark"].value
    subject = f"{SUBJECT.get(language, SUBJECT['mk'])}: {pick(title, language)[0]}"
    return registry.open_case(actor, at=at, title=subject, language=language, mark=mark, unit=unit)


def _asked(actor: Actor, opinion: Opinion, due: date | None, of: org.Person | None, at: datetime) -> Opinion:
    opinion.asked_by_id, opinion.asked_at, opinion.asked_of = actor.person, at, of
    opinion.due = due or opinions.term(day_of(at)).due
    opinion.save(force_insert=True)
    about = Ref.of(opinion)
    fact = OpinionAsked(
        subject=about,
        matter=opinion.matter,
        act=opinion.act_id or 0,
        due=opinion.due,
        words={"title": opinion.title},
    )
    announce(actor, fact, at=at)
    title = {lang: words.format(title=pick(opinion.title, lang)[0]) for lang, words in ASK.items()}
    tasks.assign(
        actor, about=about, title=title, due=opinion.due, person=of, role="" if of else "lawyer", at=at
    )
    return opinion


@deed
def write_sketch(
    actor: Actor,
    opinion: Opinion,
    *,
    verdict: str = "",
    text: str = "",
    checks: Mapping[str, Check] | None = None,
    lang: str = "mk",
    at: datetime,
    version: int | None = None,
) -> Sketch:
    """Keep what the actor has written so far; each legal officer has his own. `version` is the sketch's."""
    day = day_of(at)
    allow(OPINION.check(actor, opinion, "write", day), _sound_language(lang, day), _author(actor))
    assert actor.person is not None
    own = Sketch.objects.filter(opinion=opinion, author_id=actor.person)
    first = own.first()
    sketch = hold(own, first.pk, version) if first else Sketch(opinion=opinion, author_id=actor.person)
    known = {row["code"] for row in opinions.questions(opinion, day)}
    sketch.lang, sketch.at, sketch.text = lang, at, text
    sketch.verdict = verdict if verdict in View.values else ""
    sketch.checks = {code: asdict(check) for code, check in (checks or {}).items() if code in known}
    sketch.save()
    announce(actor, OpinionSketched(subject=Ref.of(opinion), words={"who": actor.name}), at=at)
    return sketch


@deed
def show_sketch(actor: Actor, opinion: Opinion, person: org.Person, *, at: datetime) -> Sketch:
    """Let a colleague read what the actor has written so far."""
    sketch = Sketch.objects.filter(opinion=opinion, author_id=actor.person).first()
    again = sketch is not None and sketch.readers.filter(person=person).exists()
    allow(
        OPINION.check(actor, opinion, "show", day_of(at)),
        Reason(_("You have written nothing yet."), way_out=_("Write the opinion and keep it."))
        if not sketch
        else None,
        Reason(_("This is your own draft."), field="person") if person.pk == actor.person else None,
        Reason(_("It is shown to this person already."), field="person") if again else None,
    )
    assert sketch is not None
    SketchReader(sketch=sketch, person=person, at=at).save(force_insert=True)
    fact = OpinionShown(
        subject=Ref.of(opinion), person=person.pk, words={"who": actor.name, "whom": person.name}
    )
    announce(actor, fact, at=at)
    return sketch


@deed
def give_opinion(
    actor: Actor,
    opinion: Opinion,
    *,
    verdict: str,
    text: str = "",
    checks: Mapping[str, Check],
    lang: str = "mk",
    at: datetime,
    seen: Mapping[str, int] | None = None,
    version: int | None = None,
) -> Opinion:
    """Give the opinion on the text as it stands now, under its own number. `seen` are the versions of the text the
    actor had before him: when another came meanwhile, he looks at it first."""
    day = day_of(at)
    opinion = hold(Opinion.objects.select_related("case", "act"), opinion.pk, version)
    asked, now = opinions.questions(opinion, day), opinions.current(opinion, day)
    allow(
        OPINION.check(actor, opinion, "give", day),
        _sound_language(lang, day),
        _sound_opinion(verdict, text, [row["code"] for row in asked], checks),
        Reason(_("There is no text to give an opinion on.")) if opinion.act and not now else None,
        Reason(
            _("The text changed while you were writing."),
            way_out=_("Read the newer text, and give the opinion again; your words are kept below."),
        )
        if seen is not None and dict(seen) != now
        else None,
    )
    subject = f"{SUBJECT.get(lang, SUBJECT['mk'])}: {pick(opinion.title, lang)[0]}"
    opinion.lang, opinion.verdict, opinion.text, opinion.texts = lang, verdict, text.strip(), now
    opinion.checks = [_answered(row, checks[row["code"]]) for row in asked]
    opinion.letter = opinions.last_letter(opinion)
    opinion.given_by_id, opinion.given_at = actor.person, at
    opinion.document = registry.file_into(
        actor, opinion.case, at=at, subject=subject, language=lang, body=opinion.text
    )
    opinion.state = "given"
    opinion.save()
    fact = OpinionGiven(subject=Ref.of(opinion), number=opinion.document.number, verdict=verdict)
    announce(actor, fact, at=at)
    _fulfil(actor, opinion, at)
    return opinion


@deed
def sign_opinion(actor: Actor, opinion: Opinion, *, signed: Blob | None, at: datetime) -> Opinion:
    """Keep the signed PDF with the paper of the opinion. It was made and signed before."""
    opinion = hold(Opinion.objects.select_related("document"), opinion.pk)
    allow(
        OPINION.check(actor, opinion, "sign", day_of(at)),
        Reason(_("It is signed already.")) if opinions.is_signed(opinion) else None,
        Reason(_("There is nothing signed.")) if signed is None else None,
    )
    assert opinion.document is not None
    assert signed is not None
    registry.add_files(actor, opinion.document, files=[signed], at=at)
    fact = OpinionSigned(
        subject=Ref.of(opinion), number=str(opinion), sha256=signed.sha256, words={"who": actor.name}
    )
    announce(actor, fact, at=at)
    return opinion


@deed
def withdraw_opinion(
    actor: Actor, opinion: Opinion, *, reason: str, at: datetime, version: int | None = None
) -> Opinion:
    """Nobody needs the opinion any more; why stays written. What was sketched is seen by nobody from then on."""
    opinion = hold(Opinion.objects.all(), opinion.pk, version)
    allow(
        OPINION.check(actor, opinion, "withdraw", day_of(at)),
        Reason(_("Write why it is withdrawn."), field="reason") if not reason.strip() else None,
    )
    opinion.state, opinion.reason = "withdrawn", reason.strip()
    opinion.save()
    fact = OpinionWithdrawn(
        subject=Ref.of(opinion), act=opinion.act_id or 0, words={"who": actor.name, "reason": opinion.reason}
    )
    announce(actor, fact, at=at)
    _fulfil(actor, opinion, at)
    return opinion


def _fulfil(actor: Actor, opinion: Opinion, at: datetime) -> None:
    """The task ends with the deed, whoever it waited for."""
    for task in tasks.about(Ref.of(opinion)).filter(state="open"):
        tasks.fulfil(actor, task, at=at)


def _author(actor: Actor) -> Reason | None:
    return Reason(_("Only a person can write an opinion.")) if actor.person is None else None


def _sound_language(lang: str, day: date) -> Reason | None:
    if lang in queries.languages(day):
        return None
    return Reason(_("An opinion is written in an official language."), field="lang")


def _sound_opinion(verdict: str, text: str, asked: list[str], checks: Mapping[str, Check]) -> list[Reason]:
    reasons = []
    without = sum(1 for code in asked if checks.get(code, Check()).answer not in ("yes", "no"))
    against = [code for code in asked if checks.get(code, Check()).answer == "no"]
    if verdict not in View.values:
        reasons.append(Reason(_("Choose what the opinion says."), field="verdict"))
    if verdict in (View.REMARKS, View.DISAGREES) and not text.strip():
        reasons.append(Reason(_("Write the reasons of the opinion."), field="text"))
    if without:
        said = ngettext(
            "%(count)s question is not answered.", "%(count)s questions are not answered.", without
        )
        reasons.append(Reason(said % {"count": without}, way_out=_("Answer every question of the table.")))
    if against and verdict == View.AGREES:
        reasons.append(
            Reason(
                _("A question is answered with no, and the act is said to be in accordance."),
                way_out=_("Say “with remarks” or “not in accordance”, or answer the question anew."),
                field="verdict",
            )
        )
    reasons += [
        Reason(_("Write a remark where the answer is no."), field=f"remark_{code}")
        for code in against
        if not checks[code].remark.strip()
    ]
    return reasons


def _answered(row: Mapping[str, Any], check: Check) -> dict[str, Any]:
    kept = {key: row[key] for key in ("code", "question", "basis")}
    return {**kept, "answer": check.answer, "remark": check.remark.strip()}


ASK: Words = {
    "mk": "Мислење за законитост: {title}",
    "sq": "Mendim për ligjshmërinë: {title}",
    "en": "Legality opinion: {title}",
}
SUBJECT: Words = {"mk": "Мислење за законитост", "sq": "Mendim për ligjshmërinë"}
