"""Addresses of the gazette, under /office/gazette/."""

from typing import Any

from django.urls import URLPattern, path

from konak.gazette.rules import EDITORS, READS
from konak.gazette.web import deeds, pages
from konak.kernel.people import needs


def _page(route: str, view: Any, name: str, roles: frozenset[str] = READS) -> URLPattern:
    return path(route, needs(*sorted(roles))(view.as_view()), name=name)


app_name = "gazette"
urlpatterns = [
    _page("", pages.ListOfIssues, "list"),
    _page("new/", deeds.ComposeView, "compose", EDITORS),
    _page("<int:pk>/", pages.IssueView, "issue"),
    _page("<int:pk>/paper.pdf", pages.PaperView, "paper"),
    _page("<int:pk>/seal/", pages.SealView, "seal"),
    _page("<int:pk>/day/", deeds.RedateView, "redate", EDITORS),
    _page("<int:pk>/publish/", deeds.PublishView, "publish", EDITORS),
    _page("<int:pk>/acts/<int:act>/add/", deeds.AddView, "add", EDITORS),
    _page("<int:pk>/acts/<int:act>/remove/", deeds.RemoveView, "remove", EDITORS),
    _page("<int:pk>/acts/<int:act>/move/", deeds.MoveView, "move", EDITORS),
]
