"""The list of issues, the page of one, its paper and its seal."""

from collections.abc import Iterable
from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.gazette import paper, queries
from konak.gazette.actions import day_of
from konak.gazette.flow import ISSUE
from konak.gazette.models import Entry, Issue
from konak.gazette.rules import may_edit
from konak.kernel import files
from konak.kernel.journal import Ref, history
from konak.kernel.norms import on
from konak.kernel.signing import verify_pdf
from konak.kernel.ui import links
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import ListView, Screen

STATUS = {"draft": "waiting", "published": "official"}


def to_list() -> list[tuple[Any, str]]:
    return [(_("Official gazette"), reverse("gazette:list"))]


def places(held: Iterable[Entry]) -> list[tuple[Entry, dict[str, int], dict[str, int]]]:
    """Entries, each with what moves it up and what moves it down."""
    return [(entry, {"to": entry.position - 1}, {"to": entry.position + 1}) for entry in held]


class ListOfIssues(ListView):
    """Issues, newest first."""

    template_name = "gazette/list.html"
    columns = (
        Column(key="number", label=_("Issue"), order=("row", "number")),
        Column(key="day", label=_("Day"), order=("day",)),
        Column(key="registered", label=_("Registered under")),
        Column(key="held", label=_("Acts"), numeric=True),
        Column(key="state", label=_("State")),
    )
    sort = "-day"

    def rows(self) -> QuerySet[Issue]:
        return queries.counted(queries.visible(self.actor))

    def extra(self) -> dict[str, Any]:
        return {
            "states": ISSUE.states,
            "status": STATUS,
            "may_compose": may_edit(self.actor) is None and queries.draft() is None,
        }


class OnIssue(Screen):
    """One issue the actor may see."""

    @cached_property
    def issue(self) -> Issue:
        found = queries.visible(self.actor).select_related("file").filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found


class IssueView(OnIssue):
    """A draft with what stands in it and what waits; a published issue with its paper and days in force."""

    template_name = "gazette/issue.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        issue, day = self.issue, day_of(self.at)
        return self.show(
            {
                "issue": issue,
                "state": ISSUE.states[issue.state],
                "status": STATUS[issue.state],
                "steps": [s for s in ISSUE.open_steps(self.actor, issue, day) if s.page],
                "document_url": links.url(Ref("registry.document", issue.document_id)),
                "entries": [(e, e.sentence(get_language() or "mk")) for e in history(Ref.of(issue))],
                "crumbs": to_list(),
                **(
                    self.composing() if issue.state == "draft" else {"places": places(queries.entries(issue))}
                ),
            }
        )

    def composing(self) -> dict[str, Any]:
        """Pieces, what stands in the way, what waits for the editor."""
        issue, day = self.issue, day_of(self.at)
        held = queries.pieces(issue)
        missing = [(one.entry.act, lost) for one in held if (lost := queries.missing(one, issue.day))]
        may = may_edit(self.actor) is None
        return {
            "places": places(one.entry for one in held),
            "missing": missing,
            "reasons": queries.in_the_way(self.actor, issue, held, day),
            "may_edit": may,
            "waiting": queries.waiting(self.actor, day) if may else [],
            "term": on(day)["terms.act.publish"],
        }


class PaperView(OnIssue):
    """The sealed paper of a published issue, or the draft as it would look, marked as a draft."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        issue = self.issue
        if issue.file is not None:
            name = issue.file.name
            return FileResponse(files.stream(issue.file), filename=name, content_type="application/pdf")
        return HttpResponse(
            paper.made(issue, queries.pieces(issue), at=self.at),
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="issue-{issue.pk}-draft.pdf"'},
        )


class SealView(OnIssue):
    """What the seal on the paper says, verified now."""

    template_name = "gazette/seal.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        issue = self.issue
        if issue.file is None:
            raise Http404
        verdict = verify_pdf(files.open(issue.file))
        crumbs = [*to_list(), (issue.label, reverse("gazette:issue", args=[issue.pk]))]
        return self.show({"issue": issue, "verdict": verdict, "crumbs": crumbs})
