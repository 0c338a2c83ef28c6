"""Screens of a draft: begin, write, propose; and the mayor's decision."""

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries
from konak.acts.actions import adopting, at_work, drafting
from konak.acts.actions.parts import day_of, read
from konak.acts.consolidation import warned
from konak.acts.flow import ACT
from konak.acts.law import changes
from konak.acts.models import Act, Text
from konak.acts.readiness import misnamed, readiness
from konak.acts.rivals import rivals
from konak.acts.shown import shown, told, understood
from konak.acts.web.autosaving import autosaved
from konak.acts.web.forms import DraftForm, TextsForm
from konak.acts.web.pages import OnAct, to_list
from konak.kernel.errors import Reason, Refused
from konak.kernel.ui.forms import Form
from konak.kernel.ui.views import DeedView
from konak.registry import office as registry


class DraftView(DeedView):
    """Begin a draft, from a case or on the office's own motion."""

    form_class = DraftForm
    template_name = "acts/draft.html"
    title = _("Draft an act")
    verb = _("Begin the draft")

    @cached_property
    def amends(self) -> Act | None:
        """The act in force that the draft will amend, chosen on the screen before."""
        asked = self.request.POST.get("amends") or self.request.GET.get("amends") or ""
        known = asked.isdecimal() and len(asked) < 10
        return queries.amendable(self.actor).filter(pk=asked).first() if known else None

    def initial(self) -> dict[str, Any]:
        asked = self.request.GET.get("case", "")
        case = registry.cases(self.actor).filter(pk=asked).first() if asked.isdigit() else None
        found: dict[str, Any] = {
            "body": "council",
            "kind": "decision",
            "case_number": case.number if case else "",
        }
        if self.amends:
            kind = changes.kind_of(self.amends.kind)
            found |= {"body": self.amends.body, "kind": kind, "amends": self.amends.pk}
        return found

    def form_options(self) -> dict[str, Any]:
        return {"kinds": queries.kinds(day_of(self.at)), "language": get_language() or "mk"}

    def extra(self) -> dict[str, Any]:
        return {**super().extra(), "amends": self.amends}

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_list()

    def deed(self, form: Form) -> Act:
        said = form.said
        number = said.pop("case_number").strip()
        if said.pop("amends") and self.amends is None:
            raise Refused(
                Reason(_("This act cannot be amended."), way_out=_("Choose the act again."), field="amends")
            )
        case = registry.case_by_number(self.actor, number) if number else None
        if number and case is None:
            raise Refused(
                Reason(
                    _("There is no case %(number)s that you may see.") % {"number": number},
                    way_out=_("Check the number in the register."),
                    field="case_number",
                )
            )
        return drafting.draft_from(
            self.actor, case, at=self.at, amends=self.amends, key=form.cleaned_data["key"] or None, **said
        )

    def told(self, result: Act) -> Any:
        if result.amends_id:
            return _("The amending draft was begun. Point at the provision that changes.")
        return _("The draft was begun. Write its text.")

    def next_url(self, result: Act) -> str:
        return reverse("acts:changes" if result.amends_id else "acts:begin", args=[result.pk])


class OnActDeed(OnAct, DeedView):
    """A deed on an act the actor sees."""

    def load(self) -> Act:
        return self.act_of(self.kwargs["pk"])

    @property
    def lead(self) -> Any:
        return self.thing.title

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*to_list(), (self.thing.title, reverse("acts:act", args=[self.thing.pk]))]

    def next_url(self, result: Any) -> str:
        return reverse("acts:act", args=[self.kwargs["pk"]])


class TextsView(OnActDeed):
    """Boxes of text side by side; „show“ reads them without keeping anything."""

    form_class = TextsForm
    wide = True

    def post(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        if "look" in request.POST:
            form = self.form(data=request.POST)
            form.is_valid()
            return self.page(form)
        return super().post(request, **parts)

    def form_options(self) -> dict[str, Any]:
        return {"languages": queries.languages(day_of(self.at))}

    def trees(self, form: TextsForm) -> dict[str, lex.Act]:
        """What stands in the boxes, as it is understood; a box that no tree can hold is left to the deed."""
        found = {}
        for lang, words in form.words().items():
            if words.strip():
                try:
                    found[lang] = read(words, lang)
                except Refused as refused:
                    form.refuse(refused)
        return found


class WriteView(TextsView):
    """The draft in every language, typed or pasted whole, shown below as it is understood."""

    template_name = "acts/write.html"
    title = _("Write the text")
    verb = _("Keep the text")

    def initial(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        for lang, text in queries.texts(self.thing).items():
            found[f"text_{lang}"] = lex.write(queries.tree(text))
            found[f"seen_{lang}"] = text.number
        return found

    def page(self, form: Any, status: int = 200) -> HttpResponse:
        trees = self.trees(form)
        latest = queries.texts(self.thing)
        newer = [
            (text, shown(text.xml, prefix=f"now-{text.lang}-", level=4))
            for text in (self.newer(form) if form.is_bound else ())
        ]
        if newer and status != 200:
            form.go_on({lang: text.number for lang, text in latest.items() if lang in form.languages})
            status = 409
        at_work.come(self.actor, self.thing, "", self.at)
        return self.show(
            {
                "form": form,
                "others": at_work.others(self.actor, self.thing, self.at),
                "thing": self.thing,
                "texts": [understood(tree, f"{lang}-") for lang, tree in trees.items()],
                "differences": told(queries.differences(trees)),
                "misnamed": misnamed(self.thing, trees),
                "newer": newer,
            },
            status,
        )

    def post(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        if "autosave" not in request.POST:
            return super().post(request, **parts)
        form = self.form(data=request.POST)
        at_work.come(self.actor, self.thing, "", self.at)
        return autosaved(self, form, lambda: bool(self.newer(form)))

    def newer(self, form: Any) -> list[Text]:
        """Versions that others wrote since the form was opened."""
        latest = queries.texts(self.thing)
        return [one for lang, one in latest.items() if one.number != form.seen().get(lang)]

    def deed(self, form: Any) -> Any:
        words = {lang: text for lang, text in form.words().items() if text.strip()}
        return drafting.write_texts(self.actor, self.thing, texts=words, versions=form.seen(), at=self.at)

    def told(self, result: Any) -> Any:
        at_work.leave(self.actor, self.thing)
        return _("The text is kept.")


class ProposeView(OnActDeed):
    """What is missing is shown before the proposal; nothing of it blocks."""

    template_name = "acts/propose.html"
    title = _("Propose the act")
    verb = _("Propose")

    def extra(self) -> dict[str, Any]:
        standing = queries.standing(self.thing, day_of(self.at))
        return {
            **super().extra(),
            "ready": readiness(self.actor, standing),
            "differences": told(standing.differences),
            "warned": warned(self.thing),
            "rivals": rivals(self.actor, self.thing),
            "states": ACT.states,
        }

    def deed(self, form: Form) -> Act:
        return drafting.propose(self.actor, self.thing, at=self.at, version=form.cleaned_data["version"])

    def told(self, result: Act) -> Any:
        number = result.proposal.number if result.proposal else ""
        return _("Proposed under number %(number)s.") % {"number": number}


class DecideView(OnActDeed):
    title = _("Adopt as mayor")
    verb = _("Adopt")

    def deed(self, form: Form) -> Act:
        return adopting.decide(self.actor, self.thing, at=self.at, version=form.cleaned_data["version"])

    def told(self, result: Act) -> Any:
        return _("Adopted, number %(number)s.") % {"number": result.number}
