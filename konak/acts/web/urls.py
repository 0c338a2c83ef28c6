"""Addresses of acts, under /office/acts/."""

from typing import Any

from django.urls import URLPattern, path

from konak.acts.rules import DRAFTERS, READS
from konak.acts.web import (
    beginning,
    changing,
    choosing,
    comments,
    drafting,
    files,
    languages,
    opinions,
    pages,
    previewing,
    provisions,
    publishing,
    reading,
    settling,
    versions,
)
from konak.kernel.people import needs


def _page(route: str, view: Any, name: str, roles: frozenset[str] = READS) -> URLPattern:
    return path(route, needs(*sorted(roles))(view.as_view()), name=name)


app_name = "acts"
urlpatterns = [
    _page("", pages.ListOfActs, "list"),
    _page("new/", drafting.DraftView, "draft", DRAFTERS | {"councillor"}),
    _page("<int:pk>/", pages.ActView, "act"),
    _page("<int:pk>/amends/", choosing.ChooseView, "amend"),
    _page("<int:pk>/amends/<int:base>/", choosing.AmendView, "amend-this"),
    _page("<int:pk>/settle/", settling.SettleView, "settle"),
    _page("<int:pk>/begin/", beginning.BeginView, "begin"),
    _page("<int:pk>/write/", drafting.WriteView, "write"),
    _page("<int:pk>/upload/", reading.UploadView, "upload"),
    _page("<int:pk>/versions/", versions.VersionsView, "versions"),
    _page("<int:pk>/provisions/", provisions.ProvisionsView, "provisions"),
    _page("<int:pk>/provisions/<path:place>/write/", provisions.ProvisionView, "provision"),
    _page("<int:pk>/provisions/<path:place>/shape/", provisions.ShapeView, "shape"),
    _page("<int:pk>/provisions/<path:place>/comment/", comments.CommentView, "comment"),
    _page("<int:pk>/comments/<int:comment>/answer/", comments.AnswerView, "answer-comment"),
    _page("<int:pk>/comments/<int:comment>/settle/", comments.SettleCommentView, "settle-comment"),
    _page("amend/", choosing.ChooseView, "choose", DRAFTERS | {"councillor"}),
    _page("<int:pk>/changes/", changing.ChangesView, "changes"),
    _page("<int:pk>/changes/add/<path:place>/", changing.AddView, "add-change"),
    _page("<int:pk>/changes/<int:number>/drop/", changing.DropView, "drop-change"),
    _page("<int:pk>/changes/write/", changing.WriteDecisionView, "write-decision"),
    _page("<int:pk>/changes/read/", reading.SentencesView, "read-sentences"),
    _page("<int:pk>/if-adopted/", previewing.IfAdoptedView, "if-adopted"),
    _page("<int:pk>/if-adopted/<str:form>.<str:lang>.pdf", previewing.IfAdoptedPaperView, "if-adopted-paper"),
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
