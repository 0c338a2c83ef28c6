"""The screen that settles what of a published amending act could not be carried into the text it amends."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.functional import cached_property
from django.utils.translation import gettext_lazy as _

from konak.acts import consolidation
from konak.acts.actions import consolidating
from konak.acts.actions.consolidating import Answer
from konak.acts.models import Act
from konak.acts.web.drafting import OnActDeed
from konak.kernel.ui.forms import Form


class SettleForm(Form):
    """For each open sentence: a sentence that can be read, or that it does not change the text."""

    def __init__(self, *args: Any, still: Iterable[consolidation.Open], **options: Any) -> None:
        super().__init__(*args, **options)
        self.still = list(still)
        for one in self.still:
            name = f"{one.lang}_{one.place}"
            box = forms.Textarea(attrs={"rows": "3", "lang": one.lang, "spellcheck": "true"})
            self.fields[f"wording_{name}"] = forms.CharField(
                label=_("What the sentence does, in words that can be read"), required=False, widget=box
            )
            self.fields[f"nothing_{name}"] = forms.BooleanField(
                label=_("It does not change the text"), required=False
            )

    @property
    def rows(self) -> list[tuple[consolidation.Open, forms.BoundField, forms.BoundField]]:
        return [
            (one, self[f"wording_{one.lang}_{one.place}"], self[f"nothing_{one.lang}_{one.place}"])
            for one in self.still
        ]

    def answers(self) -> dict[tuple[str, int], Answer]:
        said = self.cleaned_data
        return {
            (one.lang, one.place): Answer(
                said[f"wording_{one.lang}_{one.place}"], said[f"nothing_{one.lang}_{one.place}"]
            )
            for one in self.still
        }


class SettleView(OnActDeed):
    """Every open sentence with the reason why; what was written is read and tried before it is kept."""

    form_class = SettleForm
    template_name = "acts/settle.html"
    title = _("Settle amending sentences")
    verb = _("Settle")

    @cached_property
    def still(self) -> list[consolidation.Open]:
        return [one for one in consolidation.open_sentences(self.thing) if one.place >= 0]

    def form_options(self) -> dict[str, Any]:
        return {"still": self.still}

    def deed(self, form: Any) -> Act:
        return consolidating.settle(
            self.actor,
            self.thing,
            answers=form.answers(),
            at=self.at,
            version=form.cleaned_data["version"],
        )

    def told(self, result: Act) -> Any:
        return _("It is settled; the consolidated text was made anew.")
