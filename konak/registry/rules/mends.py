"""When an entry may be corrected or voided; everything against it, at once."""

from collections.abc import Collection, Mapping, Sequence
from typing import TYPE_CHECKING, Any

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason
from konak.kernel.i18n import day_digits
from konak.registry.rules.cases import some_reason
from konak.registry.rules.letters import sound_direction, sound_incoming, sound_letter

if TYPE_CHECKING:
    from konak.registry.models import Document


def sound_correction(
    document: "Document",
    entry: Mapping[str, Any],
    changed: Collection[str],
    reason: str,
    *,
    marks: Collection[str],
) -> list[Reason]:
    """The entry as it shall read is sound, something in it differs, and somebody says why."""
    reasons = [found for found in (not_void(document), some_reason(reason)) if found]
    if not changed:
        reasons.append(
            Reason(
                _("Nothing was changed."), way_out=_("Change what is wrong in the entry, or leave the page.")
            )
        )
    unit = document.unit
    if document.direction == "incoming":
        names = (
            "party",
            "subject",
            "language",
            "mark",
            "received_on",
            "channel",
            "sender_date",
            "enclosures",
        )
        said = {name: entry[name] for name in names}
        reasons += sound_incoming(**said, today=document.day, marks=marks, unit=unit, term="", case=None)
    else:
        letter = {name: entry[name] for name in ("subject", "language", "mark")}
        reasons += sound_direction(document.direction, entry["party"])
        reasons += sound_letter(**letter, marks=marks, unit=unit)
    return reasons


def not_void(document: "Document") -> Reason | None:
    if document.state != "void":
        return None
    return Reason(_("Entry %(number)s is void.") % {"number": document.number})


def sound_voiding(
    numbers: Sequence[str], found: Mapping[str, "Document"], open_tasks: Mapping[int, str]
) -> list[Reason]:
    """What stands against voiding these numbers; `found` by typed number, `open_tasks` {document: title}."""
    if not numbers:
        return [Reason(_("Write the number that is to be voided."), field="numbers")]
    reasons = []
    for number in numbers:
        if number in found:
            reasons += _against_voiding(found[number], open_tasks.get(found[number].pk, ""))
        else:
            reasons.append(
                Reason(
                    _("There is no entry with the number %(number)s.") % {"number": number},
                    way_out=_("Check the number and the year in the book."),
                    field="numbers",
                )
            )
    return reasons


def _against_voiding(document: "Document", task: str) -> list[Reason]:
    number = document.number
    if document.state == "void":
        voiding = document.voiding
        said = {"number": number, "day": day_digits(voiding.at), "person": voiding.by or "Konak"}
        return [Reason(_("%(number)s was already voided on %(day)s by %(person)s.") % said, field="numbers")]
    reasons = []
    if document.state == "dispatched":
        reasons.append(
            Reason(
                _("%(number)s has left the house.") % {"number": number},
                way_out=_("Send a letter that takes it back, or correct the entry."),
                field="numbers",
            )
        )
    if document.case.state == "closed":
        reasons.append(
            Reason(
                _("Case %(number)s is closed.") % {"number": document.case.number},
                way_out=_("Take the case up again first."),
                field="numbers",
            )
        )
    if task:
        reasons.append(
            Reason(
                _("A task about %(number)s still waits: %(title)s.") % {"number": number, "title": task},
                way_out=_("Mark it as done or hand it over."),
                field="numbers",
            )
        )
    return reasons


def sound_remark(text: str) -> Reason | None:
    if text.strip():
        return None
    return Reason(_("Write the remark."), field="text")
