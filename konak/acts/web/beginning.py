"""The screen that begins a text from the skeleton of its kind."""

from typing import Any

from django import forms
from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.acts import queries
from konak.acts.actions import beginning
from konak.acts.actions.parts import day_of, read
from konak.acts.law import skeletons
from konak.acts.shown import understood
from konak.acts.web.drafting import OnActDeed
from konak.kernel.i18n import pick
from konak.kernel.norms import on
from konak.kernel.ui.forms import Form


class SkeletonForm(Form):
    skeleton = forms.ChoiceField(label=_("Skeleton"), widget=forms.RadioSelect)
    bases = forms.MultipleChoiceField(
        label=_("Legal bases"), required=False, widget=forms.CheckboxSelectMultiple
    )

    def __init__(
        self,
        *args: Any,
        skeletons: list[tuple[str, str]],
        bases: list[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.fields["skeleton"] = forms.ChoiceField(
            label=_("Skeleton"), choices=skeletons, widget=forms.RadioSelect
        )
        self.fields["bases"] = forms.MultipleChoiceField(
            label=_("Legal bases"),
            choices=bases,
            required=False,
            widget=forms.CheckboxSelectMultiple,
            help_text=_("They stand in the preamble in this order. Fill in what is left blank (___)."),
        )


class BeginView(OnActDeed):
    """Choose a skeleton and legal bases; „show“ gives the text in every language without keeping it."""

    form_class = SkeletonForm
    template_name = "acts/begin.html"
    title = _("Begin the text")
    verb = _("Begin with this text")

    def form_options(self) -> dict[str, Any]:
        day, lang = day_of(self.at), get_language() or "mk"
        known = skeletons.fitting(queries.skeletons(day), self.thing.kind, self.thing.body)
        cited = skeletons.fitting(queries.bases(day), self.thing.kind, self.thing.body)
        of = pick(on(day)["acts.town"].value["of"], lang)[0]
        return {
            "skeletons": [(code, pick(one["name"], lang)[0]) for code, one in known.items()],
            "bases": [(code, pick(one["words"], lang)[0].format(of=of)) for code, one in cited.items()],
        }

    def initial(self) -> dict[str, Any]:
        options = self.form_options()
        return {"skeleton": next((code for code, _name in options["skeletons"]), "")}

    def post(self, request: HttpRequest, **parts: Any) -> HttpResponse:
        if "look" not in request.POST:
            return super().post(request, **parts)
        form = self.form(data=request.POST)
        texts = []
        if form.is_valid():
            said = form.cleaned_data
            found = beginning.first_texts(self.thing, said["skeleton"], said["bases"], day_of(self.at))
            texts = [understood(read(words, lang), f"{lang}-") for lang, words in found.items()]
        context = {"form": form, "thing": self.thing, "texts": texts}
        return self.show(context, 422 if form.errors else 200)

    def deed(self, form: Form) -> Any:
        key = form.cleaned_data["key"] or None
        return beginning.begin_text(self.actor, self.thing, at=self.at, key=key, **form.said)

    def told(self, result: Any) -> Any:
        return _("The text was begun. Fill in its provisions.")

    def next_url(self, result: Any) -> str:
        return reverse("acts:provisions", args=[self.kwargs["pk"]])
