"""What is said of an entry afterwards: correct it, void it, remark on it, take its case up again."""

from collections.abc import Iterable
from datetime import date
from typing import Any

from django import forms
from django.urls import reverse
from django.utils.translation import gettext
from django.utils.translation import gettext_lazy as _

from konak.contacts import office as contacts
from konak.kernel.errors import Reason, gather
from konak.kernel.journal import Actor
from konak.kernel.norms import on
from konak.kernel.ui.forms import DayField
from konak.kernel.ui.views import DeedView
from konak.registry import rules
from konak.registry.actions import correct, day_of, remark, reopen, void
from konak.registry.entries import FIELDS, entry_of, written
from konak.registry.marks import Mark, plan
from konak.registry.models import Case, Channel, Document
from konak.registry.queries import against_voiding, documents, years
from konak.registry.web.cases import OnCase, to_book
from konak.registry.web.documents import to_document
from konak.registry.web.forms import PartyForm, SayingAll, mark_choices

REASON_ROWS = forms.Textarea(attrs={"rows": 2})
OF_INCOMING = ("sender_number", "sender_date", "received_on", "channel", "enclosures")
OF_PARTY = ("name", "kind", "address", "email", "phone")


class CorrectForm(PartyForm):
    """The entry as it stands; what is changed in it is the correction."""

    subject = forms.CharField(label=_("Subject"), widget=forms.Textarea(attrs={"rows": 2}))
    sender_number = forms.CharField(label=_("Sender's number"), max_length=60, required=False)
    sender_date = DayField(label=_("Sender's date"), required=False, help_text="")
    received_on = DayField(label=_("Received on"), help_text="")
    channel = forms.ChoiceField(label=_("How it came"), choices=Channel.choices)
    enclosures = forms.IntegerField(label=_("Enclosures"), required=False, min_value=0, max_value=9999)
    mark = forms.ChoiceField(label=_("Archive mark"))
    reason = forms.CharField(
        label=_("Why it is corrected"),
        widget=REASON_ROWS,
        help_text=_("It stands in the book beside the old value."),
    )

    def __init__(
        self, *args: Any, document: Document, actor: Any, marks: dict[str, Mark], **more: Any
    ) -> None:
        super().__init__(*args, **more)
        self.actor, self.document, self.marks = actor, document, marks
        self.fields["mark"].choices = mark_choices(marks.values())  # type: ignore[attr-defined]
        if document.direction != "incoming":
            self.fields["name"].label = gettext("Addressee")
        absent = () if document.direction == "incoming" else OF_INCOMING
        for name in (*absent, *(OF_PARTY if document.direction == "internal" else ())):
            del self.fields[name]

    def entry(self, said: dict[str, Any]) -> dict[str, Any]:
        """The values as they shall read; what the form does not ask stays as it is."""
        entry = entry_of(self.document) | {name: said[name] for name in FIELDS if name in said}
        for text in ("subject", "sender_number"):
            entry[text] = (entry[text] or "").strip()
        entry["enclosures"] = entry["enclosures"] or 0
        if "name" in self.fields:
            entry["party"] = self._party()
        return entry

    def _party(self) -> Any:
        there = self.document.party
        typed = str(self.cleaned_data.get("name") or "").strip()
        return there if there is not None and typed in (there.label, there.name) else self.party()

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        entry, before = self.entry(said), entry_of(self.document)
        changed = [name for name in FIELDS if written(name, entry[name]) != written(name, before[name])]
        reason = said["reason"] or ""
        marks = {*self.marks, self.document.mark}
        return rules.sound_correction(self.document, entry, changed, reason, marks=marks)


