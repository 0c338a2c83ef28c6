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
    links.register("acts.preview", lambda number: reverse("acts:if-adopted", args=[number]))
    links.register("acts.opinion", lambda number: reverse("acts:opinion", args=[number]))
    links.register("acts.languagestep", lambda number: reverse("acts:finish-language", args=[number]))
    navigation.register(
        navigation.Room(
            label=pgettext_lazy("room", "Acts"), url_name="acts:list", roles=READS, waiting=_waiting, order=30
        ),
        navigation.Room(label=_("Legality opinions"), url_name="acts:opinions", roles=READS, order=31),
        navigation.Beginning(
            label=_("Ask for an opinion on a text of others"),
            url_name="acts:ask-opinion-on",
            roles=DRAFTERS | {"mayor"},
            order=31,
        ),
        navigation.Beginning(
            label=_("Amend an act"), url_name="acts:choose", roles=DRAFTERS | {"councillor"}, order=31
        ),
        navigation.Beginning(
            label=_("Draft an act"), url_name="acts:draft", roles=DRAFTERS | {"councillor"}, order=30
        ),
    )
