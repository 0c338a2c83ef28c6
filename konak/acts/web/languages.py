"""Screens of proofreading and translation."""

from typing import Any

from django.http import Http404
from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.acts import queries
from konak.acts.actions import languages as deeds
from konak.acts.actions.parts import day_of
from konak.acts.models import LanguageStep
from konak.acts.web.drafting import OnActDeed
from konak.acts.web.opinion_forms import AskLanguageForm, FinishForm, colleagues
from konak.acts.web.pages import to_list
from konak.kernel.i18n.forms import NAMES
from konak.kernel.ui.forms import Form
from konak.kernel.ui.views import DeedView


class AskLanguageView(OnActDeed):
    form_class = AskLanguageForm
    title = _("Proofreading and translation")
    verb = _("Ask for it")

    def form_options(self) -> dict[str, Any]:
        day = day_of(self.at)
        return {"people": colleagues(day), "languages": queries.languages(day)}

    def deed(self, form: Form) -> LanguageStep:
        version = form.cleaned_data["version"]
        return deeds.ask_language(self.actor, self.thing, at=self.at, version=version, **form.said)

    def told(self, result: LanguageStep) -> Any:
        return _("It was asked for, and stands with the draft.")


class OnStepDeed(DeedView):
    """A deed on the proofreading or translation of an act the actor sees."""

    def load(self) -> LanguageStep:
        seen = queries.visible(self.actor)
        found = LanguageStep.objects.select_related("act", "person").filter(
            act__in=seen, pk=self.kwargs["pk"]
        )
        step = found.first()
        if step is None:
            raise Http404
        return step

    @property
    def lead(self) -> Any:
        return self.thing.act.title

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        act = self.thing.act
        return [*to_list(), (act.title, reverse("acts:act", args=[act.pk]))]

    def extra(self) -> dict[str, Any]:
        return {**super().extra(), "language": NAMES.get(self.thing.lang, self.thing.lang)}

    def next_url(self, result: LanguageStep) -> str:
        return reverse("acts:act", args=[result.act_id])


class FinishLanguageView(OnStepDeed):
    """Proofread or translated: on which day, on the version that stands now."""

    form_class = FinishForm
    template_name = "acts/language_finish.html"
    title = pgettext_lazy("language", "It is done")
    verb = _("Enter that it is done")

    def initial(self) -> dict[str, Any]:
        text = queries.texts(self.thing.act).get(self.thing.lang)
        return {"seen": text.number if text else 0, "done_on": day_of(self.at)}

    def deed(self, form: Form) -> LanguageStep:
        said = form.said
        version = form.cleaned_data["version"]
        return deeds.finish_language(self.actor, self.thing, at=self.at, version=version, **said)

    def told(self, result: LanguageStep) -> Any:
        return _("It is entered, with the version it was done on.")


class WithdrawLanguageView(OnStepDeed):
    template_name = "acts/language_finish.html"
    title = _("Withdraw the request")
    verb = _("Withdraw the request")

    def deed(self, form: Form) -> LanguageStep:
        version = form.cleaned_data["version"]
        return deeds.withdraw_language(self.actor, self.thing, at=self.at, version=version)

    def told(self, result: LanguageStep) -> Any:
        return _("The request is withdrawn.")
