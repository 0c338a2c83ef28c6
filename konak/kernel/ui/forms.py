"""Forms as the office fills them in: days typed as 13.10.2026, and a base that carries version and key."""

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from typing import Any, cast
from uuid import uuid4

from django import forms
from django.core.exceptions import ValidationError
from django.core.validators import MaxValueValidator, MinValueValidator
from django.db.models.fields import BLANK_CHOICE_DASH
from django.http import QueryDict
from django.utils.datastructures import MultiValueDict
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, Refused
from konak.kernel.files import PAPERS, Blob, store
from konak.kernel.i18n import day_digits, parse_day, tidy

YEARS = range(1900, 2200)  # what a paper of this house can bear
LARGEST = 2_147_483_647  # what a column of whole numbers holds


class DayInput(forms.TextInput):
    """One short line for a day."""

    def format_value(self, value: Any) -> str | None:
        if isinstance(value, datetime):
            value = value.date()
        return day_digits(value) if isinstance(value, date) else super().format_value(value)


class DayField(forms.Field):
    """A day typed as 13.10.2026; gives a `date` or None."""

    widget = DayInput
    default_error_messages = {  # noqa: RUF012 (Django's own form)
        "invalid": _("Write the day as 13.10.2026."),
        "year": _("The year %(year)s cannot be right."),
    }

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
        if day.year not in YEARS:
            raise ValidationError(self.error_messages["year"], code="year", params={"year": day.year})
        return day

    def has_changed(self, initial: Any, data: Any) -> bool:
        try:
            return self.to_python(initial) != self.to_python(data)
        except ValidationError:
            return True


class FilesInput(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Any number of papers; gives the list of their `Blob`s, stored and searched for traps."""

    widget: type[forms.FileInput] = FilesInput

    def __init__(self, *, allow: frozenset[str] = PAPERS, limit: int | None = None, **options: Any) -> None:
        super().__init__(**options)
        self.allow, self.limit = allow, limit

    def clean(self, data: Any, initial: Any = None) -> Any:
        """What is wrong with each of the files, all of it; the bytes of good ones wait for the deed."""
        sent = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if self.required and not sent:
            raise ValidationError(self.error_messages["required"], code="required")
        blobs, wrong = list[Blob](), list[ValidationError]()
        for upload in sent:
            try:
                blobs.append(store(upload, name=upload.name, allow=self.allow, limit=self.limit))
            except Refused as refused:
                wrong += [ValidationError(f"{r.text} {r.way_out}".strip()) for r in refused.reasons]
        if wrong:
            raise ValidationError(wrong)
        return blobs


class FileField(FilesField):
    """One paper; gives its `Blob`, or None."""

    widget = forms.FileInput

    def clean(self, data: Any, initial: Any = None) -> Blob | None:
        return next(iter(super().clean(data, initial)), None)


class Form(forms.Form):
    """Base of every form that leads to a deed.

    It carries the version of the thing it was opened on and a key that makes a double click harmless. After a
    refusal `reasons` holds all of them; those that name a field are shown beside it too. What is typed is
    taken without the signs that nobody sees, but for fields with `strip=False` (a password, the text of an act).
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

    def full_clean(self) -> None:
        """Read what was sent: without signs that nobody sees, numbers no larger than a column holds."""
        as_it_is = {self.add_prefix(name) for name, f in self.fields.items() if not getattr(f, "strip", True)}
        self.data = _tidy(self.data, as_it_is)
        for field in self.fields.values():
            if isinstance(field, forms.IntegerField) and field.max_value is None:
                field.validators.append(MaxValueValidator(LARGEST))
            if isinstance(field, forms.IntegerField) and field.min_value is None:
                field.validators.append(MinValueValidator(-LARGEST))
        super().full_clean()

    @property
    def said(self) -> dict[str, Any]:
        """What the person said, without version and key."""
        return {name: value for name, value in self.cleaned_data.items() if name not in ("version", "key")}

    def refuse(self, refused: Refused) -> None:
        """Show why the deed was refused; the typed text stays."""
        self.reasons = refused.reasons
        for reason in refused.reasons:
            self.add_error(reason.field if reason.field in self.fields else None, str(reason.text))

    def choose_again(self, names: Iterable[str]) -> None:
        """A browser keeps no chosen file: say beside the field which ones have to be chosen again."""
        if lost := ", ".join(names):
            for bound in self:
                if isinstance(bound.field, forms.FileField):
                    bound.help_text = gettext("Choose again: %(names)s") % {"names": lost}

    def carry(self, version: int | None) -> None:
        """After a refusal that told what others changed: go on from the present version."""
        self.data = cast(QueryDict, self.data).copy()
        self.data[self.add_prefix("version")] = "" if version is None else str(version)


def _tidy(data: Mapping[str, Any], as_it_is: set[str]) -> Mapping[str, Any]:
    """What was sent, without signs that nobody sees; but for the fields in `as_it_is`."""
    if not isinstance(data, MultiValueDict):
        return {
            name: tidy(v) if isinstance(v, str) and name not in as_it_is else v for name, v in data.items()
        }
    clean = data.copy()
    for name, values in data.lists():
        if name not in as_it_is:
            clean.setlist(name, [tidy(value) for value in values])
    return cast(Mapping[str, Any], clean)
