"""Deeds on amendments: choose what an act amends, read its sentences, settle what is open, make the text."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Any

from django.utils.translation import gettext_lazy as _

from konak.acts import consolidation, queries, rules
from konak.acts.actions.parts import day_of, hand_on
from konak.acts.facts import ActAmends, AmendmentRead, SentenceSettled, TextConsolidated
from konak.acts.flow import ACT
from konak.acts.law import amending
from konak.acts.models import Act, Amendment, Consolidated, Settlement
from konak.kernel.errors import Reason, Refused, allow
from konak.kernel.i18n import pick
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on
from konak.lex import akn


@deed
def amend(actor: Actor, act: Act, base: Act | None, *, at: datetime, version: int | None = None) -> Act:
    """Say which published act of ours a draft amends; None: it amends none."""
    act = hold(Act.objects.all(), act.pk, version)
    same = act.amends_id == (base.pk if base else None)
    gathered = Reason(
        _("Changes of the act chosen before are gathered in this draft."),
        way_out=_("Take them back first."),
        field="amends",
    )
    allow(
        ACT.check(actor, act, "amend", day_of(at)),
        rules.sound_base(act, base),
        gathered if act.changes and not same else None,
    )
    if same:
        return act
    act.amends = base
    act.save()
    tell_base(actor, act, at)
    return act


def tell_base(actor: Actor, act: Act, at: datetime) -> None:
    """The journal hears what the act amends."""
    title = act.amends.title if act.amends else {"mk": "–", "sq": "–"}
    fact = ActAmends(subject=Ref.of(act), base=act.amends_id or 0, words={"title": title})
    announce(actor, fact, at=at)


def carry_in(actor: Actor, act: Act, at: datetime) -> int:
    """Part of publishing an amending act: its sentences are read from the fixed text, the consolidated text is
    made. Returns how many sentences wait for a legal officer."""
    assert act.amends is not None
    base = hold(Act.objects.all(), act.amends.pk)
    kept = [
        Amendment(
            act=act,
            lang=lang,
            sentences=[one.data() for one in amending.told(queries.tree(text))],
            sha256=text.sha256,
            at=at,
        )
        for lang, text in queries.fixed_texts(act).items()
    ]
    for row in kept:
        row.save(force_insert=True)
    still = consolidate(actor, base, at).get(act.pk, [])
    for row in kept:
        fact = AmendmentRead(
            subject=Ref.of(act),
            number=act.number,
            lang=row.lang,
            sentences=len(row.sentences),
            unsettled=sum(one.lang == row.lang for one in still),
            sha256=row.sha256,
        )
        announce(actor, fact, at=at)
    return sum(one.place >= 0 for one in still)


def consolidate(actor: Actor, base: Act, at: datetime) -> dict[int, list[consolidation.Open]]:
    """Make every version of a text from its base and all that amends it; what is kept already is not kept
    again. Returns the open sentences by amending act."""
    acts = consolidation.amending_acts(base)
    still: dict[int, list[consolidation.Open]] = {}
    newest = {(row.lang, row.day): row for row in Consolidated.objects.filter(act=base).order_by("number")}
    for lang, text in queries.fixed_texts(base).items():
        made = consolidation.made(base, text, acts)
        for pk, found in made.open.items():
            still.setdefault(pk, []).extend(found)
        for version in made.versions:
            by = made.by(version)
            if by:
                row = _row(base, lang, version, by[-1], made.unsettled(version.day), at)
                _keep(actor, row, newest.get((lang, version.day)), at)
    return still


def _row(base: Act, lang: str, version: Any, by: Act, unsettled: int, at: datetime) -> Consolidated:
    """The closing block of the base signs another text: it is left out."""
    meta = akn.Meta(
        locality=on(day_of(at))["acts.town"].value["slug"],
        number=base.number,
        adopted=base.adopted_on,
        author=base.body,
        version=version.day,
        in_force=version.day,
    )
    data = akn.write(replace(version.act, closing=None), meta)
    return Consolidated(
        act=base,
        lang=lang,
        day=version.day,
        number=1,
        by_act=by,
        repealed=version.repealed,
        unsettled=unsettled,
        xml=data.decode(),
        sha256=hashlib.sha256(data).hexdigest(),
        at=at,
    )


def _keep(actor: Actor, row: Consolidated, before: Consolidated | None, at: datetime) -> None:
    if before is not None:
        if (before.sha256, before.unsettled, before.repealed) == (row.sha256, row.unsettled, row.repealed):
            return
        row.number = before.number + 1
    row.save(force_insert=True)
    fact = TextConsolidated(
        subject=Ref.of(row.act),
        lang=row.lang,
        day=row.day,
        version=row.number,
        by=row.by_act.number,
        sha256=row.sha256,
    )
    announce(actor, fact, at=at)


@dataclass(frozen=True)
class Answer:
    """What the legal officer says to one open sentence: `wording` is an amending sentence that can be read;
    `nothing` that the sentence does not change the text."""

    wording: str = ""
    nothing: bool = False


@deed
def settle(
    actor: Actor,
    act: Act,
    *,
    answers: Mapping[tuple[str, int], Answer],
    at: datetime,
    version: int | None = None,
) -> Act:
    """Settle open sentences of a published amending act by hand, by (language, place); the text is made anew."""
    act = hold(Act.objects.select_related("amends"), act.pk, version)
    allow(ACT.check(actor, act, "settle", day_of(at)))
    open_ = {(one.lang, one.place): one for one in consolidation.open_sentences(act) if one.place >= 0}
    given = {key: answer for key, answer in answers.items() if answer.nothing or answer.wording.strip()}
    allow(
        Reason(_("Settle at least one sentence.")) if not given else None,
        [
            Reason(_("This sentence is settled already."), field=f"wording_{lang}_{place}")
            for lang, place in given
            if (lang, place) not in open_
        ],
    )
    read = {key: _operations(key, answer) for key, answer in given.items()}
    rows = {row.lang: row for row in Amendment.objects.filter(act=act)}
    for (lang, place), operations in read.items():
        answer = given[lang, place]
        Settlement(
            amendment=rows[lang],
            place=place,
            wording="" if answer.nothing else answer.wording.strip(),
            operations=operations,
            by_id=actor.person,
            at=at,
        ).save(force_insert=True)
        fact = SentenceSettled(
            subject=Ref.of(act),
            amendment=rows[lang].pk,
            place=place,
            words={"who": actor.name, "sentence": open_[lang, place].text[:200]},
        )
        announce(actor, fact, at=at)
    assert act.amends is not None
    still = consolidate(actor, hold(Act.objects.all(), act.amends.pk), at).get(act.pk, [])
    _fit(still, read)
    act.save()
    if not any(one.place >= 0 for one in still):
        hand_on(actor, act, {"lawyer"}, None, at=at)
    return act


def _operations(key: tuple[str, int], answer: Answer) -> list[dict[str, Any]]:
    """What was written instead of the sentence, read; refused where it cannot be read either."""
    lang, place = key
    if answer.nothing:
        return []
    read = amending.said(answer.wording, lang)
    field = f"wording_{lang}_{place}"
    unread = [Reason(pick(amending.reason(one.unread), lang)[0], field=field) for one in read if one.unread]
    nothing = Reason(_("No operation was read here."), field=field)
    allow(unread or (None if any(one.operations for one in read) else nothing))
    return [op for one in read for op in one.operations]


def _fit(still: list[consolidation.Open], read: Mapping[tuple[str, int], Any]) -> None:
    """What was settled must fit the text; otherwise nothing of the deed is kept."""
    reasons = [
        Reason(pick(one.why, one.lang)[0], field=f"wording_{one.lang}_{one.place}")
        for one in still
        if (one.lang, one.place) in read
    ]
    if reasons:
        raise Refused(*reasons)
