"""Addresses of acts, under /office/acts/."""

from typing import Any

from django.urls import URLPattern, path

from konak.acts.rules import DRAFTERS, READS
from konak.acts.web import amending, drafting, files, languages, opinions, pages, publishing
from konak.kernel.people import needs


def _page(route: str, view: Any, name: str, roles: frozenset[str] = READS) -> URLPattern:
    return path(route, needs(*sorted(roles))(view.as_view()), name=name)


app_name = "acts"
urlpatterns = [
    _page("", pages.ListOfActs, "list"),
    _page("new/", drafting.DraftView, "draft", DRAFTERS | {"councillor"}),
    _page("<int:pk>/", pages.ActView, "act"),
    _page("<int:pk>/amends/", amending.AmendView, "amend"),
    _page("<int:pk>/amending/settle/", amending.SettleView, "settle"),
    _page("<int:pk>/write/", drafting.WriteView, "write"),
    _page("<int:pk>/opinion/ask/", opinions.AskOpinionView, "ask-opinion"),
    _page("opinions/", opinions.ListOfOpinions, "opinions"),
    _page("opinions/new/", opinions.AskOnView, "ask-opinion-on", DRAFTERS | {"mayor"}),
    _page("opinions/<int:pk>/", opinions.OpinionView, "opinion"),
    _page("opinions/<int:pk>/write/", opinions.WriteOpinionView, "write-opinion"),
    _page("opinions/<int:pk>/show/", opinions.ShowOpinionView, "show-opinion"),
    _page("opinions/<int:pk>/withdraw/", opinions.WithdrawOpinionView, "withdraw-opinion"),
    _page("opinions/<int:pk>/sign/", opinions.SignOpinionView, "sign-opinion"),
    _page("opinions/<int:pk>/difference/", opinions.DifferenceView, "opinion-difference"),
    _page("opinions/<int:pk>/<str:lang>.pdf", opinions.OpinionPaperView, "opinion-paper"),
    _page("<int:pk>/languages/ask/", languages.AskLanguageView, "ask-language"),
    _page("languages/<int:pk>/finish/", languages.FinishLanguageView, "finish-language"),
    _page("languages/<int:pk>/withdraw/", languages.WithdrawLanguageView, "withdraw-language"),
    _page("<int:pk>/propose/", drafting.ProposeView, "propose"),
    _page("<int:pk>/decide/", drafting.DecideView, "decide"),
    _page("<int:pk>/text/fix/", publishing.FixTextView, "fix-text"),
    _page("<int:pk>/sign/paper/", publishing.SignOnPaperView, "sign-on-paper"),
    _page("<int:pk>/sign/digital/", publishing.SignDigitallyView, "sign-digitally"),
    _page("<int:pk>/publication/order/", publishing.PromulgateView, "promulgate"),
    _page("<int:pk>/publication/withhold/", publishing.WithholdView, "withhold"),
    _page("<int:pk>/<str:lang>.pdf", files.PaperView, "paper"),
    _page("<int:pk>/<str:lang>.xml", files.SourceView, "source"),
    _page("originals/<int:pk>/", files.OriginalView, "original"),
]
