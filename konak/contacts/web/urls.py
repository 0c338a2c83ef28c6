"""Addresses of the contacts, under /office/contacts/."""

from typing import Any

from django.urls import URLPattern, path

from konak.contacts.rules import KEEPERS, READERS
from konak.contacts.web import views
from konak.kernel.people import needs


def _page(route: str, view: Any, name: str, roles: frozenset[str]) -> URLPattern:
    return path(route, needs(*roles)(view.as_view()), name=name)


app_name = "contacts"
urlpatterns = [
    _page("", views.PartiesView, "parties", READERS),
    _page("new/", views.AddView, "add", KEEPERS),
    _page("<int:pk>/", views.PartyView, "party", READERS),
    _page("<int:pk>/change/", views.ChangeView, "change", KEEPERS),
]
