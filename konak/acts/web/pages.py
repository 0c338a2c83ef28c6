"""The list of acts and the page of one act."""

from typing import Any

from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from konak.acts import opinions, queries
from konak.acts.actions.parts import day_of
from konak.acts.consolidation import warned
from konak.acts.flow import ACT
from konak.acts.models import Act, Opinion
from konak.acts.readiness import readiness
from konak.acts.rivals import rivals
from konak.acts.shown import shown, told
from konak.kernel.journal import Ref
from konak.kernel.ui import links
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import ListView, Screen
from konak.laws import office as laws

STATUS = {
    "draft": "plain",
    "proposed": "waiting",
    "adopted": "here",
    "rejected": "bad",
    "fixed": "here",
    "signed": "here",
    "promulgated": "waiting",
    "withheld": "warn",
    "published": "official",
}


def to_list() -> list[tuple[Any, str]]:
    return [(pgettext_lazy("room", "Acts"), reverse("acts:list"))]


class ListOfActs(ListView):
    """Acts by state; first what waits for me, or all when nothing does."""

    template_name = "acts/list.html"
    columns = (
        Column(key="number", label=_("Number"), order=("number",)),
        Column(key="title", label=_("Title")),
        Column(key="state", label=pgettext_lazy("act", "State"), order=("state",)),
        Column(key="day", label=_("Begun"), order=("drafted_at",)),
    )
    sort = "-day"

    @cached_property
    def shown(self) -> str:
        asked = self.request.GET.get("state", "")
        if asked in (*ACT.states, "mine", "all"):
            return asked
        return "mine" if queries.waiting_for(self.actor).exists() else "all"

    def rows(self) -> QuerySet[Act]:
        if self.shown == "mine":
            found = queries.waiting_for(self.actor)
        else:
            found = queries.visible(self.actor)
            found = found if self.shown == "all" else found.filter(state=self.shown)
        return found.select_related("case")

    def extra(self) -> dict[str, Any]:
        here = self.shown
        states = [("mine", _("Waits for me")), ("all", _("All")), *ACT.states.items()]
        return {
            "tabs": [(label, f"?state={code}", code == here) for code, label in states],
            "states": ACT.states,
            "status": STATUS,
        }


class OnAct:
    """One act the actor may see."""

    def act_of(self, pk: int) -> Act:
        act = (
            queries.visible(self.actor)  # type: ignore[attr-defined]
            .select_related("case", "letter", "proposal", "document", "drafted_by", "about", "amends")
            .filter(pk=pk)
            .first()
        )
        if act is None:
            raise Http404
        return act


class ActView(OnAct, Screen):
    """Everything about an act: state, texts, opinions, originals, terms, what may be done next, history."""

    template_name = "acts/act.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        act, day = self.act_of(pk), day_of(self.at)
        standing = queries.standing(act, day)
        mayors = queries.mayors_acts_about(act)
        language = get_language() or "mk"

        def now(opinion: Opinion) -> dict[str, int]:
            return standing.latest if opinion.matter == "draft" else opinions.current(opinion, day)

        open_ = warned(act)
        hidden = set() if open_ else {"settle"}
        if any(one.state == "asked" for one in standing.opinions):
            hidden.add("ask_opinion")  # who has it and until when stands in its place
        steps = [step for step in ACT.open_steps(self.actor, act, day) if step.page]
        return self.show(
            {
                "act": act,
                "standing": standing,
                "state": ACT.states[act.state],
                "status": STATUS[act.state],
                "steps": [step for step in steps if step.verb not in hidden],
                "warned": open_,
                "rivals": rivals(self.actor, act),
                "states": ACT.states,
                "cites": laws.looked_over(Ref.of(act), day),
                "follows": laws.follows(self.actor),
                "keeps": laws.keeps(self.actor),
                "texts": [
                    (text, shown(text.xml, prefix=f"{lang}-", level=4))
                    for lang, text in standing.texts.items()
                ],
                "differences": told(standing.differences),
                "opinions": [
                    (opinion, opinions.outdated(opinion, now(opinion))) for opinion in standing.opinions
                ],
                "ready": readiness(self.actor, standing),
                "originals": queries.originals(act),
                "waiting": next((one for one in standing.opinions if one.state == "asked"), None),
                "mayors": mayors,
                "articles": standing.articles,
                "entries": [(e, e.sentence(language)) for e in opinions.story_of(act, standing.opinions)],
                "case_url": links.url(Ref("registry.case", act.case_id)),
                "letter_url": links.url(Ref("registry.document", act.letter_id)) if act.letter_id else "",
                "crumbs": to_list(),
            }
        )
