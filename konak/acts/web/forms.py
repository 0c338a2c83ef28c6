"""Forms of acts."""

from collections.abc import Iterable
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from konak.acts.models import Body, Proposer
from konak.kernel.i18n import pick
from konak.kernel.i18n.forms import WordsFormField
from konak.kernel.ui.components.inputs import LANGUAGE_NAMES
from konak.kernel.ui.forms import DayField, FileField, Form


class DraftForm(Form):
    case_number = forms.CharField(
        label=_("Case"),
        required=False,
        max_length=24,
        help_text=_("Number of the case, for example 08-155. Empty: a new case of your unit."),
    )
    kind = forms.ChoiceField(label=_("Kind of act"))
    body = forms.ChoiceField(label=_("Who adopts it"), choices=Body.choices, widget=forms.RadioSelect)
    proposer = forms.ChoiceField(label=_("Proposed by"), choices=Proposer.choices)
    amends = forms.ChoiceField(label=_("Act that is amended"), required=False)
    title = WordsFormField(
        label=_("Title"),
        required=False,
        help_text=_(
            "With its kind: „Одлука за …“, „Vendim për …“. Empty where another act is amended: made from it."
        ),
    )

    def __init__(
        self,
        *args: Any,
        kinds: dict[str, Any],
        language: str,
        bases: list[tuple[str, str]],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        names = [(code, pick(kind["name"], language)[0]) for code, kind in kinds.items()]
        self.fields["kind"] = forms.ChoiceField(label=_("Kind of act"), choices=names)
        self.fields["amends"] = forms.ChoiceField(
            label=_("Act that is amended"), choices=[("", _("no act")), *bases], required=False
        )


class Box(forms.CharField):
    """A text in one language. Whether it may stay empty is the deed's to say."""

    def validate(self, value: Any) -> None:
        """Nothing here."""


class TextsForm(Form):
    """One box for each language, with the version it was opened on."""

    def __init__(self, *args: Any, languages: Iterable[str], rows: int = 24, **options: Any) -> None:
        super().__init__(*args, **options)
        self.languages = list(languages)
        for lang in self.languages:
            box = forms.Textarea(attrs={"lang": lang, "rows": str(rows), "spellcheck": "true"})
            self.fields[f"text_{lang}"] = Box(
                label=LANGUAGE_NAMES.get(lang, lang),
                widget=box,
                strip=False,
            )
            self.fields[f"seen_{lang}"] = forms.IntegerField(required=False, widget=forms.HiddenInput)

    @property
    def boxes(self) -> list[forms.BoundField]:
        return [self[f"text_{lang}"] for lang in self.languages]

    def words(self) -> dict[str, str]:
        """What stands in the boxes now: typed, or what the form opened with."""
        return {lang: str(self[f"text_{lang}"].value() or "") for lang in self.languages}

    def seen(self) -> dict[str, int]:
        return {lang: self.cleaned_data.get(f"seen_{lang}") or 0 for lang in self.languages}


class PaperForm(Form):
    fixed_hash = forms.CharField(widget=forms.HiddenInput)
    signed_on = DayField(label=_("Day of signing"))
    scan = FileField(
        label=_("Scan of the signed paper"),
        help_text=_("PDF, at most 25 MB."),
        allow=frozenset({"application/pdf"}),
        limit=25 << 20,
    )


class DigitalForm(Form):
    fixed_hash = forms.CharField(widget=forms.HiddenInput)


class PromulgateForm(Form):
    without = forms.CharField(
        label=_("Why it is published before every language is there"), required=False, widget=forms.Textarea
    )


class WithholdForm(Form):
    reason = WordsFormField(label=_("Reasons why the act is held unlawful"))
