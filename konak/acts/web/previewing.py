"""The text in force as it will stand if an amending draft is adopted, to read before voting and to print."""

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse

from konak.acts import paper
from konak.acts.actions.parts import day_of
from konak.acts.models import Act
from konak.acts.preview import Preview, previews, unwritten
from konak.acts.shown import understood
from konak.acts.web.pages import OnAct, to_list
from konak.kernel.ui.views import Screen


class OnPreview(OnAct):
    """An amending draft or proposal the reader may see, and what it makes of the act in force."""

    def previewed(self, pk: int) -> tuple[Act, dict[str, Preview]]:
        act = self.act_of(pk)
        if act.amends is None or act.state == "published":
            raise Http404
        return act, previews(act)


class IfAdoptedView(OnPreview, Screen):
    """Redline and whole text, language by language, with the papers to take away."""

    template_name = "acts/if_adopted.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        act, found = self.previewed(pk)
        texts = {lang: one.text for lang, one in found.items() if one.text}
        return self.show(
            {
                "act": act,
                "rows": [(one, understood(one.new, f"{lang}-")) for lang, one in found.items()],
                "unwritten": unwritten(act, texts) if texts else False,
                "today": day_of(self.at),
                "crumbs": [*to_list(), (act.title, reverse("acts:act", args=[pk]))],
            }
        )


class IfAdoptedPaperView(OnPreview, Screen):
    """The same on paper: `text` or `redline`."""

    def get(self, request: HttpRequest, pk: int, form: str, lang: str) -> HttpResponse:
        act, found = self.previewed(pk)
        if lang not in found or form not in ("text", "redline"):
            raise Http404
        return HttpResponse(
            paper.if_adopted(act, found[lang], redline=form == "redline", at=self.at),
            content_type="application/pdf",
            headers={"Content-Disposition": f'inline; filename="act-{pk}-if-adopted-{form}-{lang}.pdf"'},
        )
