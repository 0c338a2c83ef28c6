"""Published acts: the list, one act with its history, its papers."""

from typing import Any

from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.utils.cache import get_conditional_response
from django.utils.http import quote_etag
from django.utils.translation import gettext

from konak import lex
from konak.acts import public as acts
from konak.kernel.i18n import Words, pick
from konak.kernel.journal import Ref
from konak.kernel.ui.street import LANGUAGES, StreetView
from konak.kernel.ui.views import ListView
from konak.website.web import addresses
from konak.website.web.house import brief

NAMES = dict(settings.LANGUAGES)


def found(pk: int) -> acts.Act:
    """A published act, or 404."""
    act = acts.act(pk)
    if act is None:
        raise Http404
    return act


class ListOfActs(StreetView, ListView):
    """Published acts, newest first, by kind, year and force. 6 queries."""

    template_name = "website/acts.html"
    per_page = 20

    def rows(self) -> QuerySet[acts.Act]:
        rows, asked, today = acts.published(), self.asked, self.at.date()
        if asked["kind"]:
            rows = rows.filter(kind=asked["kind"])
        if asked["year"].isdecimal() and 1900 < int(asked["year"]) < 2200:
            rows = rows.filter(published_on__year=int(asked["year"]))
        if asked["force"] == "in":
            rows = rows.filter(in_force_on__lte=today)
        elif asked["force"] == "coming":
            rows = rows.filter(in_force_on__gt=today)
        return rows

    @property
    def asked(self) -> dict[str, str]:
        """What the reader chose; an unknown kind is none."""
        asked = {name: self.request.GET.get(name, "") for name in ("kind", "year", "force")}
        return asked | {"kind": asked["kind"] if asked["kind"] in self.kinds else ""}

    @property
    def kinds(self) -> dict[str, Words]:
        return acts.kind_names(self.at.date())

    def order(self) -> list[str]:
        return ["-published_on", "-id"]

    def extra(self) -> dict[str, Any]:
        held = acts.published().order_by()
        kinds, there = self.kinds, set(held.values_list("kind", flat=True).distinct())
        return {
            "asked": self.asked,
            "today": self.at.date(),
            "kinds": [(code, pick(kinds[code], self.lang)[0]) for code in kinds if code in there],
            "years": [day.year for day in held.dates("published_on", "year", order="DESC")],
        }

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        lines = [brief(act, self.lang) for act in context["page"]]
        return super().show({**context, "lines": lines}, status)


class ActView(StreetView):
    """One act: its text of today, whether it is in force, how it came to be, its papers. 9 queries, one more
    for a consolidated text, one more for an amending act."""

    template_name = "website/act.html"

    def get(self, request: HttpRequest, *, lang: str, pk: int, slug: str = "") -> HttpResponse:
        act = found(pk)
        address = addresses.act(lang, pk, act.title)
        if request.path != address:
            return HttpResponseRedirect(address)
        texts, today = acts.texts(act), self.at.date()
        held = acts.versions(act, texts)
        tongue = lang if lang in held else next(iter(held), "")
        rows = held.get(tongue, [])
        version = acts.on(rows, today) or next(iter(rows), None)
        return self.show(
            {
                "act": act,
                "texts": texts,
                "text": acts.shown(version.xml, marks=marks(act, version, tongue)) if version else None,
                "version": version,
                "versions": rows,
                "amended": acts.amended(act),
                "history": acts.history(act),
                "in_force": act.in_force_on is not None and act.in_force_on <= today,
                "today": today,
                "past": addresses.history(lang, pk, act.title),
                "languages": [(code, NAMES[code], addresses.act(code, pk, act.title)) for code in LANGUAGES],
                "session": session_of(act, lang),
                "issue": issue_of(act, lang),
            }
        )


def marks(act: acts.Act, version: acts.Version, lang: str) -> dict[str, Any]:
    """Beside each changed provision the act that changed it, leading to its line in the history."""
    if version.row is None:
        return {}
    past = addresses.history(lang, act.pk, act.title)
    return acts.marks(version, lang, lambda by: f"{past}#act-{by.pk}", gettext("changed by %(number)s"))


def session_of(act: acts.Act, lang: str) -> str:
    """The page of the session that adopted the act; empty for the mayor's."""
    return addresses.page(lang, Ref.parse(act.session)) if act.session else ""


def issue_of(act: acts.Act, lang: str) -> dict[str, Any]:
    """Page and sealed paper of the issue the act stands in."""
    ref = Ref.parse(act.issue)
    return {"page": addresses.page(lang, ref), "pdf": addresses.issue_pdf(lang, ref.id, act.gazette)}


class PaperView(StreetView):
    """The act on paper, made from its fixed text; the same text gives the same bytes."""

    def get(self, request: HttpRequest, *, lang: str, pk: int) -> HttpResponse:
        act, text = found_text(pk, lang)
        etag = quote_etag(f"{text.sha256}-{act.number}")
        if known := get_conditional_response(request, etag=etag):
            return known
        return answer(acts.paper(act, lang), "application/pdf", etag, lang, f"akt-{pk}-{lang}.pdf")


class PlainView(StreetView):
    """The act as plain text."""

    def get(self, request: HttpRequest, *, lang: str, pk: int) -> HttpResponse:
        _, text = found_text(pk, lang)
        etag = quote_etag(text.sha256)
        if known := get_conditional_response(request, etag=etag):
            return known
        said = lex.write(acts.tree(text)).encode()
        return answer(said, "text/plain; charset=utf-8", etag, lang, f"akt-{pk}-{lang}.txt")


def found_text(pk: int, lang: str) -> tuple[acts.Act, acts.Text]:
    """A published act and its text in the language, or 404."""
    act = found(pk)
    text = acts.texts(act).get(lang)
    if text is None:
        raise Http404
    return act, text


def answer(body: bytes, media_type: str, etag: str, lang: str, name: str) -> HttpResponse:
    return HttpResponse(
        body,
        content_type=media_type,
        headers={
            "ETag": etag,
            "Content-Language": lang,
            "Content-Disposition": f'inline; filename="{name}"',
        },
    )
