"""What regulations ask of the Council and the mayor: by term, entered, met."""

from datetime import timedelta
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.errors import Reason, Refused
from konak.kernel.i18n.forms import WordsFormField
from konak.kernel.ui.forms import DayField, Form
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import DeedView, ListView
from konak.laws import actions, law, queries
from konak.laws.models import Bearer, Obligation, Regulation
from konak.laws.rules import KEEPERS
from konak.laws.web.regulations import OfRegulation, tabs, to_list


class ObligeForm(Form):
    article = forms.CharField(
        label=_("Where it is written"), help_text=_("For example „член 12 став 2“"), max_length=200
    )
    duty = WordsFormField(label=_("What is to be done"))
    bearer = forms.ChoiceField(label=_("Who has to do it"), choices=Bearer.choices, widget=forms.RadioSelect)
    due = DayField(label=_("By when"))


class MeetForm(Form):
    act = forms.CharField(label=_("Number of the act that met it"), max_length=40)
    done_on = DayField(label=_("Day"))


class ObligationsView(ListView):
    """Every obligation by its term; `state` says whether it is past, near, met."""

    template_name = "laws/obligations.html"
    sort = "due"
    columns = (
        Column(key="due", label=_("By when"), order=("due",)),
        Column(key="duty", label=_("What is to be done")),
        Column(key="bearer", label=_("Who has to do it"), order=("bearer",)),
        Column(key="basis", label=_("Legal basis")),
        Column(key="state", label=_("State"), order=("done_on",)),
    )

    def rows(self) -> QuerySet[Obligation]:
        return queries.obligations(self.actor)

    def extra(self) -> dict[str, Any]:
        today = self.at.date()
        return {
            "tabs": tabs("obligations"),
            "may_keep": self.actor.has(*KEEPERS),
            "today": today,
            "soon": today + timedelta(days=queries.NEAR),
        }


class ObligeView(OfRegulation, DeedView):
    form_class = ObligeForm
    title = _("Enter an obligation")
    verb = _("Enter the obligation")

    def load(self) -> Regulation:
        return self.regulation(self.kwargs["pk"])

    @property
    def lead(self) -> Any:
        return self.thing.name

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*to_list(), (self.thing.name, reverse("laws:regulation", args=[self.thing.pk]))]

    def deed(self, form: Form) -> Obligation:
        said = form.said
        places, rest = law.places(said.pop("article"))
        if rest or len(places) != 1:
            raise Refused(
                Reason(
                    _("The place in the regulation was not understood."),
                    way_out=_("Write one place, as „член 12 став 2“."),
                    field="article",
                )
            )
        return actions.oblige(
            self.actor,
            self.thing,
            **said,
            article=places[0],
            at=self.at,
            key=form.cleaned_data["key"] or None,
        )

    def told(self, result: Obligation) -> Any:
        return _("The obligation is entered.")

    def next_url(self, result: Any) -> str:
        return reverse("laws:obligations")


class MeetView(DeedView):
    form_class = MeetForm
    title = _("The obligation is met")
    verb = pgettext_lazy("obligation", "Met")

    def load(self) -> Obligation:
        return self.find(queries.obligations(self.actor), pk=self.kwargs["pk"])

    @property
    def lead(self) -> Any:
        return self.thing.duty

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*to_list(), (_("Obligations"), reverse("laws:obligations"))]

    def initial(self) -> dict[str, Any]:
        return {"done_on": self.at.date()}

    def deed(self, form: Form) -> Obligation:
        act, done_on = form.said["act"], form.said["done_on"]
        return actions.meet(
            self.actor, self.thing, act=act, done_on=done_on, version=form.cleaned_data["version"], at=self.at
        )

    def told(self, result: Obligation) -> Any:
        return _("The obligation is met.")

    def next_url(self, result: Any) -> str:
        return reverse("laws:obligations")
