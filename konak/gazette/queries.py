"""Reads of the gazette: issues, what waits, what an issue prints and whether it may be published."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from django.db.models import Count, Max, QuerySet

from konak.acts import office as acts
from konak.acts.office import Act, Text
from konak.gazette import law, rules
from konak.gazette.models import Entry, Issue
from konak.kernel import clock, org
from konak.kernel.errors import Reason, gather
from konak.kernel.journal import Actor
from konak.kernel.norms import Norms, on

SEES_DRAFTS = rules.EDITORS | {"lawyer", "session_clerk", "secretary", "head", "mayor", "system"}


@dataclass(frozen=True)
class Waiting:
    """An act that waits, the last day to publish it (unmoved, art. 62(4)) and how many days are left."""

    act: Act
    due: date | None
    left: int


@dataclass(frozen=True)
class Piece:
    """One place of an issue: the act, the mayor's act of publication, and the fixed texts of both."""

    entry: Entry
    act: dict[str, Text]
    publication: dict[str, Text]

    @property
    def texts(self) -> list[Text]:
        return [*self.publication.values(), *self.act.values()]


def visible(actor: Actor) -> QuerySet[Issue]:
    """Published issues for everybody who is signed in; the draft for those who work on it."""
    if not actor.is_signed_in and not actor.has("system"):
        return Issue.objects.none()
    found = Issue.objects.select_related("document")
    return found if actor.has(*SEES_DRAFTS) else found.filter(state="published")


def counted(issues: QuerySet[Issue]) -> QuerySet[Issue]:
    """Issues with `held`, the number of acts in each."""
    return issues.annotate(held=Count("entries"))


def draft() -> Issue | None:
    return Issue.objects.filter(state="draft").first()


def last_day() -> date | None:
    """The day of the newest published issue."""
    last: date | None = Issue.objects.filter(state="published").aggregate(last=Max("day"))["last"]
    return last


def entries(issue: Issue) -> list[Entry]:
    """In their order, with act and act of publication. One query."""
    return list(Entry.objects.filter(issue=issue).select_related("act", "publication").order_by("position"))


def waiting(actor: Actor, day: date) -> list[Waiting]:
    """Acts that wait and stand in no issue, the most urgent first. One query."""
    taken = Entry.objects.values("act_id")
    found = []
    for act in acts.to_publish(actor).exclude(pk__in=taken):
        due = (
            clock.latest("act.publish", act.adopted_on) if act.body == "council" and act.adopted_on else None
        )
        found.append(Waiting(act, due, (due - day).days if due else 0))
    return sorted(found, key=lambda one: (one.due or date.max, one.act.pk))


def pieces(issue: Issue) -> list[Piece]:
    """All that the issue prints, languages in the town's order. Two queries."""
    held = entries(issue)
    wanted = [pk for entry in held for pk in (entry.act_id, entry.publication_id) if pk]
    found: dict[int, dict[str, Text]] = {}
    for text in Text.objects.filter(act_id__in=wanted, stage="fixed"):
        found.setdefault(text.act_id, {})[text.lang] = text
    order = languages(issue.day)
    return [
        Piece(
            entry,
            _sorted(found.get(entry.act_id, {}), order),
            _sorted(found.get(entry.publication_id or 0, {}), order),
        )
        for entry in held
    ]


def _sorted(texts: dict[str, Text], order: Iterable[str]) -> dict[str, Text]:
    return {lang: texts[lang] for lang in dict.fromkeys((*order, *sorted(texts))) if lang in texts}


def content_hash(issue: Issue, held: Iterable[Piece]) -> str:
    """The hash of what is printed: masthead and every text in its order."""
    masthead = (issue.label["mk"], issue.day.isoformat(), issue.document.number, issue.roman_year)
    return law.content_hash(masthead, (text.sha256 for piece in held for text in piece.texts))


def languages(day: date) -> list[str]:
    return list(on(day)["town.official_languages"].value)


def missing(piece: Piece, day: date) -> list[str]:
    """Official languages in which the act has no text."""
    return [lang for lang in languages(day) if lang not in piece.act]


def in_the_way(actor: Actor, issue: Issue, held: list[Piece], day: date) -> tuple[Reason, ...]:
    """Everything about the content that forbids publishing, for the screen and for the deed."""
    gate = on(day)["acts.languages_gate"].value
    waits = set(acts.to_publish(actor).values_list("pk", flat=True))
    found = [
        rules.not_empty(len(held)),
        rules.not_ahead(issue.day, day),
        rules.sound_day(issue.day, last_day()),
    ]
    for piece in held:
        act, publication = piece.entry.act, piece.entry.publication
        found += [
            rules.waits(act, act.pk in waits),
            rules.not_before_its_acts(issue.day, act),
            rules.not_before_its_acts(issue.day, publication) if publication else None,
            rules.languages_there(act.number, missing(piece, day), gate),
        ]
    return gather(*found)


def row_of(day: date, norms: Norms) -> int:
    """The row of numbers of an issue of the day, by the norm gazette.numbering."""
    numbering: law.Numbering = norms["gazette.numbering"].value
    began = day
    if numbering == "mandate":
        began = min((one.start for one in org.members(org.body("council"), day)), default=day)
    return law.row_of(day, numbering, began)