class VoidForm(SayingAll):
    numbers = forms.CharField(
        label=_("Numbers"),
        help_text=_("One in each line, as 08-155/1."),
        widget=forms.Textarea(attrs={"rows": 3}),
    )
    year = forms.TypedChoiceField(label=_("Book of the year"), coerce=int)
    reason = forms.CharField(
        label=_("Why"),
        widget=REASON_ROWS,
        help_text=_("The numbers stay used; the entries stay in the book, struck through, with this reason."),
    )

    def __init__(self, *args: Any, actor: Actor, years: list[int], today: date, **more: Any) -> None:
        super().__init__(*args, **more)
        self.actor, self.today = actor, today
        self.fields["year"].choices = [(year, str(year)) for year in years]  # type: ignore[attr-defined]

    def wanted(self, said: dict[str, Any]) -> tuple[list[str], int, str]:
        """The numbers, the year of their book, the reason."""
        return (said["numbers"] or "").splitlines(), said["year"] or self.today.year, said["reason"] or ""

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        return against_voiding(self.actor, *self.wanted(said))


class RemarkForm(SayingAll):
    text = forms.CharField(label=_("Remark"), widget=REASON_ROWS)

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        return gather(rules.sound_remark(said["text"] or ""))


class ReopenForm(SayingAll):
    reason = forms.CharField(label=_("Why"), widget=REASON_ROWS)

    def checks(self, said: dict[str, Any]) -> Iterable[Reason]:
        return gather(rules.some_reason(said["reason"] or ""))


class _OfEntry(DeedView):
    """A deed on one entry of the book that the actor sees."""

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return to_document(self.thing)

    @property
    def lead(self) -> Any:
        return {self.thing.language: self.thing.subject}

    def load(self) -> Document:
        seen = documents(self.actor).select_related("case__unit", "party", "unit")
        return self.find(seen, pk=self.kwargs["pk"])

    def next_url(self, result: Any) -> str:
        return reverse("registry:document", args=[self.kwargs["pk"]])


class CorrectView(_OfEntry):
    form_class = CorrectForm
    template_name = "registry/correct.html"
    title = _("Correct the entry")
    verb = _("Correct")

    def form_options(self) -> dict[str, Any]:
        return {"document": self.thing, "actor": self.actor, "marks": plan(on(self.thing.day))}

    def initial(self) -> dict[str, Any]:
        party = self.thing.party
        named = {"name": party.label, "kind": party.kind} if party else {}
        return {**entry_of(self.thing), **named}

    def extra(self) -> dict[str, Any]:
        return {"parties": contacts.recent(self.actor)}

    def deed(self, form: Any) -> Document:
        entry, reason = form.entry(form.said), form.said["reason"]
        version = form.cleaned_data["version"]
        return correct(self.actor, self.thing, entry=entry, reason=reason, version=version, at=self.at)

    def told(self, result: Document) -> Any:
        return _("Entry %(number)s is corrected.") % {"number": result.number}


class VoidView(DeedView):
    """Numbers typed from the book, all of them or none."""

    form_class = VoidForm
    title = _("Void entries")
    verb = _("Void")
    crumbs = property(lambda self: to_book())

    def form_options(self) -> dict[str, Any]:
        today = day_of(self.at)
        return {"actor": self.actor, "years": years() or [today.year], "today": today}

    def initial(self) -> dict[str, Any]:
        asked = self.request.GET
        return {"numbers": asked.get("number", ""), "year": asked.get("year", day_of(self.at).year)}

    def deed(self, form: Any) -> list[Document]:
        numbers, year, reason = form.wanted(form.said)
        return void(self.actor, numbers=numbers, year=year, reason=reason, at=self.at)

    def told(self, result: list[Document]) -> Any:
        return _("Void: %(numbers)s.") % {"numbers": ", ".join(document.number for document in result)}

    def next_url(self, result: list[Document]) -> str:
        return reverse("registry:document", args=[result[0].pk])


class RemarkView(_OfEntry):
    form_class = RemarkForm
    title = _("Remark in the book")
    verb = _("Write it in")

    def deed(self, form: Any) -> Any:
        return remark(self.actor, self.thing, text=form.said["text"], at=self.at)

    def told(self, result: Any) -> Any:
        return _("The remark stands in the book.")


class ReopenView(OnCase):
    form_class = ReopenForm
    title = _("Take the case up again")
    verb = _("Take up again")

    def deed(self, form: Any) -> Case:
        version = form.cleaned_data["version"]
        return reopen(self.actor, self.thing, reason=form.said["reason"], version=version, at=self.at)

    def told(self, result: Case) -> Any:
        return _("Case %(number)s is open.") % {"number": result.number}
