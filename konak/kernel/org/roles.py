"""What a post may do in the house. A person holds a role by holding a post."""

from collections.abc import Callable
from datetime import date
from typing import Any

from django.db import models
from django.utils.functional import lazystr
from django.utils.text import format_lazy
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, Text
from konak.kernel.journal import Actor

SYSTEM_ROLE = "system"


class Role(models.TextChoices):
    """Codes of roles; the labels are the words of the office."""

    REGISTRAR = "registrar", _("registrar")
    ARCHIVIST = "archivist", _("archivist")
    OFFICER = "officer", _("officer of the sector")
    LAWYER = "lawyer", _("legal officer")
    SESSION_CLERK = "session_clerk", _("clerk of the sessions")
    SECRETARY = "secretary", _("secretary of the municipality")
    PRESIDENT = "president", _("president of the Council")
    COUNCILLOR = "councillor", _("councillor")
    MAYOR = "mayor", _("mayor")
    GAZETTE_EDITOR = "gazette_editor", _("editor of the gazette")
    PR = "pr", _("public relations officer")
    IT_ADMIN = "it_admin", _("systems administrator")
    HEAD = "head", _("head of the sector")
    TRANSLATOR = "translator", _("translator")


Rule = Callable[[Actor, Any, date], Reason | None]


def words_of(*roles: str) -> Text:
    """The names of roles in the reader's language, with commas."""
    labels = [Role(role).label for role in roles if role != SYSTEM_ROLE]
    return format_lazy(", ".join(["{}"] * len(labels)), *labels) if labels else lazystr("Konak")


def one_of(*roles: str) -> Rule:
    """The rule that only holders of one of these roles may do a thing, whatever the thing and the day.

    The day is already in the actor: his roles are those of the day he was made for.
    """
    words_of(*roles)  # a role that does not exist fails here, when the room is imported

    def rule(actor: Actor, thing: Any = None, day: date | None = None) -> Reason | None:
        if actor.has(*roles):
            return None
        return Reason(
            format_lazy(_("This is the duty of: {roles}."), roles=words_of(*roles)),
            way_out=_("Ask a colleague who has that duty."),
        )

    return rule
