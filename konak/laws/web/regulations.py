"""Regulations we rest on: the list, one of them with what rests on it, entering one, recording a change."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.kernel.errors import Reason, Refused
from konak.kernel.i18n.forms import NAMES, WordsFormField
from konak.kernel.journal import Ref, history
from konak.kernel.ui import links
from konak.kernel.ui.forms import DayField, Form
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import DeedView, ListView, Screen
from konak.laws import actions, law, queries, resting
from konak.laws.models import ChangeKind, Citation, LawChange, Regulation, RegulationKind
from konak.laws.rules import KEEPERS

WATCH = _("Law watch")


def tabs(here: str) -> list[tuple[Any, str, bool]]:
    """The three lists of the room."""
    lists = ((_("Regulations"), "list"), (_("Reading log"), "log"), (_("Obligations"), "obligations"))
    return [(label, reverse(f"laws:{name}"), name == here) for label, name in lists]


def to_list() -> list[tuple[Any, str]]:
    return [(WATCH, reverse("laws:list"))]


def issues_of(said: str) -> list[str]:
    """Issues as typed, one after another: „5/2002, 202/2024“."""
    return said.replace(",", " ").replace(";", " ").split()


class FollowForm(Form):
    kind = forms.ChoiceField(label=_("Kind"), choices=RegulationKind.choices)
    name = WordsFormField(label=_("Name"), help_text=_("As it is cited: „Закон за локалната самоуправа“."))
    issues = forms.CharField(
        label=_("Issues of the Official Gazette"),
        help_text=_("One after another: 5/2002, 202/2024"),
        max_length=600,
    )


class ChangeForm(Form):
    kind = forms.ChoiceField(label=_("What happened"), choices=ChangeKind.choices, widget=forms.RadioSelect)
    issue = forms.CharField(label=_("Issue of the Official Gazette"), max_length=12)
    published_on = DayField(label=_("Published on"))
    from_day = DayField(label=_("In force from"))
    articles = forms.CharField(
        label=_("What was changed"),
        required=False,
        max_length=1000,
        help_text=_("As the gazette says it: „член 36 став 1 и член 40“. Empty: all of it."),
    )
    note = forms.CharField(label=_("Note"), required=False, widget=forms.Textarea, max_length=4000)


class RegulationsView(ListView):
    """Every regulation of the watch, with how many of our texts cite it."""

    template_name = "laws/regulations.html"
    sort = "name"
    columns = (
        Column(key="name", label=_("Regulation"), order=("name__mk",)),
        Column(key="kind", label=_("Kind"), order=("kind",)),
        Column(key="issues", label=_("Issues of the Official Gazette")),
        Column(key="resting", label=_("Our texts that cite it"), numeric=True),
        Column(key="state", label=_("State"), order=("ended_on",)),
    )

    def rows(self) -> QuerySet[Regulation]:
        return queries.found(self.actor, self.request.GET.get("text", ""))

    def show(self, context: dict[str, Any], status: int = 200) -> HttpResponse:
        counted = resting.counted(context["page"].object_list)
        for row in context["page"].object_list:
            row.texts = counted[row.pk]
        return super().show(context, status)

    def extra(self) -> dict[str, Any]:
        return {
            "today": self.at.date(),
            "tabs": tabs("list"),
            "text": self.request.GET.get("text", ""),
            "may_keep": self.actor.has(*KEEPERS),
        }


class OfRegulation:
    """One regulation that the actor may see."""

    def regulation(self, pk: int) -> Regulation:
        found = queries.regulations(self.actor).filter(pk=pk).first()  # type: ignore[attr-defined]
        if found is None:
            raise Http404
        return found


def rests(
    regulation: Regulation, cited: Sequence[Citation], changes: list[LawChange], day: date
) -> list[dict[str, Any]]:
    """The texts that cite, each with its places in words and the changes since."""
    lang = get_language() or "mk"
    found: dict[Ref, dict[str, Any]] = {}
    for one in cited:
        row = found.setdefault(one.about, {"title": one.title, "url": links.url(one.about), "places": []})
        doubts = resting.judged(one, regulation, changes, day)
        row["places"].append(
            {
                "unit": lex.cite(one.unit, lang),
                "language": NAMES.get(one.lang, one.lang),
                "targets": [lex.cite(target, lang) for target in one.targets],
                "changed": [doubt.change for doubt in doubts if doubt.change],
            }
        )
    return list(found.values())


class RegulationView(OfRegulation, Screen):
    """One regulation: where it stands, what changed, which of our texts cite which of its articles."""

    template_name = "laws/regulation.html"

    def get(self, request: HttpRequest, pk: int) -> HttpResponse:
        regulation, lang = self.regulation(pk), get_language() or "mk"
        changes = queries.changes(regulation)
        return self.show(
            {
                "regulation": regulation,
                "crumbs": to_list(),
                "may_keep": self.actor.has(*KEEPERS),
                "may_change": not regulation.ended(self.at.date()),
                "changes": [
                    (one, [lex.cite(target, lang) for target in one.articles]) for one in reversed(changes)
                ],
                "resting": rests(
                    regulation, list(resting.citations(self.actor, regulation)), changes, self.at.date()
                ),
                "obligations": queries.obligations(self.actor).filter(regulation=regulation),
                "entries": [(entry.at, entry.sentence(lang)) for entry in history(Ref.of(regulation))],
                "today": self.at.date(),
            }
        )


class FollowView(DeedView):
    form_class = FollowForm
    title = _("Enter a regulation")
    verb = _("Enter")

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_list()

    def initial(self) -> dict[str, Any]:
        """As a text of ours cites it, where the form was opened from there (`cited`)."""
        told = self.request.GET.get("cited", "")
        one = queries.cited(self.actor, int(told)) if told.isascii() and told.isdigit() else None
        if one is None:
            return {}
        return {
            "kind": law.kind(one.name),
            "name": {one.lang: law.named(one.name)},
            "issues": ", ".join(one.issues),
        }

    def deed(self, form: Form) -> Regulation:
        said = form.said
        issues = issues_of(said.pop("issues"))
        return actions.follow(
            self.actor, **said, issues=issues, at=self.at, key=form.cleaned_data["key"] or None
        )

    def told(self, result: Regulation) -> Any:
        return _("The regulation stands in the law watch.")

    def next_url(self, result: Any) -> str:
        return reverse("laws:regulation", args=[result.pk])


class ChangeView(OfRegulation, DeedView):
    """Record a change; „show“ lists beforehand which of our texts rest on what was changed."""

    form_class = ChangeForm
    template_name = "laws/change.html"
    title = _("Record a change")
    verb = _("Record the change")

    def load(self) -> Regulation:
        return self.regulation(self.kwargs["pk"])

    @property
    def lead(self) -> Any:
        return self.thing.name

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*to_list(), (self.thing.name, reverse("laws:regulation", args=[self.thing.pk]))]

    def initial(self) -> dict[str, Any]:
        return {"kind": self.request.GET.get("kind", "amended"), "issue": self.request.GET.get("issue", "")}

    def post(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        if "look" in request.POST:
            form = self.form(data=request.POST)
            form.is_valid()
            return self.page(form)
        return super().post(request, **parts)

    def page(self, form: Form, status: int = 200) -> HttpResponse:
        return self.show({"form": form, "thing": self.thing, **self.looked(form)}, status)

    def looked(self, form: Form) -> dict[str, Any]:
        """What the typed places are, and what of ours rests on them."""
        if not form.is_bound:
            return {"looked": False}
        places, rest = law.places(str(form.data.get("articles", "")))
        lang = get_language() or "mk"
        cited = [one for several in resting.resting(self.thing, places).values() for one in several]
        return {
            "looked": True,
            "places": [lex.cite(place, lang) for place in places],
            "unread": rest,
            "resting": rests(self.thing, cited, [], self.at.date()),
        }

    def deed(self, form: Form) -> LawChange:
        said = form.said
        places, rest = law.places(said.pop("articles"))
        if rest:
            raise Refused(
                Reason(
                    _("Of the places this was not understood: %(rest)s") % {"rest": rest},
                    way_out=_("Write only articles, paragraphs and points, as „член 36 став 1“."),
                    field="articles",
                )
            )
        version = form.cleaned_data["version"]
        return actions.record_change(
            self.actor,
            self.thing,
            **said,
            articles=places,
            version=version,
            at=self.at,
            key=form.cleaned_data["key"] or None,
        )

    def told(self, result: Any) -> Any:
        return _("The change is recorded; the legal officer has a task for each act that rests on it.")

    def next_url(self, result: Any) -> str:
        return reverse("laws:regulation", args=[self.kwargs["pk"]])
