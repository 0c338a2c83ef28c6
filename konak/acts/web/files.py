"""Papers to take away: the act as PDF and as Akoma Ntoso, the signed originals."""

from django.http import FileResponse, Http404, HttpRequest, HttpResponse, HttpResponseBase
from django.views import View

from konak.acts import paper, queries
from konak.acts.models import Act, Original, Text
from konak.kernel.files import stream


def text_of(request: HttpRequest, pk: int, lang: str) -> tuple[Act, Text]:
    """The newest text of an act the actor may see."""
    act = queries.visible(request.actor).select_related("case").filter(pk=pk).first()  # type: ignore[attr-defined]
    text = queries.texts(act).get(lang) if act else None
    if act is None or text is None:
        raise Http404
    return act, text


class PaperView(View):
    """The newest text as PDF; a draft says that it is one."""

    def get(self, request: HttpRequest, pk: int, lang: str) -> HttpResponse:
        act, text = text_of(request, pk, lang)
        return HttpResponse(
            paper.act(act, text),
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="act-{pk}-{lang}.pdf"'},
        )


class SourceView(View):
    """The newest text as Akoma Ntoso."""

    def get(self, request: HttpRequest, pk: int, lang: str) -> HttpResponse:
        _, text = text_of(request, pk, lang)
        return HttpResponse(text.xml.encode(), content_type="application/akn+xml")


class OriginalView(View):
    """A signed original, as it was kept."""

    def get(self, request: HttpRequest, pk: int) -> HttpResponseBase:
        seen = queries.visible(request.actor)  # type: ignore[attr-defined]
        found = Original.objects.filter(pk=pk, act__in=seen).select_related("file").first()
        if found is None:
            raise Http404
        file = found.file
        return FileResponse(
            stream(file), as_attachment=True, filename=file.name, content_type=file.media_type
        )
