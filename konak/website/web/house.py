"""The door, the home page, and the pages that say who the house is."""

from datetime import date, timedelta
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.urls import reverse
from django.utils.cache import patch_vary_headers
from django.utils.translation import get_language_from_request
from django.views.decorators.http import require_safe

from konak.acts import public as acts
from konak.kernel.norms import on
from konak.kernel.ui.street import LANGUAGES, StreetView
from konak.sessions import public as sessions
from konak.website.web import addresses

SHOWN = 5


@require_safe
def door(request: HttpRequest) -> HttpResponse:
    """To the home page in the reader's language: by his cookie, else by what his browser asks for."""
    asked = get_language_from_request(request)
    response = HttpResponseRedirect(
        reverse("website:home", args=[asked if asked in LANGUAGES else LANGUAGES[0]])
    )
    patch_vary_headers(response, ("Accept-Language", "Cookie"))
    return response


def brief(act: acts.Act, lang: str) -> dict[str, Any]:
    """An act as a line of a list."""
    return {"act": act, "url": addresses.act(lang, act.pk, act.title)}


class HomeView(StreetView):
    """Search, what people come for, what enters into force this week, sessions. At most 11 queries."""

    template_name = "website/home.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        today = self.at.date()
        first, last = week(today)
        entering = list(
            acts.published().filter(in_force_on__range=(first, last)).order_by("in_force_on", "id")
        )
        latest = [] if entering else list(acts.published()[:SHOWN])
        return self.show(
            {
                "entering": [brief(act, self.lang) for act in entering],
                "latest": [brief(act, self.lang) for act in latest],
                "coming": sessions.coming(today)[:SHOWN],
                "past": sessions.past(today, limit=3),
                "today": today,
            }
        )


def week(day: date) -> tuple[date, date]:
    """Monday and Sunday of the day's week."""
    first = day - timedelta(days=day.weekday())
    return first, first + timedelta(days=6)


class AboutView(StreetView):
    """The duties of the office and where it is found."""

    template_name = "website/about.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self.show({"duties": on(self.at.date())["town.duties"].value})


class AccessibilityView(StreetView):
    """How these pages may be used by everybody, and whom to tell when they may not."""

    template_name = "website/accessibility.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self.show({})


class DataView(StreetView):
    """The same things for machines."""

    template_name = "website/data.html"

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        return self.show({})
