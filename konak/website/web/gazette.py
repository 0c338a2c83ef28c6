"""The official gazette: issues, what they hold, their sealed papers."""

from typing import Any

from django.db.models import QuerySet
from django.http import FileResponse, Http404, HttpRequest, HttpResponse
from django.http.response import HttpResponseBase
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from konak.gazette import public as gazette
from konak.kernel.ui.street import StreetView
from konak.kernel.ui.views import ListView
from konak.website.web import addresses


class ListOfIssues(StreetView, ListView):
    """Published issues, newest first, each with its PDF. 4 queries."""

    template_name = "website/gazette.html"
    per_page = 20

    def rows(self) -> QuerySet[gazette.Issue]:
        return gazette.issues()

    def order(self) -> list[str]:
        return ["-day", "-id"]

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        lines = [
            (
                issue,
                addresses.issue_pdf(self.lang, issue.pk, issue.label),
                issue.file.size if issue.file else 0,
            )
            for issue in context["page"]
        ]
        return super().show({**context, "lines": lines}, status)


class IssueView(StreetView):
    """One issue: its acts and when each enters into force. 4 queries."""

    template_name = "website/issue.html"

    def get(self, request: HttpRequest, *, lang: str, pk: int) -> HttpResponse:
        issue = gazette.issue(pk)
        if issue is None:
            raise Http404
        entries = [
            (entry, addresses.act(lang, entry.act.pk, entry.act.title)) for entry in gazette.entries(issue)
        ]
        pdf = addresses.issue_pdf(lang, pk, issue.label)
        return self.show(
            {"issue": issue, "entries": entries, "pdf": pdf, "size": issue.file.size if issue.file else 0}
        )


class PaperView(StreetView):
    """The sealed paper of an issue, byte for byte as it was published."""

    def get(self, request: HttpRequest, *, lang: str, pk: int, slug: str) -> HttpResponseBase:
        pdf = gazette.pdf(pk)
        if pdf is None:
            raise Http404
        etag = quote_etag(pdf.sha256)
        if known := get_conditional_response(request, etag=etag):
            pdf.stream.close()
            return known
        response = FileResponse(pdf.stream, filename=f"{slug}.pdf", content_type="application/pdf")
        response["ETag"] = etag
        return response
