"""Addresses of the norms' screens."""

from django.urls import path

from . import views

app_name = "norms"
urlpatterns = [
    path("", views.NormsList.as_view(), name="list"),
    path("deviation/<int:pk>/", views.DeviationPlace.as_view(), name="deviation"),
    path("<str:norm>/", views.NormPage.as_view(), name="norm"),
    path("<str:norm>/deviate/", views.Deviate.as_view(), name="deviate"),
]
