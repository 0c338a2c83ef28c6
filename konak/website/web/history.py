"""The history of an act: its text on any day, who changed what, what changed between two days, every version."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from django import forms
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak import lex
from konak.acts import public as acts
from konak.kernel.i18n import day_digits
from konak.kernel.ui.forms import DayField
from konak.kernel.ui.street import LANGUAGES, StreetView
from konak.website.web import addresses
from konak.website.web.acts import NAMES, answer, found, issue_of, marks, session_of

TYPES = {
    "pdf": "application/pdf",
    "docx": "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
    "xml": "application/akn+xml",
    "txt": "text/plain; charset=utf-8",
}


class TextForm(forms.Form):
    """The day on which the text is read."""

    on = DayField(label=_("The text on"), required=False)


class CompareForm(forms.Form):
    """The days between which it is compared, named as in the address: `from` and `to`."""

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["from"] = DayField(label=_("What changed from"))
        self.fields["to"] = DayField(label=pgettext_lazy("day", "to"), required=False)


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
        today = self.at.date()
        asked = {name: _typed(str(said)) for name, said in request.GET.items()}
        asked_on = TextForm(asked if "on" in asked else None, initial={"on": today})
        days = {"from": rows[0].day if rows else today, "to": today}
        compare = CompareForm(asked if "from" in asked else None, initial=days)
        on = (asked_on.is_valid() and asked_on.cleaned_data["on"]) or today
        version, redline = acts.on(rows, on), _redline(rows, compare, today)
        return self.show(
            {
                "act": act,
                "back": addresses.act(lang, pk, act.title),
                "rows": rows,
                "steps": [_step(by, lang) for one in rows for by in one.acts],
                "first": _step(act, lang),
                "asked_on": asked_on,
                "compare": compare,
                "on": on,
                "version": version,
                "before": act.in_force_on is not None and on < act.in_force_on,
                "text": _text(act, version, tongue) if redline is None else None,
                "redline": redline,
                "forms": [(code, list(TYPES)) for code in held],
                "languages": [
                    (code, NAMES[code], addresses.history(code, pk, act.title)) for code in LANGUAGES
                ],
            }
        )


def _typed(said: str) -> str:
    """A day as links bear it (2026-10-13) as people type it; everything else as it came."""
    try:
        return day_digits(date.fromisoformat(said.strip()))
    except ValueError:
        return said


def _text(act: acts.Act, version: acts.Version | None, lang: str) -> acts.Shown | None:
    """The text with its marks; nothing where none is in force."""
    if version is None or version.repealed:
        return None
    return acts.shown(version.xml, marks=marks(act, version, lang))


def _redline(rows: Sequence[acts.Version], compare: CompareForm, today: date) -> dict[str, Any] | None:
    """What changed from one day to another, provision by provision; None where no two days are asked for."""
    if not compare.is_valid():
        return None
    days = (compare.cleaned_data["from"], compare.cleaned_data["to"] or today)
    since, to = min(days), max(days)
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
        act = found(pk)
        rows = acts.versions(act).get(lang, [])
        version = next((one for one in rows if one.day.isoformat() == day), None)
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
