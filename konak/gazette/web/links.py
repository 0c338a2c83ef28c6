"""Where issues are shown, and the line of the room on the office's frame."""

from typing import Any

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from konak.acts import office as acts
from konak.gazette.models import Entry
from konak.gazette.rules import EDITORS, READS
from konak.kernel.ui import links, navigation


def _waiting(actor: Any) -> int:
    """For the editor: acts that wait and stand in no issue yet."""
    if not actor.has(*EDITORS):
        return 0
    return acts.to_publish(actor).exclude(pk__in=Entry.objects.values("act_id")).count()


def register() -> None:
    links.register("gazette.issue", lambda number: reverse("gazette:issue", args=[number]))
    navigation.register(
        navigation.Room(
            label=_("Official gazette"), url_name="gazette:list", roles=READS, waiting=_waiting, order=50
        ),
        navigation.Beginning(
            label=_("Begin an issue of the gazette"), url_name="gazette:compose", roles=EDITORS, order=50
        ),
    )
