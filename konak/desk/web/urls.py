"""Addresses of the desk, under /office/."""

from django.urls import path

from konak.desk.web import finding, home, told
from konak.kernel.people import needs

app_name = "desk"
urlpatterns = [
    path("", needs()(home.HomeView.as_view()), name="home"),
    path("search/", needs()(finding.SearchView.as_view()), name="search"),
    path("notices/", needs()(told.NoticesView.as_view()), name="notices"),
    path("notices/read/", needs()(told.read), name="read-notices"),
]
