"""Published acts as JSON and Akoma Ntoso."""

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import Http404, HttpRequest
from django.http.response import HttpResponseBase
from django.urls import reverse
from django.views.decorators.http import require_safe

from konak.acts import public as acts
from konak.gazette import public as gazette
from konak.kernel.journal import Ref
from konak.kernel.ui.street import LANGUAGES
from konak.opendata.web.answering import answer, as_json, last_change

PER_PAGE = 50
# Of a verdict; what a double majority counts besides stays inside.
_TOLD = ("adopted", "rule", "double", "seats", "present", "for", "against", "abstained")


@require_safe
def listed(request: HttpRequest) -> HttpResponseBase:
    """Newest first, 50 a page, with the addresses of the pages before and after. 4 queries."""
    paginator = Paginator(acts.published(), PER_PAGE)
    page = paginator.get_page(request.GET.get("page"))

    def at(number: int) -> str:
        return request.build_absolute_uri(f"{request.path}?page={number}")

    data = {
        "total": paginator.count,
        "page": page.number,
        "pages": paginator.num_pages,
        "next": at(page.number + 1) if page.has_next() else None,
        "previous": at(page.number - 1) if page.has_previous() else None,
        "acts": [_brief(request, act) for act in page],
    }
    return as_json(request, data, changed=last_change())


@require_safe
def one(request: HttpRequest, pk: int) -> HttpResponseBase:
    """One act with its texts and their versions, its vote and its history. 9 queries, one more for what it
    amends."""
    act = _found(pk)
    issue = gazette.issue(Ref.parse(act.issue).id)
    data = _brief(request, act) | {
        "gazette": {
            "label": act.gazette,
            "pages": _pages(request, "issue", Ref.parse(act.issue).id),
            "pdf_sha256": issue.file.sha256 if issue and issue.file else None,
        },
        "session": _session(request, act),
        "texts": {lang: _text(request, text) for lang, text in acts.texts(act).items()},
        "amends": _amended(request, act),
        "versions": _versions(request, act),
        "history": [{"day": day, "said": said} for day, said in acts.history(act)],
    }
    return as_json(request, data, changed=issue.published_at if issue else None)


@require_safe
def source(request: HttpRequest, pk: int, lang: str) -> HttpResponseBase:
    """The text in one language, Akoma Ntoso 3.0, as it was fixed. 3 queries."""
    act = _found(pk)
    text = acts.texts(act).get(lang)
    if text is None:
        raise Http404
    issue = gazette.issue(Ref.parse(act.issue).id)
    changed = issue.published_at if issue else None
    return answer(request, text.xml.encode(), "application/xml; charset=utf-8", changed=changed, lang=lang)


def _found(pk: int) -> acts.Act:
    act = acts.act(pk)
    if act is None:
        raise Http404
    return act


def _brief(request: HttpRequest, act: acts.Act) -> dict[str, Any]:
    return {
        "id": act.pk,
        "url": request.build_absolute_uri(reverse("opendata:act", args=[act.pk])),
        "pages": _pages(request, "act", act.pk),
        "number": act.number,
        "kind": {"code": act.kind, "name": acts.kind_name(act)},
        "body": act.body,
        "title": act.title,
        "adopted_on": act.adopted_on,
        "published_on": act.published_on,
        "in_force_on": act.in_force_on,
    }


def _pages(request: HttpRequest, name: str, pk: int) -> dict[str, str]:
    return {
        lang: request.build_absolute_uri(reverse(f"website:{name}", args=[lang, pk])) for lang in LANGUAGES
    }


def _session(request: HttpRequest, act: acts.Act) -> dict[str, Any] | None:
    if not act.session:
        return None
    return {
        "title": act.session_title,
        "pages": _pages(request, "session", Ref.parse(act.session).id),
        "verdict": {name: act.verdict[name] for name in _TOLD if name in act.verdict},
    }


def _amended(request: HttpRequest, act: acts.Act) -> dict[str, Any] | None:
    base = acts.amended(act)
    return _brief(request, base) if base else None


def _versions(request: HttpRequest, act: acts.Act) -> dict[str, list[dict[str, Any]]]:
    """Every text by language, oldest first, with the acts that made it and where it is in each form."""
    return {
        lang: [
            {
                "from": one.day,
                "until": one.until,
                "consolidated": one.row is not None,
                "repealed": one.repealed,
                "unsettled_sentences": one.unsettled,
                "sha256": one.sha256,
                "amended_by": [_pages(request, "act", by.pk) | {"number": by.number} for by in one.acts],
                "files": _files(request, act, lang, one.day),
            }
            for one in rows
        ]
        for lang, rows in acts.versions(act).items()
    }


def _files(request: HttpRequest, act: acts.Act, lang: str, day: date) -> dict[str, str]:
    return {
        form: request.build_absolute_uri(
            reverse("website:act-version", args=[lang, act.pk, day.isoformat(), form])
        )
        for form in ("xml", "txt", "docx", "pdf")
    }


def _text(request: HttpRequest, text: acts.Text) -> dict[str, Any]:
    xml = reverse("opendata:act-xml", args=[text.act_id, text.lang])
    return {"title": text.title, "akn": request.build_absolute_uri(xml), "sha256": text.sha256}
