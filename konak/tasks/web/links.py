"""Where tasks are shown, and their line with what waits on the office's frame."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from konak.kernel.ui import links, navigation
from konak.tasks.queries import waiting_count


def register() -> None:
    links.register("tasks.task", lambda number: reverse("tasks:task", args=[number]))
    navigation.register(
        navigation.Room(label=_("Tasks"), url_name="tasks:mine", waiting=waiting_count, order=10)
    )
