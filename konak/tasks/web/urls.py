"""Addresses of tasks, under /office/tasks/."""

from typing import Any

from django.urls import URLPattern, path

from konak.kernel.people import needs
from konak.tasks.web import views


def _page(route: str, view: Any, name: str) -> URLPattern:
    return path(route, needs()(view.as_view()), name=name)


app_name = "tasks"
urlpatterns = [
    _page("", views.MineView, "mine"),
    _page("units/", views.UnitsView, "units"),
    _page("done/", views.DoneListView, "finished"),
    _page("<int:pk>/", views.TaskView, "task"),
    _page("<int:pk>/done/", views.DoneView, "done"),
    _page("<int:pk>/hand-over/", views.HandOverView, "hand_over"),
]
