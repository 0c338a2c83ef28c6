"""What anybody may find: public things by their words, and a letter by the number on its receipt."""

from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext, pgettext

from konak.kernel.i18n import pick
from konak.kernel.journal import NOBODY
from konak.kernel.norms import on
from konak.kernel.search import search
from konak.kernel.ui.street import LANGUAGES, StreetView
from konak.registry import public as registry
from konak.website.web import addresses

PER_PAGE = 20


def kinds() -> dict[str, str]:
    """What the public search knows, by kind."""
    return {
        "acts.act": pgettext("menu", "Acts"),
        "sessions.session": pgettext("menu", "Sessions"),
        "gazette.issue": gettext("Official gazette"),
    }


class SearchView(StreetView):
    """Search in either script among what is public, whoever asks. 4 queries."""

    template_name = "website/search.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        known, query = kinds(), request.GET.get("q", "").strip()
        kind, tongue = request.GET.get("kind", ""), request.GET.get("in", "")
        number = request.GET.get("page", "")
        found = search(
            query,
            NOBODY,
            kinds=[kind] if kind in known else known,
            lang=tongue if tongue in LANGUAGES else None,
            page=min(int(number), 50) if number.isdecimal() else 1,
        )
        lines = [
            (hit, addresses.page(_tongue(hit.lang, self.lang), hit.ref), known[hit.kind])
            for hit in found.hits
        ]
        return self.show(
            {
                "query": query,
                "found": found,
                "lines": lines,
                "page": Paginator(range(found.total), PER_PAGE).get_page(found.number),
                "kinds": known.items(),
                "kind": kind,
                "tongue": tongue,
                "languages": LANGUAGES,
            }
        )


def _tongue(lang: str, else_lang: str) -> str:
    """The language in which a hit is read."""
    return lang if lang in LANGUAGES else else_lang


class ReceiptView(StreetView):
    """How far a letter is, for whoever holds its receipt: no subject, no name. At most 5 queries."""

    template_name = "website/receipt.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        receipt = request.GET.get("number", "").strip()[:40]
        progress = registry.status(receipt) if receipt else None
        stages = {
            "received": (pgettext("letter", "received and registered"), "waiting"),
            "in work": (pgettext("letter", "given to whoever answers it"), "here"),
            "answered": (pgettext("letter", "answered"), "good"),
            "closed": (pgettext("letter", "closed"), "plain"),
        }
        contacts = pick(on(self.at.date())["town.contacts"].value, self.lang)[0]
        response = self.show(
            {
                "receipt": receipt,
                "progress": progress,
                "stage": stages[progress.stage] if progress else None,
                "contacts": contacts,
            }
        )
        response["Cache-Control"] = "no-store"
        response["X-Robots-Tag"] = "noindex"
        return response
