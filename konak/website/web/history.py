"""The history of an act: its text on any day, who changed what, what changed between two days, every version."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag

from konak import lex
from konak.acts import public as acts
from konak.kernel.i18n import parse_day
from konak.kernel.ui.street import LANGUAGES, StreetView
from konak.website.web import addresses
from konak.website.web.acts import NAMES, answer, found, issue_of, marks, session_of

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xml": "application/akn+xml",
    "txt": "text/plain; charset=utf-8",
}


def day_of(text: str) -> date | None:
    """A day as links write it (2026-10-13) or as people do (13.10.2026); None for what is no day."""
    try:
        return date.fromisoformat(text)
    except ValueError:
        return parse_day(text)


class HistoryView(StreetView):
    """The text on a chosen day (`?on=`), or what changed from one to another (`?from=&to=`). At most 10 queries."""

    template_name = "website/history.html"

    def get(self, request: HttpRequest, *, lang: str, pk: int, slug: str = "") -> HttpResponse:
        act = found(pk)
        address = addresses.history(lang, pk, act.title)
        if request.path != address:
            asked = request.META.get("QUERY_STRING", "")
            return HttpResponseRedirect(f"{address}?{asked}" if asked else address)
        held = acts.versions(act)
        tongue = lang if lang in held else next(iter(held), "")
        rows = held.get(tongue, [])
        on = self.day("on") or self.at.date()
        version = acts.on(rows, on)
        return self.show(
            {
                "act": act,
                "back": addresses.act(lang, pk, act.title),
                "rows": rows,
                "steps": [_step(by, lang) for one in rows for by in one.acts],
                "first": _step(act, lang),
                "on": on,
                "asked": request.GET.get("on", ""),
                "version": version,
                "before": act.in_force_on is not None and on < act.in_force_on,
                "text": self.text(act, version, tongue),
                "redline": self.redline(rows),
                "forms": [(code, list(TYPES)) for code in held],
                "languages": [
                    (code, NAMES[code], addresses.history(code, pk, act.title)) for code in LANGUAGES
                ],
            }
        )

    def day(self, name: str) -> date | None:
        return day_of(self.request.GET.get(name, "").strip())

    def text(self, act: acts.Act, version: acts.Version | None, lang: str) -> Any:
        """The text with its marks; nothing where two days are compared or none is in force."""
        if version is None or version.repealed or "from" in self.request.GET:
            return None
        return acts.shown(version.xml, marks=marks(act, version, lang))

    def redline(self, rows: Sequence[acts.Version]) -> dict[str, Any] | None:
        """What changed from one day to another, provision by provision."""
        if "from" not in self.request.GET:
            return None
        since, to = self.day("from"), self.day("to") or self.at.date()
        if since is None:
            return {"since": None, "to": to, "changes": []}
        since, to = min(since, to), max(since, to)
        old, new = acts.on(rows, since), acts.on(rows, to)
        if old is None or new is None or old == new:
            return {"since": since, "to": to, "changes": [], "none": old is None}
        return {"since": since, "to": to, "changes": acts.differing(_unsigned(old), _unsigned(new))}


def _unsigned(version: acts.Version) -> lex.Act:
    """The text without its closing block, which signs only the first one."""
    return replace(version.tree, closing=None)


def _step(act: acts.Act, lang: str) -> dict[str, Any]:
    """An act in the timeline: the session and the vote behind it, and where it is."""
    return {
        "act": act,
        "url": addresses.act(lang, act.pk, act.title),
        "session": session_of(act, lang),
        "issue": issue_of(act, lang)["page"],
        "for": act.verdict.get("for"),
        "against": act.verdict.get("against"),
        "abstained": act.verdict.get("abstained"),
    }


class VersionView(StreetView):
    """One version as DOCX, PDF, Akoma Ntoso or text; its address bears the day from which it counts."""

    def get(self, request: HttpRequest, *, lang: str, pk: int, day: str, form: str) -> HttpResponse:
        act, since = found(pk), day_of(day)
        rows = acts.versions(act).get(lang, [])
        version = next((one for one in rows if one.day == since), None)
        if version is None or form not in TYPES:
            raise Http404
        etag = quote_etag(f"{version.sha256}-{form}")
        if known := get_conditional_response(request, etag=etag):
            return known
        name = f"akt-{pk}-{version.day.isoformat()}-{lang}.{form}"
        return answer(_made(act, lang, version, form), TYPES[form], etag, lang, name)


def _made(act: acts.Act, lang: str, version: acts.Version, form: str) -> bytes:
    if form == "pdf":
        return acts.version_paper(act, lang, version)
    if form == "docx":
        return acts.version_docx(lang, version)
    return version.xml.encode() if form == "xml" else lex.write(version.tree).encode()
