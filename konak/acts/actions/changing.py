"""Deeds that gather what a draft changes in the act it amends, and write it as the text of the draft."""

from collections.abc import Sequence
from datetime import date, datetime
from typing import Any

from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.acts import queries
from konak.acts.actions import drafting
from konak.acts.actions.parts import day_of
from konak.acts.consolidation import base_of
from konak.acts.facts import ChangeAdded, ChangeDropped
from konak.acts.flow import ACT
from konak.acts.law import changes as law
from konak.acts.models import Act, Text
from konak.kernel.errors import Reason, allow
from konak.kernel.i18n import Words, pick
from konak.kernel.i18n.forms import NAMES
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on


@deed
def add_changes(actor: Actor, act: Act, *, items: Sequence[law.Item], version: int, at: datetime) -> Act:
    """Add changes; they fit the act in force together with those before them, or none is added."""
    act = hold(Act.objects.select_related("amends"), act.pk, version)
    may_change(actor, act, at)
    assert act.amends is not None
    together = [*act.changes, *items]
    allow(
        None if items else Reason(_("No change was chosen.")),
        fitting(base_of(act.amends, day_of(at)), together, len(act.changes)),
    )
    act.changes = together
    act.save()
    for item in items:
        fact = ChangeAdded(
            subject=Ref.of(act), base=act.amends.pk, words={"who": actor.name, "said": said(item)}
        )
        announce(actor, fact, at=at)
    return act


@deed
def drop_change(actor: Actor, act: Act, *, place: int, version: int, at: datetime) -> Act:
    """Take back a change, unless a later one rests on it."""
    act = hold(Act.objects.select_related("amends"), act.pk, version)
    may_change(actor, act, at)
    assert act.amends is not None
    there = 0 <= place < len(act.changes)
    rest = [*act.changes[:place], *act.changes[place + 1 :]]
    allow(
        None if there else Reason(_("There is no such change any more.")),
        fitting(base_of(act.amends, day_of(at)), rest, 0) if there else None,
    )
    dropped = act.changes[place]
    act.changes = rest
    act.save()
    fact = ChangeDropped(
        subject=Ref.of(act), base=act.amends.pk, words={"who": actor.name, "said": said(dropped)}
    )
    announce(actor, fact, at=at)
    return act


@deed
def write_decision(
    actor: Actor, act: Act, *, version: int, versions: dict[str, int], at: datetime
) -> dict[str, Text]:
    """The amending decision as the next version of the draft in every language, its title after its content."""
    day = day_of(at)
    act = hold(Act.objects.select_related("amends"), act.pk, version)
    may_change(actor, act, at)
    assert act.amends is not None
    base = base_of(act.amends, day)
    allow(
        None if act.changes else Reason(_("No change has been gathered yet.")), fitting(base, act.changes, 0)
    )
    texts = decisions(act, base, day)
    allow(
        Reason(
            _("A sentence of the decision would not be read as the change it says (%(lang)s).")
            % {"lang": NAMES.get(lang, lang)}
        )
        for lang, text in texts.items()
        if not law.reads_back(act.changes, lang, text)
    )
    return drafting.write_texts(actor, act, texts=texts, versions=versions, at=at)


def may_change(actor: Actor, act: Act, at: datetime) -> None:
    """Changes are gathered by whoever may write the draft, where it amends an act."""
    nothing = Reason(
        _("This draft amends no act."), way_out=_("Choose the act it amends first."), field="amends"
    )
    allow(ACT.check(actor, act, "write", day_of(at)), None if act.amends_id else nothing)


def decisions(act: Act, base: law.Base, day: date) -> dict[str, str]:
    """The text of the amending decision in every language of the act in force."""
    kind = queries.kinds(day)[act.kind]
    days = on(day)["terms.act.in_force"].value["days"]
    return {lang: law.decision(base, act.changes, lang, kind=kind, days=days) for lang in base.trees}


def fitting(base: law.Base, items: list[Any], first: int) -> list[Reason]:
    """Why items from place `first` on cannot stand: refused by the text of a language, or said by no sentence."""
    reasons = []
    for lang in base.trees:
        outcome = law.outcome(base, items, lang)
        told = [(place, pick(words, get_language() or "mk")[0]) for place, words in outcome.refused]
        unsaid = str(_("no sentence of acts says this."))
        told += [(place, unsaid) for place in outcome.unsaid if place >= first]
        language = NAMES.get(lang, lang)
        reasons += [
            Reason(_("Change %(n)s, %(language)s: %(why)s") % {"n": at + 1, "language": language, "why": why})
            for at, why in told
        ]
    return reasons


def said(item: law.Item) -> Words:
    """The sentence of one change in every language."""
    return {lang: law.sentence(item, lang) for lang in item}
