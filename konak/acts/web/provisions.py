"""Screens of a draft provision by provision."""

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language, ngettext
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts import queries
from konak.acts.actions import at_work
from konak.acts.actions import provisions as deeds
from konak.acts.actions.parts import day_of
from konak.acts.flow import ACT
from konak.acts.law import provisions as law
from konak.acts.models import Text
from konak.acts.shown import differing, told
from konak.acts.web.autosaving import autosaved
from konak.acts.web.comments import Talk
from konak.acts.web.drafting import OnActDeed
from konak.acts.web.forms import ProvisionForm, ShapeForm
from konak.acts.web.pages import OnAct, to_list
from konak.kernel.ui.views import Screen


class ProvisionsView(OnAct, Screen):
    """The draft as a list of boxes, the languages side by side, each with what may be done to it."""

    template_name = "acts/provisions.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        act = self.act_of(pk)
        latest = queries.texts(act)
        trees = {lang: queries.tree(text) for lang, text in latest.items()}
        language = get_language() or "mk"
        shown = dict(law.rows(trees))
        talk = Talk.of(self.actor, act)
        return self.show(
            {
                "act": act,
                "rows": [
                    (
                        place,
                        lex.cite(place, language),
                        [(lang, row.get(lang)) for lang in trees],
                        talk.on(place),
                    )
                    for place, row in shown.items()
                ],
                "texts": latest,
                "heads": [
                    (lang, " ".join(filter(None, (tree.preamble, tree.enacting))), tree.kind_text, tree.title)
                    for lang, tree in trees.items()
                ],
                "may": not ACT.check(self.actor, act, "write", day_of(self.at)),
                "may_comment": not ACT.check(self.actor, act, "comment", day_of(self.at)),
                "others": at_work.others(self.actor, act, self.at),
                "lost": talk.lost(list(shown)),
                "nowhere": [
                    (lang, lex.cite(one.place, language), one)
                    for lang, tree in trees.items()
                    for one in ([] if act.amends_id else law.nowhere(tree))
                ],
                "differences": told(queries.differences(trees)),
                "crumbs": [*to_list(), (act.title, reverse("acts:act", args=[pk]))],
            }
        )


class _OnProvision(OnActDeed):
    """A deed on one provision of a draft; `place` is its address."""

    @property
    def place(self) -> str:
        return str(self.kwargs["place"])

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*super().crumbs, (_("Provisions"), reverse("acts:provisions", args=[self.thing.pk]))]

    def next_url(self, result: Any) -> str:
        return reverse("acts:provisions", args=[self.kwargs["pk"]])


class ProvisionView(_OnProvision):
    """The words of one provision in every language."""

    form_class = ProvisionForm
    template_name = "acts/provision.html"
    verb = _("Keep the provision")

    @property
    def title(self) -> Any:  # type: ignore[override]
        return lex.cite(self.place, get_language() or "mk").capitalize()

    def boxes(self) -> dict[str, law.Box]:
        found = {}
        for lang, text in queries.texts(self.thing).items():
            if box := law.box_at(queries.tree(text), self.place):
                found[lang] = box
        if not found:
            raise Http404
        return found

    def form_options(self) -> dict[str, Any]:
        return {"languages": list(self.boxes())}

    def initial(self) -> dict[str, Any]:
        found: dict[str, Any] = {}
        texts = queries.texts(self.thing)
        for lang, box in self.boxes().items():
            found |= {f"text_{lang}": box.lines, f"heading_{lang}": box.unit.heading}
            found[f"seen_{lang}"] = texts[lang].number
        return found

    def get(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        answer = super().get(request, **parts)
        at_work.come(self.actor, self.thing, self.place, self.at)
        return answer

    def post(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        """The button; or the script that keeps what is typed, by the same deed, and hears what became of it."""
        if "autosave" not in request.POST:
            return super().post(request, **parts)
        form = self.form(data=request.POST)
        at_work.come(self.actor, self.thing, self.place, self.at)
        return autosaved(self, form, lambda: bool(self.newer(form)))

    def newer(self, form: Any) -> list[tuple[Text, law.Box | None]]:
        """What others made of this provision since the form was opened."""
        if not form.is_bound:
            return []
        return deeds.touched(self.thing, self.place, queries.texts(self.thing), form.seen())

    def page(self, form: Any, status: int = 200) -> HttpResponse:
        newer = self.newer(form)
        compared = [(text, box, self.against(text, form)) for text, box in newer]
        if newer:
            form.go_on({text.lang: text.number for text, _box in newer})
        talk = Talk.of(self.actor, self.thing)
        context = {
            "form": form,
            "thing": self.thing,
            "newer": compared,
            "others": at_work.others(self.actor, self.thing, self.at),
            "talk": talk.on(self.place),
            "may_comment": not ACT.check(self.actor, self.thing, "comment", day_of(self.at)),
        }
        return self.show(context, 409 if newer else status)

    def against(self, text: Text, form: Any) -> list[Any]:
        """What the words in the form change in the newer text; nothing where they cannot be read."""
        tree = queries.tree(text)
        heading, lines = form.typed()[text.lang]
        try:
            return differing(tree, law.written(tree, self.place, heading, lines))
        except law.Unfit:
            return []

    def deed(self, form: Any) -> Any:
        return deeds.write_provision(
            self.actor, self.thing, self.place, typed=form.typed(), versions=form.seen(), at=self.at
        )

    def told(self, result: Any) -> Any:
        at_work.leave(self.actor, self.thing)
        return _("The provision is kept.")


class ShapeView(_OnProvision):
    """Add, split, merge, move or remove one provision, or renew all numbers."""

    form_class = ShapeForm
    template_name = "acts/shape.html"
    title = _("Change the list of provisions")
    verb = _("Do it")

    def form_options(self) -> dict[str, Any]:
        return {"languages": list(queries.texts(self.thing))}

    def initial(self) -> dict[str, Any]:
        texts = queries.texts(self.thing)
        return {f"seen_{lang}": one.number for lang, one in texts.items()}

    @property
    def lead(self) -> Any:
        return lex.cite(self.place, get_language() or "mk")

    def deed(self, form: Any) -> Any:
        said = form.cleaned_data
        return deeds.shape(
            self.actor,
            self.thing,
            self.place,
            how=said["how"],
            line=said.get("line") or 0,
            versions=form.seen(),
            at=self.at,
        )

    def told(self, result: Any) -> Any:
        repairs = result[1]
        changed = [f"„{one.before}“ → „{one.after}“" for _lang, one in repairs if one.after]
        left = [f"„{one.before}“" for _lang, one in repairs if not one.after]
        said = [str(_("The list of provisions was changed."))]
        if changed:
            n = len(changed)
            said.append(
                ngettext("%(n)s reference was repaired:", "%(n)s references were repaired:", n) % {"n": n}
            )
            said.append("; ".join(changed) + ".")
        if left:
            said.append(str(_("Look at these yourself:")))
            said.append("; ".join(left) + ".")
        return " ".join(said)

    def next_url(self, result: Any) -> str:
        place = result[0]
        if place != self.place:
            return reverse("acts:provision", args=[self.kwargs["pk"], place])
        return super().next_url(result)
