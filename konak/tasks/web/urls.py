"""Addresses of tasks, under /office/tasks/."""

from django.urls import path

from konak.kernel.people import needs
from konak.tasks.web import views

app_name = "tasks"
urlpatterns = [
    path("", needs()(views.MineView.as_view()), name="mine"),
    path("units/", needs()(views.UnitsView.as_view()), name="units"),
    path("done/", needs()(views.DoneListView.as_view()), name="finished"),
    path("<int:pk>/", needs()(views.TaskView.as_view()), name="task"),
    path("<int:pk>/done/", needs()(views.DoneView.as_view()), name="done"),
    path("<int:pk>/hand-over/", needs()(views.HandOverView.as_view()), name="hand_over"),
]
