"""Who may do what in the писарница."""

from datetime import date
from typing import TYPE_CHECKING

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.journal import Actor

if TYPE_CHECKING:
    from konak.registry.models import Case, Document


CLERKS = frozenset({"registrar", "archivist"})
SEES_ALL = CLERKS | {"secretary", "head"}
ROUTERS = frozenset({"registrar", "secretary", "head", "mayor"})
WRITERS = CLERKS | {
    "officer",
    "lawyer",
    "session_clerk",
    "secretary",
    "head",
    "mayor",
    "president",
    "gazette_editor",
    "pr",
}
READS = SEES_ALL | WRITERS


def may_register(actor: Actor) -> Reason | None:
    if actor.has(*CLERKS):
        return None
    return Reason(
        _("Only the registry office registers letters that come in."),
        way_out=_("Hand the letter in at the registry office."),
    )


def may_write(actor: Actor, case: "Case | None" = None, day: date | None = None) -> Reason | None:
    """Who makes papers that get a number: every clerk, and those who sign acts."""
    if actor.has(*WRITERS):
        return None
    return Reason(_("Your post makes no official papers."))


def may_route(actor: Actor, case: "Case", day: date) -> Reason | None:
    if actor.has(*ROUTERS):
        return None
    return Reason(_("Cases are routed by the registry office, the secretary, the mayor or the head."))


def may_close(actor: Actor, case: "Case", day: date) -> Reason | None:
    if actor.has(*SEES_ALL) or case.officer_id == actor.person or case.unit_id in actor.units:
        return None
    return Reason(_("A case is closed by the one who works on it, or by the registry office."))


def may_reopen(actor: Actor, case: "Case", day: date) -> Reason | None:
    if actor.has(*SEES_ALL):
        return None
    return Reason(
        _("A closed case is taken up again by the registry office, the secretary or the head."),
        way_out=_("Tell the registry office why it is needed."),
    )


def may_dispatch(actor: Actor, document: "Document", day: date) -> list[Reason]:
    reasons = []
    if document.direction != "outgoing":
        reasons.append(Reason(_("Only an outgoing document is dispatched.")))
    if not actor.has(*CLERKS):
        reasons.append(
            Reason(
                _("Papers leave the house through the registry office."),
                way_out=_("Bring the signed original to the registry office."),
            )
        )
    return reasons


def may_mend(actor: Actor, document: "Document | None" = None, day: date | None = None) -> Reason | None:
    """Who says something of an entry afterwards: corrects, voids, remarks."""
    if actor.has(*CLERKS):
        return None
    return Reason(
        _("Entries of the book are corrected and voided by the registry office."),
        way_out=_("Tell the registry office what is wrong."),
    )
