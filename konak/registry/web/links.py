"""Where cases and documents are shown, and the lines of the registry on the office's frame."""

from django.urls import reverse
from django.utils.translation import gettext_lazy as _

from konak.kernel.ui import links, navigation
from konak.registry.rules import CLERKS, READS, WRITERS


def register() -> None:
    links.register("registry.case", lambda number: reverse("registry:case", args=[number]))
    links.register("registry.book", lambda number: reverse("registry:volume", args=[number]))
    links.register("registry.oldbook", lambda number: reverse("registry:old_book", args=[number]))
    links.register("registry.document", lambda number: reverse("registry:document", args=[number]))
    navigation.register(
        navigation.Room(label=_("Registry"), url_name="registry:book", roles=READS, order=20),
        navigation.Beginning(
            label=_("Register an incoming letter"), url_name="registry:register", roles=CLERKS, order=10
        ),
        navigation.Beginning(
            label=_("Open a case of the house"), url_name="registry:open_case", roles=WRITERS, order=20
        ),
    )
