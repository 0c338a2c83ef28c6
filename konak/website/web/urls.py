"""Addresses of the public house."""

from django.urls import path

from konak.kernel.ui import street  # noqa: F401 (brings `tongue` into addresses)
from konak.website.web import acts, finding, gazette, history, house, machines, sessions

app_name = "website"
urlpatterns = [
    path("", house.door, name="door"),
    path("robots.txt", machines.robots, name="robots"),
    path("sitemap.xml", machines.sitemap, name="sitemap"),
    path("<tongue:lang>/", house.HomeView.as_view(), name="home"),
    path("<tongue:lang>/about/", house.AboutView.as_view(), name="about"),
    path("<tongue:lang>/accessibility/", house.AccessibilityView.as_view(), name="accessibility"),
    path("<tongue:lang>/data/", house.DataView.as_view(), name="data"),
    path("<tongue:lang>/acts/", acts.ListOfActs.as_view(), name="acts"),
    path("<tongue:lang>/acts/<int:pk>/", acts.ActView.as_view(), name="act"),
    path("<tongue:lang>/acts/<int:pk>-<slug:slug>/", acts.ActView.as_view(), name="act"),
    path("<tongue:lang>/acts/<int:pk>/history/", history.HistoryView.as_view(), name="act-history"),
    path(
        "<tongue:lang>/acts/<int:pk>-<slug:slug>/history/", history.HistoryView.as_view(), name="act-history"
    ),
    path(
        "<tongue:lang>/acts/<int:pk>/<str:day>.<slug:form>", history.VersionView.as_view(), name="act-version"
    ),
    path("<tongue:lang>/acts/<int:pk>.pdf", acts.PaperView.as_view(), name="act-pdf"),
    path("<tongue:lang>/acts/<int:pk>.txt", acts.PlainView.as_view(), name="act-text"),
    path("<tongue:lang>/sessions/", sessions.ListOfSessions.as_view(), name="sessions"),
    path("<tongue:lang>/sessions/<int:pk>/", sessions.SessionView.as_view(), name="session"),
    path("<tongue:lang>/gazette/", gazette.ListOfIssues.as_view(), name="gazette"),
    path("<tongue:lang>/gazette/<int:pk>/", gazette.IssueView.as_view(), name="issue"),
    path("<tongue:lang>/gazette/<int:pk>-<slug:slug>.pdf", gazette.PaperView.as_view(), name="issue-pdf"),
    path("<tongue:lang>/search/", finding.SearchView.as_view(), name="search"),
    path("<tongue:lang>/receipt/", finding.ReceiptView.as_view(), name="receipt"),
]
