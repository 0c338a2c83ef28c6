"""Deeds after the vote: the fixed text, originals, publication, entry into force."""

from collections.abc import Mapping
from datetime import date, datetime

from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import law, queries, rules
from konak.acts.actions.consolidating import carry_in
from konak.acts.actions.parts import day_of, hand_on, keep_text, number_for, publish_by, read, sign_by
from konak.acts.facts import (
    ActAdopted,
    ActPromulgated,
    ActPublished,
    ActSigned,
    ActWithheld,
    TextFixed,
)
from konak.acts.flow import ACT
from konak.acts.law import wording
from konak.acts.models import Act, Original, Text, Way
from konak.kernel import org
from konak.kernel.errors import Reason, allow
from konak.kernel.files import Blob, keep
from konak.kernel.i18n import Words, day_digits
from konak.kernel.journal import Actor, Ref, announce, deed, hold
from konak.kernel.norms import on


def closing_of(tree: lex.Act, act: Act) -> lex.Act:
    """A text as it will be signed: the session's date, number, office and name of the signatory."""
    assert act.adopted_on is not None
    day = act.adopted_on
    person = org.president(day) if act.body == "council" else org.mayor(day)
    name = "" if person is None else str(person) if tree.lang == "mk" else person.name_latin
    return wording.closed(
        tree,
        body=act.body,
        number=act.number,
        day=day,
        signatory=name,
        town=on(day)["acts.town"].value,
    )


@deed
def fix_text(
    actor: Actor, act: Act, *, texts: Mapping[str, str], at: datetime, version: int | None = None
) -> Act:
    """Certify the text as it was voted, amendments of the session included, in every language given.

    Number, date and signatory stand in it from here; only its hash may be signed and published.
    """
    day = day_of(at)
    act = hold(Act.objects.select_related("case"), act.pk, version)
    before = queries.texts(act)
    languages = queries.languages(day)
    missing = [lang for lang in languages if not texts.get(lang, "").strip()]
    gate = on(day)["acts.languages_gate"].value
    given = {lang: text for lang, text in texts.items() if text.strip()}
    allow(
        ACT.check(actor, act, "fix_text", day),
        [reason for lang, text in given.items() for reason in rules.sound_text(lang, text, languages)],
        Reason(_("There is no text to fix.")) if not given else rules.languages_missing(missing, gate, "-"),
    )
    fixed = [
        keep_text(
            actor, act, closing_of(read(text, lang), act), stage="fixed", before=before.get(lang), at=at
        )
        for lang, text in given.items()
    ]
    _seal(actor, act, fixed, day, at)
    hand_on(actor, act, {"lawyer"}, SIGN, role=_signatory(act), due=_due(act, sign_by), at=at)
    return act


def _seal(actor: Actor, act: Act, fixed: list[Text], day: date, at: datetime) -> None:
    """From here the text stands: one hash over all its languages."""
    said = {text.lang: text.title for text in fixed if text.title}
    act.title |= wording.full_title(said, queries.kinds(day)[act.kind])
    act.fixed_hash = law.digest({text.lang: text.sha256 for text in fixed})
    act.fixed_on, act.state = day, "fixed"
    act.save()
    fact = TextFixed(subject=Ref.of(act), number=act.number, sha256=act.fixed_hash, words={"who": actor.name})
    announce(actor, fact, at=at)


@deed
def sign_on_paper(
    actor: Actor,
    act: Act,
    *,
    scan: Blob | None,
    signed_on: date | None = None,
    fixed_hash: str | None = None,
    at: datetime,
    version: int | None = None,
) -> Act:
    """The signed paper is kept as a scan, „верно на оригиналот“ by this clerk; all languages on one paper."""
    day = day_of(at)
    act = hold(Act.objects.all(), act.pk, version)
    signed_on = signed_on or day
    allow(
        ACT.check(actor, act, "sign_on_paper", day),
        Reason(_("The scan of the signed paper is missing."), field="scan") if scan is None else None,
        _sound_signature(act, signed_on, day, fixed_hash),
    )
    assert scan is not None
    _original(actor, act, Way.PAPER, "", scan, signed_on, at)
    return _signed(actor, act, Way.PAPER, signed_on, at)


@deed
def sign_digitally(
    actor: Actor,
    act: Act,
    *,
    signed: Mapping[str, Blob],
    fixed_hash: str,
    at: datetime,
    version: int | None = None,
) -> Act:
    """Keep the signed PDF of each language. They were made and signed before; `fixed_hash` says of what."""
    day = day_of(at)
    act = hold(Act.objects.all(), act.pk, version)
    languages = set(queries.fixed_texts(act))
    allow(
        ACT.check(actor, act, "sign_digitally", day),
        Reason(_("Sign the act in every language it was fixed in.")) if set(signed) != languages else None,
        _sound_signature(act, day, day, fixed_hash),
    )
    for lang, blob in signed.items():
        _original(actor, act, Way.DIGITAL, lang, blob, day, at)
    return _signed(actor, act, Way.DIGITAL, day, at)


