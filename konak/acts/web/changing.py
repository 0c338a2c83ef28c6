"""Screens that amend an act in force: point at a provision, say what changes, write the decision."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries
from konak.acts.actions import at_work
from konak.acts.actions import changing as deeds
from konak.acts.actions.parts import day_of
from konak.acts.consolidation import amending_acts, base_of
from konak.acts.flow import ACT
from konak.acts.law import changes as law
from konak.acts.law import provisions
from konak.acts.models import Act
from konak.acts.rivals import rivals
from konak.acts.shown import differing, understood
from konak.acts.web.drafting import OnActDeed
from konak.acts.web.forms import ChangeForm, TextsForm
from konak.acts.web.pages import OnAct, to_list
from konak.kernel.errors import Reason, Refused
from konak.kernel.i18n import pick
from konak.kernel.ui.views import Screen
from konak.lex.amend import Malformed


class OnChanges(OnAct):
    """A draft that amends an act in force."""

    def amending_act(self) -> Act:
        act = self.act_of(self.kwargs["pk"])  # type: ignore[attr-defined]
        if act.amends is None:
            raise Http404
        return act

    @cached_property
    def base(self) -> law.Base:
        amends = self.amending_act().amends
        assert amends is not None
        return base_of(amends, day_of(self.at))  # type: ignore[attr-defined]

    def outcomes(self, items: list[Any]) -> list[dict[str, Any]]:
        """What items make of the act in force, for the screen, language by language."""
        found = []
        for lang in self.base.trees:
            one = law.outcome(self.base, items, lang)
            new = one.applied.act
            found.append(
                {
                    "lang": lang,
                    "sentences": one.sentences,
                    "changes": differing(self.base.trees[lang], new),
                    "text": understood(new, f"{lang}-new-"),
                    "refused": [(place + 1, words) for place, words in one.refused],
                    "stale": [
                        (lex.cite(stale.path, _language()), stale.words) for stale in one.applied.stale
                    ],
                }
            )
        return found


def _language() -> str:
    return get_language() or "mk"


class ChangesView(OnChanges, Screen):
    """The act in force with a link at each provision, the changes gathered so far, and what comes of them."""

    template_name = "acts/changes.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        act = self.amending_act()
        trees = self.base.trees
        outcomes = self.outcomes(act.changes)
        sentences = zip(*(one["sentences"] for one in outcomes), strict=True)
        return self.show(
            {
                "act": act,
                "base": act.amends,
                "amended_by": amending_acts(act.amends) if act.amends else [],
                "items": [(place, list(zip(trees, row, strict=True))) for place, row in enumerate(sentences)],
                "outcomes": outcomes,
                "rivals": rivals(self.actor, act),
                "states": ACT.states,
                "rows": [
                    (place, lex.cite(place, _language()), [(lang, row.get(lang)) for lang in trees])
                    for place, row in provisions.rows(trees)
                ],
                "may": not ACT.check(self.actor, act, "write", day_of(self.at)),
                "others": at_work.others(self.actor, act, self.at),
                "crumbs": [*to_list(), (act.title, reverse("acts:act", args=[pk]))],
            }
        )


class OnChangesDeed(OnChanges, OnActDeed):
    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*super().crumbs, (_("Amendments"), reverse("acts:changes", args=[self.kwargs["pk"]]))]

    def load(self) -> Act:
        return self.amending_act()

    def next_url(self, result: Any) -> str:
        return reverse("acts:changes", args=[self.kwargs["pk"]])


class AddView(OnChangesDeed):
    """One change; „show“ gives its sentence, the redline and the consolidated text without keeping anything."""

    form_class = ChangeForm
    template_name = "acts/change.html"
    title = _("Change a provision")
    verb = _("Add this change")
    wide = True

    @property
    def lead(self) -> Any:
        return lex.cite(self.kwargs["place"], _language()).capitalize()

    def form_options(self) -> dict[str, Any]:
        tree = next(iter(self.base.trees.values()), None)
        places = law.places(tree, self.kwargs["place"]) if tree else []
        if not places:
            raise Http404
        return {
            "languages": list(self.base.trees),
            "places": [(place, lex.cite(place, _language())) for place in places],
        }

    def initial(self) -> dict[str, Any]:
        return {
            "op": "replace_words",
            "target": self.kwargs["place"],
            "unit": "art",
            "where": "after",
            "days": 8,
        }

    def post(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        if "look" not in request.POST:
            return super().post(request, **parts)
        form = self.form(data=request.POST)
        outcomes = []
        if form.is_valid():
            try:
                outcomes = self.outcomes([self.item(form)])
            except Refused as refused:
                form.refuse(refused)
        return self.page(form, 422 if form.errors else 200, outcomes=outcomes)

    def page(self, form: Any, status: int = 200, **more: Any) -> HttpResponse:
        at_work.come(self.actor, self.thing, "", self.at)
        boxes = [
            (lang, provisions.box_at(tree, self.kwargs["place"])) for lang, tree in self.base.trees.items()
        ]
        now = [(lang, box) for lang, box in boxes if box]
        return self.show({"form": form, "thing": self.thing, "now": now, **more}, status)

    def item(self, form: Any) -> dict[str, dict[str, Any]]:
        """What was said as an item; everything that is missing is refused at once."""
        said, languages = dict(form.said), list(self.base.trees)
        if said["op"] == "insert" and not said.get("number") and said.get("where") != "before":
            tree = next(iter(self.base.trees.values()))
            said["number"] = law.next_number(tree, said["target"], said.get("unit") or "art")
        if gaps := law.missing(said, languages):
            raise Refused(*(Reason(_("Fill this in for the change you chose."), field=name) for name in gaps))
        try:
            return law.item(said, languages)
        except Malformed as fault:
            raise Refused(
                Reason(_("This change cannot be read: %(why)s") % {"why": fault}, field="op")
            ) from fault

    def deed(self, form: Any) -> Any:
        version = form.cleaned_data["version"]
        return deeds.add_changes(self.actor, self.thing, items=[self.item(form)], version=version, at=self.at)

    def told(self, result: Act) -> Any:
        said = deeds.said(result.changes[-1])
        return _("Added: %(said)s") % {"said": pick(said, _language())[0]}


class DropView(OnChangesDeed):
    """Take back one change."""

    title = _("Take back a change")
    verb = _("Take it back")

    def load(self) -> Act:
        act = super().load()
        if not 0 < self.kwargs["number"] <= len(act.changes):
            raise Http404
        return act

    @property
    def lead(self) -> Any:
        return deeds.said(self.thing.changes[self.kwargs["number"] - 1])

    def deed(self, form: Any) -> Any:
        version = form.cleaned_data["version"]
        place = self.kwargs["number"] - 1
        return deeds.drop_change(self.actor, self.thing, place=place, version=version, at=self.at)

    def told(self, result: Any) -> Any:
        return _("The change was taken back.")


class WriteDecisionView(OnChangesDeed):
    """The decision as it will be written, in every language, before it becomes a version."""

    form_class = TextsForm
    template_name = "acts/decision.html"
    title = _("Write the amending decision")
    verb = _("Write it as a version of the draft")
    wide = True

    def form_options(self) -> dict[str, Any]:
        return {"languages": list(self.base.trees)}

    def initial(self) -> dict[str, Any]:
        texts = queries.texts(self.thing)
        return {f"seen_{lang}": texts[lang].number if lang in texts else 0 for lang in self.base.trees}

    def extra(self) -> dict[str, Any]:
        act = self.thing
        texts = deeds.decisions(act, self.base, day_of(self.at)) if act.changes else {}
        shown = [understood(lex.read(text, lang), f"{lang}-") for lang, text in texts.items()]
        return {**super().extra(), "texts": shown}

    def deed(self, form: Any) -> Any:
        version = form.cleaned_data["version"]
        return deeds.write_decision(self.actor, self.thing, version=version, versions=form.seen(), at=self.at)

    def told(self, result: Any) -> Any:
        return _("The amending decision was written as a version of the draft.")

    def next_url(self, result: Any) -> str:
        return reverse("acts:act", args=[self.kwargs["pk"]])
