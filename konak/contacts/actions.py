"""Deeds on parties."""

from datetime import datetime

from django.utils.translation import gettext_lazy as _

from konak.contacts.facts import PartyAdded, PartyChanged
from konak.contacts.models import Party
from konak.contacts.rules import NewParty, may_keep, sound
from konak.kernel.errors import Reason, Refused, allow
from konak.kernel.i18n import fold
from konak.kernel.journal import Actor, Ref, announce, deed, hold


def _spaced(text: str) -> str:
    return " ".join(text.split())


@deed
def find_or_add(
    actor: Actor,
    *,
    name: str,
    kind: str = "person",
    address: str = "",
    email: str = "",
    phone: str = "",
    language: str = "mk",
    at: datetime,
) -> Party:
    """The party of this kind, name and address, added when it is new.

    Names are compared folded, so „Ѓорѓи“ and „Gjorgji“ are one. Without an address the name alone
    decides; when several of that name are known, the clerk must say which.
    """
    name, address = _spaced(name), _spaced(address)
    allow(
        may_keep(actor),
        sound(NewParty(name=name, kind=kind, address=address, email=email, language=language)),
    )
    known = Party.objects.filter(kind=kind, name_key=fold(name))
    if address:
        known = known.filter(address_key=fold(address))
    found = list(known.order_by("id")[:2])
    if len(found) > 1:
        raise Refused(
            Reason(
                _("There are several parties with this name."),
                way_out=_("Choose one from the list, or write the address."),
                field="name",
            )
        )
    if found:
        return found[0]
    party, made = Party.objects.get_or_create(
        kind=kind,
        name_key=fold(name),
        address_key=fold(address),
        defaults={
            "name": name,
            "address": address,
            "email": email,
            "phone": _spaced(phone),
            "language": language,
        },
    )
    if made:
        announce(actor, PartyAdded(subject=Ref.of(party), kind=kind, words={"name": name}), at=at)
    return party


@deed
def change(
    actor: Actor,
    party: Party,
    *,
    name: str,
    kind: str,
    address: str,
    email: str,
    phone: str,
    language: str,
    version: int,
    at: datetime,
) -> Party:
    """Write a party's particulars anew; papers already registered keep their own words."""
    name, address = _spaced(name), _spaced(address)
    allow(
        may_keep(actor),
        sound(NewParty(name=name, kind=kind, address=address, email=email, language=language)),
    )
    party = hold(Party.objects.all(), party.pk, version)
    twin = Party.objects.filter(kind=kind, name_key=fold(name), address_key=fold(address)).exclude(
        pk=party.pk
    )
    allow(Reason(_("Another party has the same name and address."), field="name") if twin.exists() else None)
    party.name, party.name_key, party.kind = name, fold(name), kind
    party.address, party.address_key = address, fold(address)
    party.email, party.phone, party.language = email, _spaced(phone), language
    party.save()
    announce(actor, PartyChanged(subject=Ref.of(party), words={"name": name}), at=at)
    return party
