"""Which texts of ours rest on which regulation, and whether what they cite is still so."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Literal, NamedTuple

from django.db.models import QuerySet

from konak.kernel.i18n import Words
from konak.kernel.journal import Actor, Ref
from konak.laws import law, rules
from konak.laws.models import Citation, LawChange, Regulation

Doubt = Literal["repealed", "changed", "not_its_issue", "newer_issues"]


@dataclass(frozen=True)
class Cited:
    """One citation as a text has it: where it stands, and what of which regulation it cites."""

    unit: str
    name: str
    targets: tuple[str, ...] = ()
    issues: tuple[str, ...] = ()


@dataclass(frozen=True)
class Doubtful:
    """A citation that is not so any more. `change` is the change behind it, `issues` those that are meant."""

    cited: Citation
    regulation: Regulation
    doubt: Doubt
    change: LawChange | None = None
    issues: tuple[str, ...] = ()


def rest(about: Ref, title: Words, texts: Mapping[str, tuple[date, Iterable[Cited]]]) -> None:
    """Keep what the newest texts of a thing cite, by language, each with its day; no texts take it out."""
    Citation.objects.filter(about_kind=about.kind, about_id=about.id).delete()
    Citation.objects.bulk_create(
        Citation(
            about_kind=about.kind,
            about_id=about.id,
            title=dict(title),
            lang=lang,
            unit=one.unit[:200],
            key=law.key(one.name)[:400],
            name=one.name,
            targets=list(one.targets),
            issues=list(one.issues),
            written_on=day,
        )
        for lang, (day, cited) in texts.items()
        for one in cited
        if law.key(one.name)
    )


def citations(actor: Actor, regulation: Regulation) -> QuerySet[Citation]:
    """What rests on a regulation, for whoever keeps or reads the watch: they see every act."""
    if not actor.has(*rules.READERS):
        return Citation.objects.none()
    return _of(regulation).order_by("about_kind", "-about_id", "lang", "id")


def counted(regulations: Iterable[Regulation]) -> dict[int, int]:
    """How many of our texts cite each of these regulations, by its id. One query."""
    keys = {one.pk: {law.key(name) for name in one.name.values()} - {""} for one in regulations}
    cited: dict[str, set[tuple[str, int]]] = {}
    rows = Citation.objects.filter(key__in=set().union(*keys.values()))
    for key, kind, pk in rows.values_list("key", "about_kind", "about_id").distinct():
        cited.setdefault(key, set()).add((kind, pk))
    return {pk: len(set().union(*(cited.get(key, ()) for key in of))) for pk, of in keys.items()}


def resting(regulation: Regulation, changed: Iterable[str]) -> dict[Ref, list[Citation]]:
    """The texts that cite one of the changed places, with their citations; no places mean all of it."""
    changed, found = list(changed), dict[Ref, list[Citation]]()
    for one in _of(regulation).order_by("about_kind", "about_id", "id"):
        if law.touched(one.targets, changed):
            found.setdefault(one.about, []).append(one)
    return found


def _of(regulation: Regulation) -> QuerySet[Citation]:
    return Citation.objects.filter(key__in={law.key(name) for name in regulation.name.values()} - {""})


class Looked(NamedTuple):
    """What is to be known of the citations of one thing: those that are broken or outdated, and the first citation
    of each law or decree that the watch does not follow."""

    doubts: list[Doubtful]
    unknown: list[Citation]


def looked_over(about: Ref, day: date) -> Looked:
    """The citations of one thing on a day. Three queries."""
    cited = list(Citation.objects.filter(about_kind=about.kind, about_id=about.id).order_by("id"))
    known = {law.key(name): one for one in Regulation.objects.all() for name in one.name.values()}
    followed = {known[one.key].pk for one in cited if one.key in known}
    changes: dict[int, list[LawChange]] = {}
    for change in LawChange.objects.filter(regulation__in=followed).order_by("from_day", "id"):
        changes.setdefault(change.regulation_id, []).append(change)
    doubts = [
        doubt
        for one in cited
        if one.key in known
        for doubt in judged(one, known[one.key], changes.get(known[one.key].pk, []), day)
    ]
    unknown = {one.key: one for one in reversed(cited) if one.key not in known and law.kind(one.name)}
    return Looked(doubts, list(unknown.values())[::-1])


def judged(one: Citation, regulation: Regulation, changes: list[LawChange], day: date) -> list[Doubtful]:
    """What is wrong with one citation on a day; a repeal that is still to come is a change.

    Issues are looked at only where any is cited with the name.
    """
    if regulation.ended(day):
        return [Doubtful(one, regulation, "repealed", changes[-1] if changes else None)]
    found = [
        Doubtful(one, regulation, "changed", change)
        for change in changes
        if one.targets and one.written_on < change.from_day and law.touched(one.targets, change.articles)
    ]
    if not one.issues:
        return found
    if wrong := tuple(issue for issue in one.issues if issue not in regulation.issues):
        found.append(Doubtful(one, regulation, "not_its_issue", issues=wrong))
    if newer := tuple(issue for issue in regulation.issues if issue not in one.issues):
        found.append(Doubtful(one, regulation, "newer_issues", issues=newer))
    return found
