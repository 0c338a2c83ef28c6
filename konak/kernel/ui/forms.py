"""Forms as the office fills them in: days typed as 13.10.2026, and a base that carries version and key."""

from datetime import date, datetime
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.db.models.fields import BLANK_CHOICE_DASH
from django.http import QueryDict
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, Refused
from konak.kernel.i18n import day_digits, parse_day


class DayInput(forms.TextInput):
    """One short line for a day."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, datetime):
            value = value.date()
        return day_digits(value) if isinstance(value, date) else super().format_value(value)


class DayField(forms.Field):
    """A day typed as 13.10.2026; gives a `date` or None."""

    widget = DayInput
    default_error_messages = {"invalid": _("Write the day as 13.10.2026.")}  # noqa: RUF012 (Django's own form)

    def __init__(self, **options: Any) -> None:
        options.setdefault("help_text", _("For example 13.10.2026"))
        super().__init__(**options)

    def widget_attrs(self, widget: forms.Widget) -> dict[str, str]:
        return {"autocomplete": "off"}

    def to_python(self, value: Any) -> date | None:
        if value in self.empty_values:
            return None
        if isinstance(value, datetime):
            return value.date()
        if isinstance(value, date):
            return value
        day = parse_day(str(value))
        if day is None:
            raise ValidationError(self.error_messages["invalid"], code="invalid")
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class Form(forms.Form):
    """Base of every form that leads to a deed.

    It carries the version of the thing it was opened on and a key that makes a double click harmless. After a
    refusal `reasons` holds all of them; those that name a field are shown beside it too.
    """

    version = forms.IntegerField(required=False, widget=forms.HiddenInput)
    key = forms.CharField(required=False, max_length=64, widget=forms.HiddenInput)

    use_required_attribute = False

    def __init__(self, *args: Any, **options: Any) -> None:
        options.setdefault("label_suffix", "")
        super().__init__(*args, **options)
        self.initial.setdefault("key", uuid4().hex)
        for field in self.fields.values():
            if getattr(field, "empty_label", None) == BLANK_CHOICE_DASH[0][1]:
                field.empty_label = _("choose from the list")  # type: ignore[attr-defined]
        self.reasons: tuple[Reason, ...] = ()

    @property
    def said(self) -> dict[str, Any]:
        """What the person said, without version and key."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("version", "key")}

    def refuse(self, refused: Refused) -> None:
        """Show why the deed was refused; the typed text stays."""
        self.reasons = refused.reasons
        for reason in refused.reasons:
            self.add_error(reason.field if reason.field in self.fields else None, str(reason.text))

    def carry(self, version: int | None) -> None:
        """After a refusal that told what others changed: go on from the present version."""
        self.data = cast(QueryDict, self.data).copy()
        self.data[self.add_prefix("version")] = "" if version is None else str(version)
