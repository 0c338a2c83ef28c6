"""What the administrator fills in."""

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.kernel.i18n import pick
from konak.kernel.org import holdings, persons, posts, running_on
from konak.kernel.people import LANGUAGE_NAMES
from konak.kernel.ui.forms import DayField, Form


class PersonForm(Form):
    first = forms.CharField(label=_("First name"), max_length=80)
    last = forms.CharField(label=_("Family name"), max_length=80)
    language = forms.ChoiceField(label=_("Language"), choices=list(LANGUAGE_NAMES.items()))
    email = forms.EmailField(label=_("Work e-mail"), required=False)


class PasswordForm(Form):
    """A first password, told to the person by hand; the person changes it in „My account“."""

    password = forms.CharField(
        label=_("First password"),
        help_text=_("At least 12 characters. Give it to the person by hand."),
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}),
        strip=False,
    )

    def clean_password(self) -> str:
        validate_password(self.cleaned_data["password"])
        return str(self.cleaned_data["password"])


class AccountForm(PasswordForm):
    person: Any = forms.ModelChoiceField(label=_("Person"), queryset=None)
    username = forms.CharField(label=_("User name"), max_length=60)
    field_order = ("person", "username", "password")

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = persons()  # type: ignore[attr-defined]


class _Posts(forms.ModelChoiceField):
    def label_from_instance(self, post: Any) -> str:
        return f"{_said(post.title)} ({_said((post.unit or post.body).name)})"


class _Holdings(forms.ModelChoiceField):
    def label_from_instance(self, holding: Any) -> str:
        return f"{holding.person} – {_said(holding.post.title)}"


def _said(words: dict[str, str]) -> str:
    return pick(words, get_language() or "mk")[0]


class AppointForm(Form):
    person: Any = forms.ModelChoiceField(label=_("Person"), queryset=None)
    post = _Posts(label=_("Post"), queryset=None)
    start = DayField(label=_("First day"))
    end = DayField(label=_("Last day"), required=False)
    basis = forms.CharField(label=_("Act it rests on"), max_length=300)

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = persons()  # type: ignore[attr-defined]
        self.fields["post"].queryset = posts()  # type: ignore[attr-defined]


class DeputyForm(Form):
    holding = _Holdings(label=_("Who is absent"), queryset=None)
    deputy: Any = forms.ModelChoiceField(label=_("Who stands for them"), queryset=None)
    start = DayField(label=_("First day"))
    end = DayField(label=_("Last day"))
    basis = forms.CharField(label=_("Authorisation: number and day"), max_length=300)

    def __init__(self, *args: Any, day: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["holding"].queryset = holdings().filter(running_on(day))  # type: ignore[attr-defined]
        self.fields["deputy"].queryset = persons()  # type: ignore[attr-defined]


class LastDayForm(Form):
    end = DayField(label=_("Last day"))
