"""Who keeps the contacts. Every clerk may look a party up; who registers or writes letters may add one."""

from dataclasses import dataclass

from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.utils.translation import gettext_lazy as _

from konak.contacts.models import PartyKind
from konak.kernel.errors import Reason
from konak.kernel.i18n import LANGUAGES
from konak.kernel.journal import Actor

READERS = frozenset(
    {"registrar", "archivist", "officer", "lawyer", "session_clerk", "secretary", "mayor", "head"}
    | {"gazette_editor", "pr", "translator"}
)
KEEPERS = READERS - {"translator"}


@dataclass(frozen=True, kw_only=True)
class NewParty:
    """A correspondent as a clerk typed him; found or added by the deed that needs him."""

    name: str
    kind: str = "person"
    address: str = ""
    email: str = ""
    phone: str = ""
    language: str = "mk"


def may_keep(actor: Actor) -> Reason | None:
    if actor.has(*KEEPERS):
        return None
    return Reason(_("Only the office's clerks keep the contacts."))


def sound(party: NewParty) -> list[Reason]:
    """What is wrong with the particulars of a party, all of it."""
    reasons = []
    if not party.name.strip():
        reasons.append(Reason(_("The name of the party is missing."), field="name"))
    if len(party.name) > 200:
        reasons.append(Reason(_("The name is longer than 200 letters."), field="name"))
    if party.kind not in PartyKind.values:
        reasons.append(Reason(_("Choose what kind of party this is."), field="kind"))
    if len(party.address) > 200:
        reasons.append(Reason(_("The address is longer than 200 letters."), field="address"))
    if party.language not in LANGUAGES:
        reasons.append(Reason(_("Choose the language in which we write to the party."), field="language"))
    if party.email:
        try:
            validate_email(party.email)
        except ValidationError:
            reasons.append(Reason(_("The e-mail address is not written right."), field="email"))
    return reasons
