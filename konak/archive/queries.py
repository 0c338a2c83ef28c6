"""Reads of the archive."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from django.utils.translation import get_language
from django.utils.translation import gettext as _

from konak.archive.law import disposable_from, longest
from konak.kernel.clock import ZONE
from konak.kernel.i18n import pick
from konak.kernel.journal import SYSTEM, Actor, Ref
from konak.kernel.norms import intervals, on
from konak.registry import office as registry
from konak.tasks import office as tasks

AT_ONCE = 500  # cases asked about in one go: their ids fit one query of either database


@dataclass(frozen=True)
class Disposable:
    """A closed case whose term has passed; `blocked_by` are sentences, none when it may be listed for disposal."""

    case: registry.Case
    year: int
    closed_on: date
    years: int
    disposable_from: date
    blocked_by: tuple[str, ...]


def disposable(actor: Actor, day: date) -> list[Disposable]:
    """The cases whose retention term has passed on that day, oldest first; permanent ones never.

    The longest term of a case and its documents holds for all of it. A document's is that of its mark in the
    plan of the day it was entered, the first plan known for older ones; a mark which that plan does not know
    keeps the case until it is corrected.
    """
    before = datetime(day.year, 1, 1, tzinfo=ZONE)
    closed = registry.cases(actor).filter(state="closed", retention__isnull=False, closed_at__lt=before)
    cases = list(closed.select_related("book").order_by("closed_at", "id"))
    return [
        found
        for start in range(0, len(cases), AT_ONCE)
        for found in _passed(actor, cases[start : start + AT_ONCE], day)
    ]


def _passed(actor: Actor, cases: Sequence[registry.Case], day: date) -> Iterator[Disposable]:
    papers: dict[int, list[registry.Document]] = {case.pk: [] for case in cases}
    for paper in registry.documents(actor).filter(case__in=cases).order_by("sub"):
        papers[paper.case_id].append(paper)
    kept = _kept(papers)
    known = _marks([paper for some in papers.values() for paper in some])
    for case in cases:
        if case.closed_at is None:
            continue
        closed_on = case.closed_at.astimezone(ZONE).date()
        marks = {paper.number: known[paper.pk] for paper in papers[case.pk]}
        years = longest([case.retention, *(mark.years for mark in marks.values() if mark)])
        since = disposable_from(closed_on, years)
        if years is None or since is None or since > day:
            continue
        unknown = tuple(
            _("The plan of marks does not know the mark of %(number)s.") % {"number": number}
            for number, mark in marks.items()
            if mark is None
        )
        yield Disposable(case, case.book.year, closed_on, years, since, (*unknown, *kept[case.pk]))


def papers_of(case: registry.Case) -> list[registry.Document]:
    """The documents of a case in their order, with their files, whoever asks: for its package."""
    found = registry.documents(SYSTEM).filter(case=case).select_related("unit", "registered_by")
    return list(found.prefetch_related("scans__file").order_by("sub"))


def terms_of(papers: Sequence[registry.Document]) -> dict[int, int | None]:
    """Years to keep of each document, by its id; None for ever. What the plan does not know is not there."""
    return {pk: mark.years for pk, mark in _marks(papers).items() if mark is not None}


def _marks(papers: Sequence[registry.Document]) -> dict[int, registry.Mark | None]:
    """The mark of each document in the plan of the day it was entered, of the first plan known for older ones."""
    first = min(norm.valid_from for norm in intervals("registry.marks"))
    plans = {entered: registry.plan(on(max(entered, first))) for entered in {paper.day for paper in papers}}
    return {paper.pk: plans[paper.day].get(paper.mark) for paper in papers}


def _kept(papers: dict[int, list[registry.Document]]) -> dict[int, list[str]]:
    """What still holds each case: what rests on its documents in other rooms, and open tasks."""
    case_of = {paper.pk: case for case, some in papers.items() for paper in some}
    kept: dict[int, list[str]] = {case: [] for case in papers}
    for document, reason in registry.raised("void", list(case_of)):
        kept[case_of[document]].append(str(reason.text))
    owner = {Ref("registry.case", case): case for case in papers}
    owner |= {Ref("registry.document", paper): case for paper, case in case_of.items()}
    for task in tasks.about(*owner).filter(state="open"):
        title = pick(task.title, get_language() or "mk")[0]
        kept[owner[task.about]].append(_("Open task: %(title)s.") % {"title": title})
    return kept
