"""How a deviation is typed: each shape of value has its own field."""

import json
from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Text
from konak.kernel.i18n import Words
from konak.kernel.i18n.forms import WordsFormField, WordsWidget
from konak.kernel.ui.forms import DayField, Form

from .shape import NEEDED, Kind
from .showing import as_json


class LinesField(forms.CharField):
    """A list of texts, one a line."""

    widget = forms.Textarea(attrs={"rows": "8"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value) or ""
        return [line.strip() for line in text.splitlines() if line.strip()]


class LongWordsField(WordsFormField):
    """Words of several lines."""

    def __init__(self, *, languages: tuple[str, ...], **options: Any) -> None:
        widget = WordsWidget(languages)
        widget.widgets = [forms.Textarea(attrs={"lang": language, "rows": "5"}) for language in languages]
        super().__init__(languages=languages, widget=widget, **options)

    def compress(self, data_list: list[str]) -> Words:
        return {
            language: text.replace("\r\n", "\n") for language, text in super().compress(data_list).items()
        }


class TableField(forms.CharField):
    """A table as JSON."""

    widget = forms.Textarea(attrs={"spellcheck": "false"})

    def to_python(self, value: Any) -> Any:
        text = super().to_python(value)
        try:
            return json.loads(text) if text else text
        except ValueError as fault:
            raise forms.ValidationError(_("This is not JSON."), code="invalid") from fault


def value_field(kind: Kind, initial: Any) -> forms.Field:
    """The field for a value of this kind, opened with the value that holds."""
    label: Text = _("Value")
    if kind == "yes or no":
        return forms.TypedChoiceField(
            label=label,
            choices=[("yes", _("yes")), ("no", _("no"))],
            coerce=lambda chosen: chosen == "yes",
            widget=forms.RadioSelect,
            initial="yes" if initial else "no",
            empty_value=None,
        )
    if kind == "number":
        return forms.IntegerField(label=label, initial=initial)
    if kind == "list":
        return LinesField(label=label, initial="\n".join(initial), help_text=_("One a line"))
    if kind == "words":
        long = any("\n" in text for text in initial.values())
        words = LongWordsField if long else WordsFormField
        return words(label=label, languages=tuple(initial), needed=NEEDED, initial=initial)
    if kind == "table":
        text = as_json(initial)
        field = TableField(label=label, initial=text, help_text=_("JSON, shaped as above"))
        field.widget.attrs["rows"] = str(min(text.count("\n") + 2, 24))
        return field
    return forms.CharField(label=label, initial=initial)


class DeviationForm(Form):
    """Value, the basis it rests on, and from which day."""

    basis = WordsFormField(
        label=_("Basis"), help_text=_("The decision: kind, number and day"), needed=("mk", "sq")
    )
    valid_from = DayField(label=_("Valid from"))
    valid_to = DayField(
        label=_("Last day"), help_text=_("Empty: until something else is entered"), required=False
    )
    field_order = ("value", "basis", "valid_from", "valid_to")

    def __init__(self, *args: Any, kind: Kind, held: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["value"] = value_field(kind, held)
        self.order_fields(self.field_order)