def _sound_signature(act: Act, signed_on: date, day: date, fixed_hash: str | None) -> list[Reason]:
    reasons = []
    if fixed_hash is not None and fixed_hash != act.fixed_hash:
        reasons.append(
            Reason(
                _("What was signed is not the fixed text."),
                way_out=_("Print or open the fixed text again and sign that."),
            )
        )
    if signed_on > day:
        reasons.append(Reason(_("The day of signing is later than today."), field="signed_on"))
    if act.adopted_on and signed_on < act.adopted_on:
        reasons.append(
            Reason(
                _("An act cannot be signed before it is adopted (%(day)s).")
                % {"day": day_digits(act.adopted_on)},
                field="signed_on",
            )
        )
    return reasons


def _original(actor: Actor, act: Act, way: Way, lang: str, blob: Blob, signed_on: date, at: datetime) -> None:
    Original(
        act=act,
        way=way,
        lang=lang,
        file=keep(actor, blob, at=at),
        fixed_hash=act.fixed_hash,
        signed_on=signed_on,
        by_id=actor.person,
        at=at,
    ).save(force_insert=True)


def _signed(actor: Actor, act: Act, way: Way, signed_on: date, at: datetime) -> Act:
    act.state, act.signed_on = "signed", signed_on
    act.save()
    fact = ActSigned(
        subject=Ref.of(act),
        number=act.number,
        way=way.value,
        day=signed_on,
        words={"who": actor.name},
    )
    announce(actor, fact, at=at)
    council = act.body == "council"
    publish = None if act.relation or act.scope != "gazette" else PUBLISH
    hand_on(
        actor,
        act,
        {_signatory(act)},
        PROMULGATE if council else publish,
        role="mayor" if council else "gazette_editor",
        due=_due(act, publish_by),
        at=at,
    )
    return act


@deed
def promulgate(actor: Actor, act: Act, *, at: datetime, without: str = "", version: int | None = None) -> Act:
    """The mayor orders the publication: an act of his own, numbered, in every language; returns that act.

    `without` is his reason for publishing before every official language is there.
    """
    day = day_of(at)
    act = hold(Act.objects.select_related("case", "case__unit"), act.pk, version)
    missing = [lang for lang in queries.languages(day) if lang not in queries.fixed_texts(act)]
    gate = on(day)["acts.languages_gate"].value
    allow(
        ACT.check(actor, act, "promulgate", day),
        rules.languages_missing(missing, gate, without) if act.fixed_hash else None,
    )
    own = _mayors_act(actor, act, "publishes", {}, at)
    act.state, act.promulgated_on = "promulgated", day
    act.reason = {**act.reason, "without": without.strip()} if without.strip() else act.reason
    act.save()
    fact = ActPromulgated(
        subject=Ref.of(act), number=act.number, publication=own.number, publication_act=own.pk
    )
    announce(actor, fact, at=at)
    hand_on(actor, act, {"mayor"}, PUBLISH, role="gazette_editor", due=_due(act, publish_by), at=at)
    return own


@deed
def withhold(actor: Actor, act: Act, *, reason: Words, at: datetime, version: int | None = None) -> Act:
    """The mayor holds the act unlawful and withholds its publication by a ruling; returns the ruling."""
    day = day_of(at)
    act = hold(Act.objects.select_related("case", "case__unit"), act.pk, version)
    wanted = list(queries.fixed_texts(act))
    allow(
        ACT.check(actor, act, "withhold", day),
        Reason(_("Write the reasons in every language of the act."), field="reason")
        if any(not reason.get(lang, "").strip() for lang in wanted)
        else None,
    )
    own = _mayors_act(actor, act, "withholds", reason, at)
    act.state, act.withheld_on, act.reason = "withheld", day, {**act.reason, **reason}
    act.save()
    fact = ActWithheld(
        subject=Ref.of(act),
        number=act.number,
        ruling=own.number,
        ruling_act=own.pk,
        words={"reason": reason},
    )
    announce(actor, fact, at=at)
    hand_on(actor, act, {"mayor"}, RECONSIDER, role="session_clerk", at=at)
    return own


