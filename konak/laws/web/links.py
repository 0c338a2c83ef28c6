"""Where regulations are shown, and the line of the law watch on the office's frame."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from konak.kernel.clock import ZONE, now
from konak.kernel.ui import links, navigation
from konak.laws.queries import waiting
from konak.laws.rules import READERS


def _waiting(actor: Any) -> int:
    return waiting(actor, now().astimezone(ZONE).date())


def register() -> None:
    links.register("laws.regulation", lambda number: reverse("laws:regulation", args=[number]))
    links.register("laws.obligation", lambda _number: reverse("laws:obligations"))
    links.register("laws.reading", lambda _number: reverse("laws:log"))
    navigation.register(
        navigation.Room(label=_("Law watch"), url_name="laws:list", roles=READERS, waiting=_waiting, order=35)
    )
