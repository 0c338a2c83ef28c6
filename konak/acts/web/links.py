"""Where acts are shown, and the lines of the room on the office's frame."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.acts.queries import waiting_for
from konak.acts.rules import DRAFTERS, READS
from konak.kernel.ui import links, navigation


def _waiting(actor: Any) -> int:
    return waiting_for(actor).count()


def register() -> None:
    links.register("acts.act", lambda number: reverse("acts:act", args=[number]))
    navigation.register(
        navigation.Room(
            label=pgettext_lazy("room", "Acts"), url_name="acts:list", roles=READS, waiting=_waiting, order=30
        ),
        navigation.Beginning(
            label=_("Amend an act"), url_name="acts:choose", roles=DRAFTERS | {"councillor"}, order=31
        ),
        navigation.Beginning(
            label=_("Draft an act"), url_name="acts:draft", roles=DRAFTERS | {"councillor"}, order=30
        ),
    )
