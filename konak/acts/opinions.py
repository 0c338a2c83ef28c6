"""Legality opinions: reads, and what an opinion says about the text as it is now."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q, QuerySet

from konak import lex
from konak.acts import consolidation, queries, rules
from konak.acts.models import OURS, Act, Consolidated, Opinion, Sketch, Text
from konak.acts.shown import Differing, differing
from konak.kernel import clock
from konak.kernel.journal import SYSTEM, Actor, Entry, Ref, history
from konak.kernel.norms import Norm, on
from konak.lex import akn
from konak.registry import office as registry
from konak.registry.office import Document

Versions = dict[str, int]
HIDDEN = ("acts.OpinionSketched", "acts.OpinionShown")


@dataclass(frozen=True)
class Term:
    """By when an opinion asked for on a day is given: a target in working days, and the rule it rests on."""

    due: date
    norm: Norm


def term(day: date) -> Term:
    norm = on(day)["acts.opinion_days"]
    return Term(clock.service_target(norm.value, day).target, norm)


def questions(opinion: Opinion, day: date) -> list[dict[str, Any]]:
    """What an opinion on this kind of text answers, each with its basis."""
    whose = "ours" if opinion.matter in OURS else "others"
    return [row for row in on(day)["acts.opinion_questions"].value if row["of"] in (whose, "all")]


def visible(actor: Actor) -> QuerySet[Opinion]:
    """Opinions on the acts he sees; on texts of others all for the office of acts, and for everybody those he asked
    for or was asked for, and those of his units' cases. Also what he is shown while it is written."""
    if not actor.is_signed_in and not actor.has("system"):
        return Opinion.objects.none()
    if actor.has(*rules.SEES_ALL):
        return Opinion.objects.all()
    seen = Q(act__in=queries.visible(actor)) | Q(act=None, case__unit_id__in=actor.units)
    if actor.person is not None:
        seen |= Q(asked_by_id=actor.person) | Q(asked_of_id=actor.person) | Q(case__officer_id=actor.person)
        seen |= Q(pk__in=sketches(actor).values("opinion"))
    return Opinion.objects.filter(seen)


def sketches(actor: Actor) -> QuerySet[Sketch]:
    """What is being written, for its author and whom he shows it to; nobody's rank opens it."""
    if actor.person is None:
        return Sketch.objects.none()
    mine = Q(author_id=actor.person) | Q(readers__person_id=actor.person)
    return Sketch.objects.filter(mine, opinion__state="asked").distinct()


def waiting_for(actor: Actor) -> QuerySet[Opinion]:
    """What is asked for and waits for this actor: of him by name, or of any legal officer."""
    mine = Q(asked_of_id=actor.person) if actor.person is not None else Q(pk__in=[])
    if actor.has("lawyer"):
        mine |= Q(asked_of=None)
    return visible(actor).filter(mine, state="asked")


def current(opinion: Opinion, day: date) -> Versions:
    """The versions of the text as it is now, as `Opinion.texts` keeps them; nothing for texts of others."""
    if opinion.act is None:
        return {}
    if opinion.matter == "draft":
        found = queries.texts(opinion.act)
        return {lang: text.number for lang, text in found.items() if text.stage == "draft"}
    standing = {
        lang: consolidation.on(rows, day) for lang, rows in consolidation.versions(opinion.act).items()
    }
    return {lang: one.row.pk if one.row else 0 for lang, one in standing.items() if one}


def outdated(opinion: Opinion, now: Mapping[str, int]) -> bool:
    """True when the text changed after the opinion was given; a text that is fixed after the vote stays as it was
    opined on."""
    return bool(opinion.state == "given" and now and opinion.texts != dict(now))


def newer_letter(opinion: Opinion) -> Document | None:
    """A paper that came into the case of a text of others after the one the opinion was given on."""
    if opinion.state != "given" or opinion.act_id is not None:
        return None
    came = registry.documents(SYSTEM).filter(case=opinion.case_id, direction="incoming")
    after = opinion.letter.sub if opinion.letter else opinion.document.sub if opinion.document else 0
    return came.filter(sub__gt=after).order_by("-sub").first()


def difference(opinion: Opinion, now: Mapping[str, int]) -> dict[str, list[Differing]]:
    """What changed in each language since the opinion was given; a language it did not see is there whole."""
    then, today = _trees(opinion, opinion.texts), _trees(opinion, now)
    return {
        lang: differing(then.get(lang) or lex.Act(lang=lang), tree)
        for lang, tree in today.items()
        if opinion.texts.get(lang) != now[lang]
    }


def _trees(opinion: Opinion, versions: Mapping[str, int]) -> dict[str, lex.Act]:
    found = {}
    for lang, number in versions.items():
        if opinion.matter == "draft" or number == 0:
            which = {"number": number} if opinion.matter == "draft" else {"stage": "fixed"}
            found[lang] = akn.read(Text.objects.get(act=opinion.act_id, lang=lang, **which).xml)
        else:
            found[lang] = akn.read(Consolidated.objects.get(pk=number).xml)
    return found


def days_of(opinion: Opinion) -> dict[str, date | None]:
    """From which day the consolidated texts of an opinion on an act in force count; None for the original."""
    known = dict(
        Consolidated.objects.filter(pk__in=[pk for pk in opinion.texts.values() if pk]).values_list(
            "pk", "day"
        )
    )
    return {lang: known.get(pk) for lang, pk in opinion.texts.items()}


def last_letter(opinion: Opinion) -> Document | None:
    """The last paper that came into the case of a text of others."""
    if opinion.act_id is not None:
        return None
    came = registry.documents(SYSTEM).filter(case=opinion.case_id, direction="incoming")
    return came.order_by("-sub").first()


def is_signed(opinion: Opinion) -> bool:
    """True when its signed PDF is kept."""
    return history(Ref.of(opinion)).filter(fact="acts.OpinionSigned").exists()


def story(actor: Actor, opinion: Opinion) -> list[Entry]:
    """What happened to the opinion, oldest first; that it is being written only for those who may read it."""
    found = history(Ref.of(opinion))
    reads = actor.person is not None and sketches(actor).filter(opinion=opinion).exists()
    return list(found if reads else found.exclude(fact__in=HIDDEN))


def story_of(act: Act, given: Iterable[Opinion]) -> list[Entry]:
    """What happened to an act and to the opinions on it, oldest first. One query."""
    found = history(Ref.of(act), *(Ref.of(opinion) for opinion in given))
    return list(found.exclude(fact__in=HIDDEN))
