"""Reads of acts. What an actor may see is decided here, by query."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from functools import cached_property
from typing import Any

from django.db.models import OuterRef, Prefetch, Q, QuerySet, Subquery

from konak import lex
from konak.acts import law, rules
from konak.acts.models import Act, Comment, Consolidated, LanguageStep, Opinion, Original, Text
from konak.kernel import clock
from konak.kernel.journal import Actor
from konak.kernel.norms import Norm, intervals, known, on
from konak.lex import akn

BASES = "acts.basis."
# role → acts that wait for it
WAITS = {
    "session_clerk": Q(body="council", state="proposed"),
    "lawyer": Q(state="adopted") | Q(opinions__state="asked"),
    "president": Q(body="council", state="fixed"),
    "mayor": Q(body="council", state="signed") | Q(body="mayor", state__in=("proposed", "fixed")),
    "gazette_editor": Q(body="council", state="promulgated")
    | Q(body="mayor", state="signed", relation="", scope="gazette"),
}


def visible(actor: Actor) -> QuerySet[Act]:
    """All for the office of the council, the mayor and the editor; proposals for councillors; what belongs to
    his unit, was drafted by him or given to him to proofread or translate, and what is published, for everybody
    else who is signed in."""
    if not actor.is_signed_in and not actor.has("system"):
        return Act.objects.none()
    if actor.has(*rules.SEES_ALL):
        return Act.objects.all()
    seen = Q(state="published") | Q(case__unit_id__in=actor.units)
    if actor.person is not None:
        asked = LanguageStep.objects.filter(person_id=actor.person).exclude(state="withdrawn")
        seen |= Q(drafted_by_id=actor.person) | Q(pk__in=asked.values("act"))
    if actor.has(*rules.SEES_PROPOSED):
        seen |= ~Q(state="draft")
    return Act.objects.filter(seen)


def proposed(actor: Actor) -> QuerySet[Act]:
    """Acts of the council that wait for a session, in the order of their proposals."""
    return visible(actor).filter(state="proposed", body="council").order_by("proposed_on", "id")


def to_publish(actor: Actor) -> QuerySet[Act]:
    """Acts that wait for the gazette: the council's with their act of publication, the mayor's signed."""
    ready = Q(body="council", state="promulgated") | Q(body="mayor", state="signed", relation="")
    return visible(actor).filter(ready, scope="gazette").order_by("adopted_on", "id")


def amendable(actor: Actor, body: str = "", words: str = "") -> QuerySet[Act]:
    """What may be amended: published acts that stand and amend no other, newest first; `words` all stand in a title
    or the number."""
    ended = Consolidated.objects.filter(repealed=True).values("act")
    found = visible(actor).filter(state="published", relation="", amends=None).exclude(pk__in=ended)
    for word in words.split()[:8]:
        found = found.filter(
            Q(title__mk__icontains=word) | Q(title__sq__icontains=word) | Q(number__icontains=word)
        )
    return (found.filter(body=body) if body else found).order_by("-published_on", "-id")


def publication_act(act: Act) -> Act | None:
    """The mayor's act that orders the publication of this act."""
    return Act.objects.filter(about=act, relation="publishes").first()


def mayors_acts_about(act: Act) -> list[Act]:
    """The mayor's acts about this act, oldest first."""
    return list(Act.objects.filter(about=act).order_by("id"))


def texts(act: Act) -> dict[str, Text]:
    """The newest text in each language; the fixed one where there is one. One query."""
    newest = Text.objects.filter(act=OuterRef("act"), lang=OuterRef("lang")).order_by("-number")
    rows = Text.objects.filter(act=act, number=Subquery(newest.values("number")[:1])).select_related("by")
    return in_order({row.lang: row for row in rows}, act.drafted_at.date())


def fixed_texts(act: Act) -> dict[str, Text]:
    """The fixed texts: what was voted, certified. Empty before."""
    rows = Text.objects.filter(act=act, stage="fixed")
    return in_order({row.lang: row for row in rows}, act.drafted_at.date())


def in_order(found: Mapping[str, Any], day: date) -> dict[str, Any]:
    """By the order of the official languages, others behind them."""
    order = [*languages(day), *sorted(found)]
    return {lang: found[lang] for lang in dict.fromkeys(order) if lang in found}


def drafted(act: Act) -> dict[str, Text]:
    """The newest draft in each language: what was proposed, to compare the fixed text with."""
    rows = Text.objects.filter(act=act, stage="draft").order_by("number")
    return in_order({row.lang: row for row in rows}, act.drafted_at.date())


def versions(act: Act) -> list[Text]:
    """Every version without its words, newest first."""
    return list(Text.objects.filter(act=act).defer("xml").select_related("by").order_by("-at", "-id"))


