"""Search by anything: number, name or word, among what the actor may see."""

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse, QueryDict
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.search import search
from konak.kernel.ui import links
from konak.kernel.ui.views import Screen

PER_PAGE = 20
KINDS = {
    "registry.document": pgettext_lazy("search", "Documents"),
    "acts.act": pgettext_lazy("room", "Acts"),
    "acts.opinion": _("Legality opinions"),
    "sessions.session": pgettext_lazy("room", "Sessions"),
    "gazette.issue": _("Gazette"),
}


class SearchView(Screen):
    """Search of the office; the palette and the top bar lead here. 2 queries of its own, none without words."""

    template_name = "desk/search.html"

    def get(self, request: HttpRequest) -> HttpResponse:
        query, kind = request.GET.get("q", "").strip(), request.GET.get("kind", "")
        number = request.GET.get("page", "")
        found = search(
            query,
            self.actor,
            kinds=[kind] if kind in KINDS else (),
            page=min(int(number), 50) if number.isdecimal() else 1,
        )
        choices = [("", _("Everything")), *KINDS.items()]
        return self.show(
            {
                "query": query,
                "found": found,
                "lines": [(hit, links.url(hit.ref), KINDS.get(hit.kind, "")) for hit in found.hits],
                "page": Paginator(range(found.total), PER_PAGE).get_page(found.number),
                "tabs": [(label, _address(query, code), code == kind) for code, label in choices],
            }
        )


def _address(query: str, kind: str) -> str:
    asked = QueryDict(mutable=True)
    asked["q"] = query
    if kind:
        asked["kind"] = kind
    return f"?{asked.urlencode()}"
