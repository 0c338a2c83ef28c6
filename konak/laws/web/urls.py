"""Addresses of the law watch, under /office/laws/."""

from typing import Any

from django.urls import URLPattern, path

from konak.kernel.people import needs
from konak.laws.rules import KEEPERS, READERS
from konak.laws.web import obligations, reading, regulations


def _page(route: str, view: Any, name: str, roles: frozenset[str]) -> URLPattern:
    return path(route, needs(*roles)(view.as_view()), name=name)


app_name = "laws"
urlpatterns = [
    _page("", regulations.RegulationsView, "list", READERS),
    _page("new/", regulations.FollowView, "follow", KEEPERS),
    _page("<int:pk>/", regulations.RegulationView, "regulation", READERS),
    _page("<int:pk>/change/", regulations.ChangeView, "change", KEEPERS),
    _page("<int:pk>/oblige/", obligations.ObligeView, "oblige", KEEPERS),
    _page("obligations/", obligations.ObligationsView, "obligations", READERS),
    _page("obligations/<int:pk>/met/", obligations.MeetView, "meet", KEEPERS),
    _page("reading/", reading.LogView, "log", READERS),
    _page("reading/new/", reading.ReadView, "read", KEEPERS),
]
