"""Sessions of the Council and its committees: called, held, their agenda and verdicts."""

from datetime import date
from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils.translation import pgettext

from konak.acts import public as acts
from konak.kernel.ui.street import StreetView
from konak.sessions import public as sessions
from konak.website.web import addresses

PER_PAGE = 20


class ListOfSessions(StreetView):
    """Coming sessions, then those that were, the latest first; older ones behind `?before=`. At most 8 queries.

    `?before=2026-10-13-57`: behind session 57 of that day.
    """

    template_name = "website/sessions.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        today, before = self.at.date(), _place(request.GET.get("before", ""))
        past = sessions.past(today, limit=PER_PAGE + 1, before=before)
        more = len(past) > PER_PAGE
        return self.show(
            {
                "coming": [] if before else sessions.coming(today),
                "past": past[:PER_PAGE],
                "before": before,
                "older": "{0.day}-{0.id}".format(past[PER_PAGE - 1]) if more else "",
            }
        )


def _place(text: str) -> tuple[date, int] | None:
    """Day and session; of a day alone, what was before it."""
    day, session = text[:10], text[11:]
    try:
        return date.fromisoformat(day), int(session or 0)
    except ValueError:
        return None


class SessionView(StreetView):
    """One session: when, where, the agenda, each verdict with its arithmetic. At most 6 queries."""

    template_name = "website/session.html"

    def get(self, request: HttpRequest, *, lang: str, pk: int) -> HttpResponse:
        sitting = sessions.sitting(pk)
        if sitting is None:
            raise Http404
        wanted = [point.act for point in sitting.agenda if point.act]
        published = {act.pk: act for act in acts.published().filter(pk__in=wanted)} if wanted else {}
        points = [
            (point, act.title, addresses.act(lang, act.pk, act.title))
            if point.act and (act := published.get(point.act))
            else (point, point.title, "")
            for point in sitting.agenda
        ]
        return self.show({"sitting": sitting, "points": points, "state": _states().get(sitting.state)})


def _states() -> dict[str, tuple[str, str]]:
    """State → words and look."""
    return {
        "called": (pgettext("session", "called"), "here"),
        "open": (pgettext("session", "in session"), "warn"),
        "closed": (pgettext("session", "held"), "good"),
        "not_held": (pgettext("session", "not held"), "bad"),
    }
