"""Addresses of the desk, under /office/."""

from typing import Any

from django.urls import URLPattern, path

from konak.desk.web import finding, home, told
from konak.kernel.people import needs


def _page(route: str, view: Any, name: str) -> URLPattern:
    return path(route, needs()(view), name=name)


app_name = "desk"
urlpatterns = [
    _page("", home.HomeView.as_view(), "home"),
    _page("search/", finding.SearchView.as_view(), "search"),
    _page("notices/", told.NoticesView.as_view(), "notices"),
    _page("notices/read/", told.read, "read-notices"),
]
