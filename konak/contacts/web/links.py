"""Where parties are shown, and the line of the contacts on the office's frame."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from konak.contacts.rules import READERS
from konak.kernel.ui import links, navigation


def register() -> None:
    links.register("contacts.party", lambda number: reverse("contacts:party", args=[number]))
    navigation.register(
        navigation.Room(label=_("Contacts"), url_name="contacts:parties", roles=READERS, order=70)
    )