def versions_of(act: Act, lang: str, numbers: Iterable[int]) -> dict[int, Text]:
    """These versions of one language with their words."""
    rows = Text.objects.filter(act=act, lang=lang, number__in=list(numbers)).select_related("by")
    return {row.number: row for row in rows}


def tree(text: Text) -> lex.Act:
    """The text as a tree."""
    return akn.read(text.xml)


def comments(actor: Actor, act: Act) -> QuerySet[Comment]:
    """Comments on the provisions of an act, for those who work on it; oldest first, answers with their question."""
    if rules.may_comment(actor, act, act.drafted_at.date()):
        return Comment.objects.none()
    answers = Prefetch("answers", Comment.objects.select_related("by").order_by("id"))
    rows = Comment.objects.filter(act=act, under=None).select_related("by", "settled_by")
    return rows.prefetch_related(answers).order_by("id")


def opinions(act: Act) -> list[Opinion]:
    """Those asked for and given on an act, oldest first."""
    rows = Opinion.objects.filter(act=act).exclude(state="withdrawn")
    return list(rows.select_related("asked_by", "asked_of", "given_by", "document").order_by("id"))


def waiting_opinion(act: Act) -> Opinion | None:
    return Opinion.objects.filter(act=act, state="asked").first()


def waiting_for(actor: Actor) -> QuerySet[Act]:
    """Acts whose next step is the duty of one of the actor's roles."""
    waits = Q(pk__in=[])
    for role, which in WAITS.items():
        if actor.has(role):
            waits |= which
    return visible(actor).filter(waits).distinct()


def originals(act: Act) -> list[Original]:
    return list(Original.objects.filter(act=act).select_related("file", "by").order_by("id"))


def kinds(day: date) -> dict[str, dict[str, Any]]:
    """The kinds of acts of a day by code."""
    return {row["code"]: row for row in on(day)["acts.kinds"].value}


def skeletons(day: date) -> dict[str, dict[str, Any]]:
    """The skeletons of first texts by code."""
    return {row["code"]: row for row in on(day)["acts.skeletons"].value}


def bases(day: date) -> dict[str, dict[str, Any]]:
    """The legal bases that may be cited on a day, by code, in the order of a preamble."""
    keys = [key for key in known() if key.startswith(BASES)]
    held = [(key, next((one for one in intervals(key) if one.valid_on(day)), None)) for key in keys]
    found = {key.removeprefix(BASES): norm.value for key, norm in held if norm}
    return dict(sorted(found.items(), key=lambda one: one[0] == "own_statute"))


def languages(day: date) -> list[str]:
    """The languages in which acts must be, the first leading."""
    return list(on(day)["town.official_languages"].value)


def differences(trees: Mapping[str, lex.Act]) -> list[lex.Difference]:
    """Where languages do not agree: the first against each other."""
    rows = list(trees.values())
    return [found for other in rows[1:] for found in lex.parity(rows[0], other)]


@dataclass(frozen=True)
class Standing:
    """How an act stands on a day: what is missing, what is late; nothing here blocks."""

    act: Act
    texts: Mapping[str, Text]
    opinions: list[Opinion]
    day: date

    @cached_property
    def missing(self) -> list[str]:
        """Official languages without a text."""
        return [lang for lang in languages(self.day) if lang not in self.texts]

    @cached_property
    def trees(self) -> dict[str, lex.Act]:
        return {lang: tree(text) for lang, text in self.texts.items()}

    @cached_property
    def differences(self) -> list[lex.Difference]:
        """Where the languages do not agree; the first language against each other."""
        return differences(self.trees)

    @cached_property
    def latest(self) -> dict[str, int]:
        return {lang: text.number for lang, text in self.texts.items() if text.stage == "draft"}

    def outdated(self, opinion: Opinion) -> bool:
        """True when the draft changed after the opinion on it was given."""
        given = opinion.state == "given" and opinion.matter == "draft"
        return bool(given and self.latest and opinion.texts != self.latest)

    @property
    def lacks_opinion(self) -> bool:
        """The mayor's proposals need a legal opinion on the text as it is; for others it is only shown."""
        return not any(o.state == "given" and not self.outdated(o) for o in self.opinions)

    @cached_property
    def alarms(self) -> tuple[law.Alarm, ...]:
        act = self.act
        if act.adopted_on is None or act.body != "council":
            return ()
        return law.alarms(
            sign_by=clock.latest("act.sign", act.adopted_on),
            publish_by=clock.latest("act.publish", act.adopted_on),
            signed=act.signed_on,
            published=act.published_on,
            today=self.day,
        )

    @property
    def articles(self) -> dict[str, Norm]:
        """The norms behind the alarms and the day of entry into force."""
        norms = on(self.act.adopted_on or self.day)
        return {name: norms[f"terms.act.{name}"] for name in ("sign", "publish", "in_force")}


def standing(act: Act, day: date) -> Standing:
    """Two queries: texts and opinions."""
    return Standing(act, texts(act), opinions(act), day)
