"""What search may find of acts: drafts for the staff concerned, published acts for everybody."""

from collections.abc import Iterable

from konak import lex
from konak.acts import consolidation, queries, rules
from konak.acts.facts import (
    ActAdopted,
    ActDrafted,
    ActProposed,
    ActPublished,
    ActRejected,
    LanguageAsked,
    LanguageWithdrawn,
    OpinionGiven,
    TextConsolidated,
    TextFixed,
    TextWritten,
)
from konak.acts.models import OURS, Act, LanguageStep, Opinion
from konak.kernel.clock import ZONE
from konak.kernel.i18n import pick
from konak.kernel.journal import Ref
from konak.kernel.search import PUBLIC, STAFF, Findable, indexed, person, role, unit

HEARD = (
    *(ActDrafted, TextWritten, ActProposed, ActAdopted, ActRejected, TextFixed, ActPublished),
    *(TextConsolidated, LanguageAsked, LanguageWithdrawn),
)


@indexed("acts.act", on=HEARD)
def entry(pk: int) -> Iterable[Findable]:
    """One text for each language: number, title and words of the newest version, consolidated where amended."""
    act = Act.objects.select_related("case").get(pk=pk)
    latest = {lang: queries.tree(text) for lang, text in queries.texts(act).items()}
    if act.in_force_on is not None:
        latest |= consolidation.latest(act)
    day = act.published_on or act.adopted_on or act.drafted_at.astimezone(ZONE).date()
    for lang in dict.fromkeys((*act.title, *latest)):
        words = lex.write(latest[lang]) if lang in latest else ""
        yield Findable(
            ref=Ref.of(act),
            lang=lang,
            title=" ".join(part for part in (act.number, act.title.get(lang, "")) if part),
            body=words,
            kind="acts.act",
            day=day,
            audiences=audiences(act),
        )


def audiences(act: Act) -> frozenset[str]:
    """The same people who see the act by `queries.visible`."""
    if act.state == "published":  # the mayor's act about another stands in public on the page of that one
        return frozenset({STAFF} if act.about_id else {PUBLIC, STAFF})
    found = {role(code) for code in rules.SEES_ALL} | {unit(act.case.unit_id)}
    if act.drafted_by_id is not None:
        found.add(person(act.drafted_by_id))
    asked = LanguageStep.objects.filter(act=act, person__isnull=False).exclude(state="withdrawn")
    found |= {person(who) for who in asked.values_list("person", flat=True)}
    if act.state != "draft":
        found |= {role(code) for code in rules.SEES_PROPOSED}
    return frozenset(found)


@indexed("acts.opinion", on=(OpinionGiven,))
def of_opinion(pk: int) -> Iterable[Findable]:
    """An opinion once it is given; what is being written stands in no index."""
    opinion = Opinion.objects.select_related("document", "case").get(pk=pk)
    if opinion.document is None:
        return
    remarks = (check["remark"] for check in opinion.checks)
    yield Findable(
        ref=Ref.of(opinion),
        lang=opinion.lang,
        title=f"{opinion.document.number} {pick(opinion.title, opinion.lang)[0]}",
        body=" ".join((opinion.text, *remarks)),
        kind="acts.opinion",
        day=opinion.document.day,
        audiences=_readers(opinion),
    )


def _readers(opinion: Opinion) -> frozenset[str]:
    """The office of acts, who asked and the unit of the case; others read it on the page of the act they see."""
    found = {role(code) for code in rules.SEES_ALL}
    found |= {person(who) for who in (opinion.asked_by_id, opinion.asked_of_id) if who is not None}
    return frozenset(found if opinion.matter in OURS else found | {unit(opinion.case.unit_id)})
