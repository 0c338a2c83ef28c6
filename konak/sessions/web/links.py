"""Where sessions, items and votes are shown, and the room's lines on the office's frame."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _
from django.utils.translation import pgettext_lazy

from konak.kernel.ui import links, navigation
from konak.sessions.queries import waiting
from konak.sessions.rules import PREPARES, READS


def register() -> None:
    links.register("sessions.session", lambda number: reverse("sessions:session", args=[number]))
    links.register("sessions.item", lambda number: reverse("sessions:item", args=[number]))
    navigation.register(
        navigation.Room(
            label=pgettext_lazy("room", "Sessions"),
            url_name="sessions:list",
            roles=frozenset(READS),
            waiting=waiting,
            order=40,
        ),
        navigation.Beginning(
            label=_("Convene a session"), url_name="sessions:convene", roles=frozenset(PREPARES), order=40
        ),
    )
