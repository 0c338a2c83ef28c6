"""Addresses of sessions, under /office/sessions/."""

from typing import Any

from django.urls import URLPattern, path

from konak.kernel.people import needs
from konak.sessions.rules import PREPARES, READS
from konak.sessions.web import deeds, hall, pages

PRESIDES = ("president", "session_clerk")


def _page(route: str, view: Any, name: str, roles: tuple[str, ...] = READS) -> URLPattern:
    return path(route, needs(*roles)(view.as_view()), name=name)


app_name = "sessions"
urlpatterns = [
    _page("", pages.SessionsView, "list"),
    _page("new/", deeds.ConveneView, "convene", PREPARES),
    _page("<int:pk>/", pages.SessionView, "session"),
    _page("<int:pk>/change/", deeds.ChangeView, "change", PREPARES),
    _page("<int:pk>/add/", deeds.AddItemView, "add", PREPARES),
    _page("<int:pk>/extend/", deeds.AddItemView, "extend", PREPARES),
    _page("<int:pk>/call/", deeds.CallView, "call", PRESIDES),
    _page("<int:pk>/papers/", deeds.PapersView, "papers", PREPARES),
    _page("<int:pk>/invitation.pdf", pages.InvitationView, "invitation"),
    _page("<int:pk>/presence/", hall.PresenceView, "presence"),
    _page("<int:pk>/open/", deeds.OpenView, "open", PRESIDES),
    _page("<int:pk>/not-held/", deeds.NotHeldView, "not-held", PRESIDES),
    _page("<int:pk>/agenda/", deeds.AgendaView, "agenda", PREPARES),
    _page("<int:pk>/close/", deeds.CloseView, "close", PRESIDES),
    _page("<int:pk>/minutes/", deeds.MinutesView, "minutes"),
    _page("<int:pk>/minutes-<slug:lang>.<slug:form>", pages.MinutesFileView, "minutes-file"),
    _page("items/<int:pk>/", hall.VoteView, "item"),
    _page("items/<int:pk>/roll/", hall.RollView, "roll", ("session_clerk",)),
    _page("items/<int:pk>/remove/", deeds.RemoveItemView, "remove", PREPARES),
]
