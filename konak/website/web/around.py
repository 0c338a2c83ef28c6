"""What stands around every public page: the town as the norms name it, the menu, the duties in the footer."""

from django.http import HttpRequest
from django.utils.translation import get_language, gettext, pgettext

from konak.kernel.clock import today
from konak.kernel.norms import on
from konak.kernel.ui.frame import Menu, Town
from konak.kernel.ui.street import LANGUAGES
from konak.website.web import addresses


def town() -> Town:
    """The town of today, with links to what a public body must have on its pages."""
    norms = on(today())
    return Town(
        names=norms["town.name"].value,
        contacts=norms["town.contacts"].value,
        duties=(
            (gettext("About the office"), _here("about")),
            (gettext("Accessibility statement"), _here("accessibility")),
            (gettext("Open data"), _here("data")),
        ),
    )


def menu(request: HttpRequest) -> Menu:
    """The rooms of the public house."""
    return (
        (pgettext("menu", "Acts"), _here("acts")),
        (pgettext("menu", "Sessions"), _here("sessions")),
        (gettext("Official gazette"), _here("gazette")),
        (gettext("Where is my letter"), _here("receipt")),
        (gettext("About the office"), _here("about")),
    )


def _here(name: str) -> str:
    """The page in the language the reader is in; the leading one where the office speaks another."""
    language = get_language()
    return addresses.fixed(name, language if language in LANGUAGES else LANGUAGES[0])
