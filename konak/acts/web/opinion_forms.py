"""Forms of legality opinions, proofreading and translation."""

import json
from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.db.models import QuerySet
from django.utils.translation import get_language, pgettext_lazy
from django.utils.translation import gettext_lazy as _

from konak.acts.actions.opinions import Check
from konak.acts.models import OURS, Matter, View, Work
from konak.kernel.i18n import pick
from konak.kernel.org import Person, persons
from konak.kernel.people import staff
from konak.kernel.ui.components.inputs import LANGUAGE_NAMES
from konak.kernel.ui.forms import DayField, Form

ANSWERS = (("yes", pgettext_lazy("answer", "Yes")), ("no", pgettext_lazy("answer", "No")))


def colleagues(day: date, without: int | None = None) -> QuerySet[Person]:
    """Who works in the house on the day."""
    here = {who.pk for people in staff(day).values() for who in people}
    return persons().filter(pk__in=here - {without})


def _names(languages: Iterable[str]) -> list[tuple[str, Any]]:
    return [(lang, LANGUAGE_NAMES.get(lang, lang)) for lang in languages]


class AskForm(Form):
    of = forms.ModelChoiceField(
        label=pgettext_lazy("opinion", "Of whom"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("any legal officer"),
    )
    due = DayField(
        label=pgettext_lazy("opinion", "By when"),
        required=False,
        help_text=_("Empty: the term of the house."),
    )

    def __init__(self, *args: Any, lawyers: QuerySet[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["of"].queryset = lawyers  # type: ignore[attr-defined]


class AskOnForm(AskForm):
    matter = forms.ChoiceField(
        label=_("What the text is"),
        choices=[(value, label) for value, label in Matter.choices if value not in OURS],
        widget=forms.RadioSelect,
    )
    title = forms.CharField(
        label=_("What the text is called"),
        max_length=400,
        widget=forms.Textarea(attrs={"rows": "2"}),
        help_text=_("With whose it is, for example „Статут на ООУ „…““."),
    )
    language = forms.ChoiceField(label=_("Language of the text"))
    case_number = forms.CharField(
        label=_("Case it came in"),
        required=False,
        max_length=24,
        help_text=_("Number of the case, for example 08-155. Empty: the opinion gets a case of its own."),
    )
    field_order = ("matter", "title", "language", "case_number", "of", "due")

    def __init__(self, *args: Any, languages: Iterable[str], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["language"] = forms.ChoiceField(
            label=_("Language of the text"), choices=_names(languages)
        )


class GiveForm(Form):
    """The table of questions, each yes or no with a remark; verdict and text. Nothing is needed to keep a draft."""

    mine = forms.IntegerField(required=False, widget=forms.HiddenInput)
    seen = forms.CharField(required=False, widget=forms.HiddenInput)
    lang = forms.ChoiceField(label=_("Language of the opinion"))
    verdict = forms.ChoiceField(
        label=_("The text is"), choices=View.choices, widget=forms.RadioSelect, required=False
    )
    text = forms.CharField(
        label=_("Reasons and remarks"), required=False, widget=forms.Textarea(attrs={"rows": "10"})
    )

    def __init__(
        self, *args: Any, questions: list[dict[str, Any]], languages: Iterable[str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.questions, here = questions, get_language() or "mk"
        self.fields["lang"] = forms.ChoiceField(label=_("Language of the opinion"), choices=_names(languages))
        for row in questions:
            self.fields[f"answer_{row['code']}"] = forms.ChoiceField(
                label=pick(row["question"], here)[0],
                help_text=pick(row["basis"], here)[0],
                choices=ANSWERS,
                widget=forms.RadioSelect,
                required=False,
            )
            self.fields[f"remark_{row['code']}"] = forms.CharField(
                label=_("Remark"), required=False, max_length=2000, widget=forms.TextInput
            )

    @property
    def rows(self) -> list[tuple[forms.BoundField, forms.BoundField]]:
        return [(self[f"answer_{row['code']}"], self[f"remark_{row['code']}"]) for row in self.questions]

    def opinion(self) -> dict[str, Any]:
        """What the deeds take."""
        said = self.cleaned_data
        codes = [row["code"] for row in self.questions]
        checks = {code: Check(said[f"answer_{code}"], said[f"remark_{code}"]) for code in codes}
        return {"verdict": said["verdict"], "text": said["text"], "lang": said["lang"], "checks": checks}

    def versions_seen(self) -> dict[str, int]:
        """The versions of the text the form was opened on."""
        try:
            said = json.loads(self.cleaned_data["seen"] or "{}")
        except ValueError:
            return {}
        return said if isinstance(said, dict) else {}


class ShowForm(Form):
    person = forms.ModelChoiceField(label=pgettext_lazy("opinion", "To whom"), queryset=Person.objects.none())

    def __init__(self, *args: Any, people: QuerySet[Person], **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]


class WithdrawForm(Form):
    reason = forms.CharField(
        label=_("Why it is withdrawn"), max_length=2000, widget=forms.Textarea(attrs={"rows": "3"})
    )


class AskLanguageForm(Form):
    work = forms.ChoiceField(label=_("What is asked"), choices=Work.choices, widget=forms.RadioSelect)
    lang = forms.ChoiceField(label=_("Language"))
    person = forms.ModelChoiceField(
        label=_("Person of the house"),
        queryset=Person.objects.none(),
        required=False,
        empty_label=_("nobody"),
    )
    outsider = forms.CharField(
        label=_("Or somebody from outside"),
        required=False,
        max_length=120,
        help_text=_("Name, and the number of the licence of a proofreader."),
    )
    due = DayField(label=pgettext_lazy("opinion", "By when"), required=False)

    def __init__(
        self, *args: Any, people: QuerySet[Person], languages: Iterable[str], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["person"].queryset = people  # type: ignore[attr-defined]
        self.fields["lang"] = forms.ChoiceField(label=_("Language"), choices=_names(languages))


class FinishForm(Form):
    seen = forms.IntegerField(required=False, widget=forms.HiddenInput)
    done_on = DayField(label=_("Day it was done"))
