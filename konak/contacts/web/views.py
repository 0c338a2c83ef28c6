"""The list of parties, one party, adding and changing."""

from typing import Any

from django import forms
from django.conf import settings
from django.db.models import QuerySet
from django.http import Http404, HttpRequest, HttpResponse
from django.urls import reverse
from django.utils.functional import cached_property
from django.utils.translation import get_language
from django.utils.translation import gettext_lazy as _

from konak.contacts.actions import change, find_or_add
from konak.contacts.models import Party, PartyKind
from konak.contacts.queries import named, parties
from konak.contacts.rules import KEEPERS
from konak.kernel.journal import Ref, history
from konak.kernel.ui.forms import Form
from konak.kernel.ui.lists import Column
from konak.kernel.ui.views import DeedView, ListView, Screen

CONTACTS = _("Contacts")


class PartyForm(Form):
    name = forms.CharField(label=_("Name"), required=True)
    kind = forms.ChoiceField(label=_("Kind"), choices=PartyKind.choices, initial="person")
    address = forms.CharField(label=_("Address"), required=False)
    email = forms.CharField(label=_("E-mail"), required=False)
    phone = forms.CharField(label=_("Phone"), max_length=40, required=False)
    language = forms.ChoiceField(label=_("Language we write in"), choices=settings.LANGUAGES, initial="mk")


class PartiesView(ListView):
    """Everybody the office writes to or hears from."""

    template_name = "contacts/parties.html"
    sort = "name"
    columns = (
        Column(key="name", label=_("Name"), order=("name_key",)),
        Column(key="kind", label=_("Kind"), order=("kind",)),
        Column(key="address", label=_("Address"), order=("address_key",)),
        Column(key="email", label=_("E-mail")),
        Column(key="phone", label=_("Phone")),
    )

    def rows(self) -> QuerySet[Party]:
        return named(self.actor, self.request.GET.get("text", ""))

    def extra(self) -> dict[str, Any]:
        return {"text": self.request.GET.get("text", ""), "may_add": self.actor.has(*KEEPERS)}


class PartyView(Screen):
    """One party, and what happened to it."""

    template_name = "contacts/party.html"

    @cached_property
    def party(self) -> Party:
        found = parties(self.actor).filter(pk=self.kwargs["pk"]).first()
        if found is None:
            raise Http404
        return found

    def get(self, request: HttpRequest, **_: Any) -> HttpResponse:
        lang = get_language() or "mk"
        entries = [(entry.at, entry.sentence(lang)) for entry in history(Ref.of(self.party))]
        return self.show(
            {
                "party": self.party,
                "entries": entries,
                "may_change": self.actor.has(*KEEPERS),
                "crumbs": [(CONTACTS, reverse("contacts:parties"))],
                "writes_in": dict(settings.LANGUAGES).get(self.party.language, self.party.language),
            }
        )


class AddView(DeedView):
    form_class = PartyForm
    title = _("Add a party")
    verb = _("Add")

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [(CONTACTS, reverse("contacts:parties"))]

    def deed(self, form: Form) -> Party:
        return find_or_add(self.actor, **form.said, at=self.at)

    def told(self, result: Party) -> Any:
        return _("%(name)s stands in the contacts.") % {"name": result.name}

    def next_url(self, result: Party) -> str:
        return reverse("contacts:party", args=[result.pk])


class ChangeView(AddView):
    title = _("Change a party")
    verb = _("Save")

    @property
    def crumbs(self) -> list[tuple[Any, str]]:
        return [*super().crumbs, (self.thing.name, self.next_url(self.thing))]

    def load(self) -> Party:
        return self.find(parties(self.actor), pk=self.kwargs["pk"])

    def initial(self) -> dict[str, Any]:
        return {
            name: getattr(self.thing, name) for name in PartyForm.base_fields if hasattr(self.thing, name)
        }

    def deed(self, form: Form) -> Party:
        version = form.cleaned_data["version"]
        return change(self.actor, self.thing, **form.said, version=version, at=self.at)