def _mayors_act(actor: Actor, act: Act, relation: str, reason: Words, at: datetime) -> Act:
    """An act of the mayor about an act of the council: drafted, numbered and fixed in one deed."""
    day = day_of(at)
    norms = on(day)
    kinds = queries.kinds(day)
    code = norms["acts.publication_act_kind" if relation == "publishes" else "acts.withholding_kind"].value
    fixed = {lang: queries.tree(text) for lang, text in queries.fixed_texts(act).items()}
    assert act.adopted_on is not None
    about = wording.Adopted(
        kind=kinds[act.kind],
        title={lang: wording.own_title(tree, act.title, kinds[act.kind]) for lang, tree in fixed.items()},
        number=act.number,
        day=act.adopted_on,
        session_number=act.session_number or 0,
    )
    own = Act(
        kind=code,
        body="mayor",
        title={
            lang: wording.mayors_title(relation, lang, own_kind=kinds[code], about=about) for lang in fixed
        },
        proposer="mayor",
        scope=kinds[code]["scope"],
        case=act.case,
        about=act,
        relation=relation,
        drafted_by_id=actor.person,
        drafted_at=at,
        state="draft",
    )
    own.document = number_for(actor, own, "own", None, at)
    own.number, own.adopted_on, own.case = own.document.number, day, own.document.case
    own.save(force_insert=True)
    fact = ActAdopted(
        subject=Ref.of(own),
        number=own.number,
        day=day,
        session="",
        words={"title": own.title},
    )
    announce(actor, fact, at=at)
    town = norms["acts.town"].value
    texts = []
    for lang in fixed:
        tree = wording.mayors_act(
            relation, lang, own_kind=kinds[code], about=about, town=town, reason=reason.get(lang, "")
        )
        texts.append(keep_text(actor, own, closing_of(tree, own), stage="fixed", before=None, at=at))
    _seal(actor, own, texts, day, at)
    return own


@deed
def mark_published(
    actor: Actor, act: Act, *, issue: Ref, gazette_label: Words, day: date, at: datetime
) -> Act:
    """The act stands in a published issue: its day of entry into force is computed and kept with its sum.

    An amending act is carried into the text it amends; what of it cannot be is a task for the legal officer.
    The mayor's act of publication goes with it when it stands in the same issue.
    """
    act = hold(Act.objects.select_related("amends"), act.pk)
    allow(
        ACT.check(actor, act, "mark_published", day_of(at)),
        Reason(
            _("The issue is dated before an act it holds (%(number)s).") % {"number": act.number},
            way_out=_("Give the issue a later date."),
        )
        if act.adopted_on and day < act.adopted_on
        else None,
    )
    counted = entry_into_force(act, day)
    act.state, act.published_on, act.issue, act.gazette = "published", day, str(issue), gazette_label
    act.in_force_on, act.in_force_steps = counted.day, list(counted.steps)
    act.save()
    fact = ActPublished(
        subject=Ref.of(act),
        number=act.number,
        issue=str(issue),
        day=day,
        in_force=counted.day,
        words={"gazette": gazette_label},
    )
    announce(actor, fact, at=at)
    open_ = carry_in(actor, act, at) if act.amends_id else 0
    hand_on(actor, act, {"gazette_editor"}, SETTLE if open_ else None, role="lawyer" if open_ else "", at=at)
    return act


def entry_into_force(act: Act, published: date) -> law.Counted:
    """When the act would enter into force if it were published on the day, with the arithmetic."""
    assert act.adopted_on is not None
    trees = [queries.tree(text) for text in queries.fixed_texts(act).values()]
    clause = next((found for tree in trees if (found := lex.in_force(tree))), None)
    individual = act.relation or not queries.kinds(act.adopted_on)[act.kind]["general"]
    return law.in_force(
        published=published,
        adopted=act.adopted_on,
        days=clause.days_after_publication if clause else None,
        from_adoption=clause.from_adoption if clause else bool(individual),
        default_days=on(published)["terms.act.in_force"].value["days"],
    )


def _signatory(act: Act) -> str:
    return "president" if act.body == "council" else "mayor"


def _due(act: Act, term: object) -> date | None:
    """The term of a council act; the mayor's own acts have none."""
    return term(act) if act.body == "council" and callable(term) else None


SIGN = {"mk": "За потпис: {title}", "sq": "Për nënshkrim: {title}", "en": "To be signed: {title}"}
PROMULGATE = {
    "mk": "За објавување или запирање: {title}",
    "sq": "Për shpallje ose ndalim: {title}",
    "en": "To be published or withheld: {title}",
}
PUBLISH = {
    "mk": "За Службен гласник: {title}",
    "sq": "Për Gazetën zyrtare: {title}",
    "en": "For the gazette: {title}",
}
SETTLE = {
    "mk": "Реченици за уредување во пречистениот текст: {title}",
    "sq": "Fjali për rregullim në tekstin e spastruar: {title}",
    "en": "Sentences to be settled for the consolidated text: {title}",
}
RECONSIDER = {
    "mk": "Запрен акт, за следна седница: {title}",
    "sq": "Akt i ndalur, për mbledhjen e ardhshme: {title}",
    "en": "Withheld, for the next session: {title}",
}
