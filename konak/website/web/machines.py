"""For search engines: what may be read, and where everything public is."""

from collections.abc import Iterator
from datetime import date
from xml.sax.saxutils import quoteattr

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.views.decorators.http import require_safe

from konak.acts import public as acts
from konak.gazette import public as gazette
from konak.kernel.clock import today
from konak.kernel.ui.street import LANGUAGES
from konak.sessions import public as sessions
from konak.website.web import addresses

MOST = 10_000  # of each kind; a sitemap may hold 50,000 addresses
_FIXED = ("home", "acts", "sessions", "gazette", "about", "accessibility", "data")
Place = tuple[dict[str, str], date | None]


@require_safe
def robots(request: HttpRequest) -> HttpResponse:
    """Everything public may be read; the office and people's receipts are no reading matter."""
    lines = ["User-agent: *", "Disallow: /office/"]
    lines += [
        f"Disallow: {reverse(f'website:{page}', args=[lang])}"
        for page in ("search", "receipt")
        for lang in LANGUAGES
    ]
    lines += ["", f"Sitemap: {request.build_absolute_uri(reverse('website:sitemap'))}", ""]
    return HttpResponse("\n".join(lines), content_type="text/plain; charset=utf-8")


@require_safe
def sitemap(request: HttpRequest) -> HttpResponse:
    """Every public page in each language, each naming the other. At most 10 queries."""
    house = request.build_absolute_uri("/")[:-1]
    said = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9"'
        ' xmlns:xhtml="http://www.w3.org/1999/xhtml">\n'
    ]
    for pages, day in _places():
        others = "".join(
            f'<xhtml:link rel="alternate" hreflang="{lang}" href={quoteattr(house + url)}/>'
            for lang, url in pages.items()
        )
        changed = f"<lastmod>{day.isoformat()}</lastmod>" if day else ""
        said += [f"<url><loc>{house}{url}</loc>{changed}{others}</url>\n" for url in pages.values()]
    said.append("</urlset>\n")
    return HttpResponse("".join(said), content_type="application/xml; charset=utf-8")


def _places() -> Iterator[Place]:
    for name in _FIXED:
        yield {lang: reverse(f"website:{name}", args=[lang]) for lang in LANGUAGES}, None
    for act in acts.published().only("title", "published_on")[:MOST]:
        yield {lang: addresses.act(lang, act.pk, act.title) for lang in LANGUAGES}, act.published_on
    day = today()
    for sitting in (*sessions.coming(day), *sessions.past(day, limit=MOST)):
        yield {lang: reverse("website:session", args=[lang, sitting.id]) for lang in LANGUAGES}, None
    for issue in gazette.issues()[:MOST]:
        yield {lang: reverse("website:issue", args=[lang, issue.pk]) for lang in LANGUAGES}, issue.day
