"""Forms of sessions: convening, the agenda, the call, and the votes."""

from typing import Any

from django import forms
from django.utils.translation import gettext_lazy as _

from konak.kernel.i18n.forms import WordsFormField
from konak.kernel.org import Body
from konak.kernel.ui.forms import DayField, Form
from konak.sessions import rules
from konak.sessions.law import Communities
from konak.sessions.models import Again, AskedBy, Choice, Item, ItemKind, Kind

BOTH = ("mk", "sq")
WITHOUT_ACT = [pair for pair in ItemKind.choices if pair[0] != ItemKind.ACT]


class BodyField(forms.ModelChoiceField):
    """A body that meets, by its name in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        return str(rules.said(obj.name))


class ActField(forms.ModelChoiceField):
    """A proposed act by its title."""

    def label_from_instance(self, obj: Any) -> str:
        return str(rules.said(obj.title))


class PlaceForm(Form):
    day = DayField(label=_("Day of the session"))
    hour = forms.TimeField(
        label=_("Hour"),
        help_text=_("For example 10:00"),
        input_formats=["%H:%M", "%H.%M", "%H"],
        widget=forms.TimeInput(format="%H:%M", attrs={"class": "k-short"}),
    )
    place = WordsFormField(label=_("Place"), languages=BOTH)


class ConveneForm(PlaceForm):
    body = BodyField(label=_("Body"), queryset=Body.objects.none(), empty_label=None)
    kind = forms.ChoiceField(label=_("Kind of session"), choices=Kind.choices, initial=Kind.REGULAR)
    asked_by = forms.ChoiceField(
        label=_("Requested by"), choices=[("", _("nobody")), *AskedBy.choices], required=False
    )
    asked_on = DayField(label=_("Day of the request"), required=False, help_text="")
    askers = forms.IntegerField(label=_("How many members asked"), required=False, min_value=1)
    asked_reason = forms.CharField(
        label=_("Reason of the request"), required=False, widget=forms.Textarea(attrs={"rows": 2})
    )
    field_order = ("body", "kind", "day", "hour", "place")

    def __init__(self, *args: Any, bodies: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["body"].queryset = bodies  # type: ignore[attr-defined]
        if not self.initial.get("body"):
            self.initial["body"] = bodies.first()


class ItemForm(Form):
    """A proposed act, or a point under its own words."""

    act = ActField(label=_("Proposed act"), queryset=None, required=False, empty_label=_("without an act"))
    kind = forms.ChoiceField(label=_("Kind of item"), choices=WITHOUT_ACT, required=False, initial="other")
    title = WordsFormField(
        label=_("Title"),
        languages=BOTH,
        required=False,
        help_text=_("An act brings its own title."),
    )
    double = forms.ChoiceField(label=_("Double majority (art. 41(3))"), required=False)
    double_reason = forms.CharField(label=_("Why a double majority"), required=False)

    def __init__(
        self, *args: Any, proposals: Any, subjects: dict[str, dict[str, str]], **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.fields["act"].queryset = proposals  # type: ignore[attr-defined]
        self.fields["double"].choices = [  # type: ignore[attr-defined]
            ("", _("no")),
            *((code, rules.said(name)) for code, name in subjects.items()),
        ]


class CallForm(Form):
    with_papers = forms.BooleanField(label=_("The papers leave with the call"), required=False, initial=True)
    late_reason = forms.CharField(
        label=_("Reason for a term that is not kept"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class PapersForm(Form):
    late_reason = forms.CharField(
        label=_("Reason for a term that is not kept"),
        required=False,
        widget=forms.Textarea(attrs={"rows": 2}),
    )


class WhyForm(Form):
    why = forms.CharField(label=_("Why it is not held"), widget=forms.Textarea(attrs={"rows": 2}))


def _number(label: Any, *, required: bool = True, initial: int | None = None) -> forms.IntegerField:
    return forms.IntegerField(
        label=label,
        min_value=0,
        max_value=999,
        required=required,
        initial=initial,
        widget=forms.NumberInput(attrs={"class": "k-short", "inputmode": "numeric"}),
    )


class TotalsForm(Form):
    """What the clerk counted; an empty total is nobody."""

    present = _number(_("Present, as stated"))
    votes_for = _number(_("For"))
    against = _number(_("Against"), required=False)
    abstained = _number(_("Abstained"), required=False)

    def totals(self) -> dict[str, int]:
        """The four numbers."""
        return {n: self.cleaned_data[n] or 0 for n in ("present", "votes_for", "against", "abstained")}


class AgendaForm(TotalsForm):
    """The place of each item in the adopted agenda; empty takes it off."""

    def __init__(self, *args: Any, items: list[Item], **options: Any) -> None:
        super().__init__(*args, **options)
        self.items = items
        for place, item in enumerate(items, start=1):
            name = f"item_{item.pk}"
            label = f"{item.proposed_number or '＋'}. {rules.said(item.title)}"
            self.fields[name] = _number(label, required=False, initial=place)

    def places(self) -> list[Any]:
        return [self[f"item_{item.pk}"] for item in self.items]

    def numbers(self) -> dict[int, int | None]:
        return {item.pk: self.cleaned_data[f"item_{item.pk}"] for item in self.items}


class AgainForm(Form):
    """Once more: only for an item that is already decided."""

    again = forms.ChoiceField(
        label=_("Counted once more"), choices=[("", _("no")), *Again.choices], required=False
    )
    why = forms.CharField(label=_("Why it is counted again"), required=False)

    def __init__(self, *args: Any, decided: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not decided:
            del self.fields["again"], self.fields["why"]

    def once_more(self) -> dict[str, str]:
        return {name: self.cleaned_data.get(name, "") for name in ("again", "why")}


class VoteForm(AgainForm, TotalsForm):
    communities_present = _number(_("Of the communities: present"), required=False)
    communities_for = _number(_("Of the communities: for"), required=False)

    def __init__(self, *args: Any, double: bool, **options: Any) -> None:
        super().__init__(*args, **options)
        if not double:
            del self.fields["communities_present"], self.fields["communities_for"]

    def second(self) -> Communities | None:
        present = self.cleaned_data.get("communities_present")
        votes_for = self.cleaned_data.get("communities_for")
        if present is None or votes_for is None:
            return None
        return Communities(present=present, votes_for=votes_for)


class RollForm(AgainForm):
    """One choice for each member present."""

    def __init__(self, *args: Any, seats: list[Any], **options: Any) -> None:
        super().__init__(*args, **options)
        self.seats = seats
        for seat in seats:
            self.fields[f"m_{seat.mandate.pk}"] = forms.ChoiceField(
                label=str(seat.mandate.person), choices=Choice.choices, widget=forms.RadioSelect
            )

    def voters(self) -> list[Any]:
        return [self[f"m_{seat.mandate.pk}"] for seat in self.seats]

    def choices(self) -> dict[int, str]:
        return {seat.mandate.pk: self.cleaned_data[f"m_{seat.mandate.pk}"] for seat in self.seats}
