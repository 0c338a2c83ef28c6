"""What happened to a party. Names are personal data: they stand in the words."""

from django.utils.translation import gettext_lazy as _

from konak.kernel.journal import Fact, fact


@fact("contacts.PartyAdded", sentence=_("{name} was added to the contacts."))
class PartyAdded(Fact):
    kind: str


@fact("contacts.PartyChanged", sentence=_("The particulars of {name} were changed."))
class PartyChanged(Fact):
    pass
