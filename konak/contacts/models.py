"""Parties: everybody the office writes to or hears from."""

from django.db import models
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.journal import Versioned


class PartyKind(models.TextChoices):
    PERSON = "person", pgettext_lazy("party", "Person")
    ORGANISATION = "organisation", _("Company or organisation")
    NGO = "ngo", _("Association of citizens")
    COMMUNITY = "community", _("Local or urban community")
    INSTITUTION = "institution", _("Public institution")
    MEDIA = "media", _("Media")


class Party(Versioned):
    """One correspondent as the office writes him; `*_key` are folded, so both scripts find the same one."""

    kind = models.CharField(max_length=16, choices=PartyKind.choices)
    name = models.CharField(max_length=200)
    name_key = models.CharField(max_length=260, editable=False)
    address = models.CharField(max_length=200, blank=True)
    address_key = models.CharField(max_length=260, blank=True, editable=False)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=40, blank=True)
    language = models.CharField(max_length=8, default="mk")

    class Meta:
        constraints = (
            models.UniqueConstraint(
                fields=["kind", "name_key", "address_key"], name="contacts_party_written_once_at_an_address"
            ),
            models.CheckConstraint(condition=~models.Q(name=""), name="contacts_party_has_a_name"),
        )
        indexes = (models.Index(fields=["name_key"], name="contacts_party_by_name"),)

    def __str__(self) -> str:
        return self.name

    @property
    def label(self) -> str:
        """Name, place and number: what the list of known parties offers and a typed line is matched with."""
        return " · ".join(part for part in (self.name, self.address, f"№ {self.pk}") if part)
