"""Forms of the писарница. Each says all that is wrong at once: what is badly written, and what the rules miss."""

from collections.abc import Iterable
from datetime import datetime, time
from typing import Any

from django import forms
from django.conf import settings
from django.utils.translation import get_language, gettext
from django.utils.translation import gettext_lazy as _

from konak.contacts import office as contacts
from konak.kernel import clock
from konak.kernel.clock import Due
from konak.kernel.errors import Reason, Refused, gather
from konak.kernel.i18n import pick
from konak.kernel.journal import Actor
from konak.kernel.people import Staff
from konak.kernel.ui.forms import DayField, FilesField, Form
from konak.registry import rules
from konak.registry.actions import Late
from konak.registry.marks import Mark
from konak.registry.models import Case, Channel, Way
from konak.registry.queries import case_by_number
from konak.registry.terms import TERMS


def languages() -> list[tuple[str, Any]]:
    return [(code, name) for code, name in settings.LANGUAGES]


def mark_choices(marks: Iterable[Mark]) -> list[tuple[str, str]]:
    lang = get_language() or "mk"
    return [("", ""), *((m.code, f"{m.code} {pick(m.name, lang)[0]}") for m in marks)]


class UnitField(forms.ModelChoiceField):
    """A unit of the house by its name in the reader's language."""

    def label_from_instance(self, obj: Any) -> str:
        return pick(obj.name, get_language() or "mk")[0]


class SayingAll(Form):
    """A form whose refusal holds what is badly written together with what the rules say."""

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        """What the rules say of what could be read; `said` has None for what could not."""
        return ()

    def clean(self) -> dict[str, Any]:
        read = super().clean() or self.cleaned_data
        written = [
            Reason(message, field=name)
            for name, errors in self.errors.as_data().items()
            for error in errors
            if error.code != "required"
            for message in error.messages
        ]
        said = {name: read.get(name) for name in self.fields}
        found = [r for r in self.checks(said) if r.field not in {w.field for w in written}]
        self.errors.clear()
        if reasons := gather(written, found):
            self.refuse(Refused(*reasons))
            named = [
                w if self[w.field].is_hidden else w._replace(text=f"{self[w.field].label}: {w.text}")
                for w in written
            ]
            self.reasons = gather(named, found)
        return self.cleaned_data


class PartyForm(SayingAll):
    """The lines that name a correspondent: one of the list, or a new one."""

    name = forms.CharField(
        label=_("Sender"),
        max_length=400,
        help_text=_("Choose from the list, or write a new name."),
        widget=forms.TextInput(attrs={"list": "parties", "autocomplete": "off", "autofocus": True}),
    )
    kind = forms.ChoiceField(label=_("Kind"), choices=contacts.PartyKind.choices, initial="person")
    address = forms.CharField(label=_("Address"), max_length=200, required=False)
    email = forms.CharField(label=_("E-mail"), max_length=254, required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    language = forms.ChoiceField(label=_("Language"), choices=languages)

    actor: Actor

    def party(self) -> contacts.Party | contacts.NewParty | None:
        """Whom the lines name; None when they name nobody."""
        said = {
            line: str(self.cleaned_data.get(line) or "").strip()
            for line in ("name", "address", "email", "phone", "kind", "language")
        }
        if not (said["name"] or said["address"] or said["email"] or said["phone"]):
            return None
        return contacts.typed(self.actor, said["name"]) or contacts.NewParty(**said)


class LateForm(SayingAll):
    """The lines for what is entered after its time."""

    stated_on = DayField(label=_("Day it belongs to"), required=False)
    stated_hour = forms.TimeField(
        label=_("Hour"), required=False, widget=forms.TextInput(attrs={"inputmode": "numeric"})
    )
    late_reason = forms.CharField(label=_("Why it is entered late"), max_length=400, required=False)

    def late(self, said: dict[str, Any]) -> Late | None:
        """What the lines say; None when they say nothing. Without an hour the working day's first is meant."""
        day, hour, reason = (said.get(name) for name in ("stated_on", "stated_hour", "late_reason"))
        if not (day or hour or reason):
            return None
        today = clock.now().astimezone(clock.ZONE).date()
        moment = datetime.combine(day or today, hour or time(8), tzinfo=clock.ZONE)
        return Late(moment, reason or "")

    def late_checks(self, said: dict[str, Any]) -> list[Reason]:
        """What is wrong with the lines."""
        late = self.late(said)
        return rules.sound_late(late, clock.now())


class RegisterForm(LateForm, PartyForm):
    """One page for a letter that came in."""

    sender_number = forms.CharField(label=_("Sender's number"), max_length=60, required=False)
    sender_date = DayField(label=_("Sender's date"), required=False, help_text="")
    subject = forms.CharField(label=_("Subject"), widget=forms.Textarea(attrs={"rows": 2}))
    mark = forms.ChoiceField(label=_("Archive mark"))
    unit = UnitField(label=_("To whom"), queryset=None, empty_label="")
    term = forms.ChoiceField(label=_("Legal term"), required=False)
    channel = forms.ChoiceField(label=_("How it came"), choices=Channel.choices, initial="counter")
    received_on = DayField(label=_("Received on"), help_text="")
    enclosures = forms.IntegerField(
        label=_("Enclosures"), required=False, initial=0, min_value=0, max_value=9999
    )
    case = forms.CharField(
        label=_("Into the case"),
        max_length=20,
        required=False,
        help_text=_("A number as 08-155; empty opens a new case."),
    )
    files = FilesField(label=_("Scan"), required=False)  # type: ignore[assignment]

    def __init__(
        self,
        *args: Any,
        actor: Actor,
        marks: dict[str, Mark],
        units: Any,
        terms: dict[str, Due],
        **options: Any,
    ) -> None:
        super().__init__(*args, **options)
        self.actor, self.marks = actor, marks
        self.fields["mark"].choices = mark_choices(marks.values())  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]
        self.fields["term"].choices = [  # type: ignore[attr-defined]
            ("", gettext("No legal term")),
            *((key, TERMS[key]) for key in terms),
        ]

    def clean_case(self) -> Case | None:
        text = self.cleaned_data["case"]
        if not text:
            return None
        case = case_by_number(self.actor, text)
        if case is None:
            raise forms.ValidationError(gettext("There is no case with this number."))
        return case

    def clean_enclosures(self) -> int:
        return self.cleaned_data["enclosures"] or 0

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        return self.late_checks(said) + rules.sound_incoming(
            party=self.party(),
            today=self.initial["today"],
            marks=self.marks,
            subject=said["subject"] or "",
            language=said["language"] or "",
            mark=said["mark"] or "",
            unit=said["unit"],
            received_on=said["received_on"],
            channel=said["channel"] or "",
            sender_date=said["sender_date"],
            enclosures=said["enclosures"] or 0,
            term=said["term"] or "",
            case=said["case"],
        )


