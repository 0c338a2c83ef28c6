"""Papers to take away: the receipt slip, the outgoing letter, the scans."""

from datetime import datetime
from typing import Any

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views import View

from konak.kernel import clock
from konak.kernel.files import stream
from konak.kernel.ui.frame import Frame
from konak.registry.models import Document, Scan
from konak.registry.paper import letter, slip
from konak.registry.queries import documents, their_number


class _Paper(View):
    """A PDF made anew from the document's own data."""

    def document(self, request: HttpRequest, pk: int) -> Document:
        seen = documents(request.actor).select_related("case", "unit", "registered_by")  # type: ignore[attr-defined]
        found = seen.filter(pk=pk).first()
        if found is None:
            raise Http404
        return found

    def paper(self, document: Document, house: dict[str, str], at: datetime) -> bytes:
        raise NotImplementedError

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        document = self.document(request, pk)
        name = document.number.replace("/", "-")
        return HttpResponse(
            self.paper(document, Frame(request).town.names, clock.now()),
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="{name}.pdf"'},
        )


class SlipView(_Paper):
    """What the sender takes home: number, day, subject, and the receipt to ask with."""

    def paper(self, document: Document, house: dict[str, str], at: datetime) -> bytes:
        if not document.receipt:
            raise Http404
        return slip(document, house, at)


class LetterView(_Paper):
    """The outgoing letter, to be signed by hand."""

    def paper(self, document: Document, house: dict[str, str], at: datetime) -> bytes:
        if document.direction != "outgoing":
            raise Http404
        return letter(document, house, their_number(document), at)


class ScanView(View):
    """A file of a document, as it was handed in."""

    def get(self, request: HttpRequest, pk: int, **_: Any) -> HttpResponseBase:
        seen = documents(request.actor)  # type: ignore[attr-defined]
        found = Scan.objects.filter(pk=pk, document__in=seen).select_related("file").first()
        if found is None:
            raise Http404
        file = found.file
        return FileResponse(
            stream(file), as_attachment=True, filename=file.name, content_type=file.media_type
        )
