"""Addresses for machines."""

from django.urls import path

from konak.kernel.ui import street  # noqa: F401 (brings `tongue` into addresses)
from konak.opendata.web import acts, feeds

app_name = "opendata"
urlpatterns = [
    path("<tongue:lang>/acts.atom", feeds.acts_feed, name="acts-feed"),
    path("<tongue:lang>/gazette.atom", feeds.gazette_feed, name="gazette-feed"),
    path("api/acts.json", acts.listed, name="acts"),
    path("api/acts/<int:pk>.json", acts.one, name="act"),
    path("api/acts/<int:pk>/<slug:lang>.xml", acts.source, name="act-xml"),
]