class PaperForm(LateForm):
    """A document the house writes."""

    subject = forms.CharField(label=_("Subject"), widget=forms.Textarea(attrs={"rows": 2}))
    mark = forms.ChoiceField(label=_("Archive mark"))
    language = forms.ChoiceField(label=_("Language"), choices=languages)
    files = FilesField(label=_("Files"), required=False)  # type: ignore[assignment]

    direction = "internal"

    def __init__(self, *args: Any, actor: Actor, case: Case, marks: dict[str, Mark], **options: Any) -> None:
        super().__init__(*args, **options)
        self.actor, self.case, self.marks = actor, case, {*marks, case.mark}
        self.fields["mark"].choices = mark_choices(marks.values())  # type: ignore[attr-defined]

    def party(self) -> contacts.Party | contacts.NewParty | None:
        """A paper that stays in the house has no correspondent."""
        return None

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        letter = rules.sound_letter(
            subject=said["subject"] or "",
            language=said["language"] or "",
            mark=said["mark"] or "",
            marks=self.marks,
            unit=self.case.unit,
        )
        return [*self.late_checks(said), *rules.sound_direction(self.direction, self.party()), *letter]


class ReplyForm(PaperForm, PartyForm):
    """A letter to somebody."""

    body = forms.CharField(
        label=_("Text of the letter"), required=False, widget=forms.Textarea(attrs={"rows": 12})
    )

    direction = "outgoing"

    def __init__(self, *args: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["name"].label = gettext("Addressee")

    def party(self) -> contacts.Party | contacts.NewParty | None:
        return PartyForm.party(self)


class OpenForm(Form):
    """A matter the house begins itself."""

    title = forms.CharField(label=_("Subject"), widget=forms.Textarea(attrs={"rows": 2}))
    language = forms.ChoiceField(label=_("Language"), choices=languages)
    mark = forms.ChoiceField(label=_("Archive mark"))
    unit = UnitField(label=_("Unit"), queryset=None, empty_label="")

    def __init__(self, *args: Any, marks: dict[str, Mark], units: Any, **options: Any) -> None:
        super().__init__(*args, **options)
        self.fields["mark"].choices = mark_choices(marks.values())  # type: ignore[attr-defined]
        self.fields["unit"].queryset = units  # type: ignore[attr-defined]


class RouteForm(SayingAll):
    """Where a case goes; the people stand under their units."""

    unit = UnitField(label=_("Unit"), queryset=None, empty_label="")
    person: Any = forms.ModelChoiceField(
        label=_("Person"),
        queryset=None,
        required=False,
        help_text=_("One of the unit's people; empty leaves the case to the whole unit."),
    )
    due = DayField(label=_("To be done by"), required=False)

    def __init__(
        self, *args: Any, units: Any, persons: Any, staff: Staff, today: Any, **options: Any
    ) -> None:
        super().__init__(*args, **options)
        self.today, self.staff = today, staff
        unit, person = self.fields["unit"], self.fields["person"]
        unit.queryset, person.queryset = units, persons  # type: ignore[attr-defined]
        person.choices = [  # type: ignore[attr-defined]
            ("", ""),
            *(
                (unit.label_from_instance(where), [(who.pk, str(who)) for who in people])  # type: ignore[attr-defined]
                for where, people in staff.items()
            ),
        ]

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        return rules.sound_routing(said["unit"], said["person"], said["due"], self.today, self.staff)


class DispatchForm(Form):
    way = forms.ChoiceField(
        label=_("How it leaves"), choices=Way.choices, widget=forms.RadioSelect, initial="registered"
    )
    on_day = DayField(label=_("Day of dispatch"))


class FilesForm(Form):
    files = FilesField(label=_("Files"), required=False)  # type: ignore[assignment]
