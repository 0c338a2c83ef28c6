"""What stands around every public page: the town as the norms name it, the menu, the duties in the footer."""

from django.http import HttpRequest
from django.utils.translation import get_language, gettext, pgettext

from konak.kernel.clock import today
from konak.kernel.i18n import day_words, pick
from konak.kernel.journal import Ref
from konak.kernel.norms import on
from konak.kernel.ui.frame import Happening, Menu, Town
from konak.kernel.ui.street import LANGUAGES
from konak.sessions import public as sessions
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


def happening(request: HttpRequest) -> Happening | None:
    """A session that is being held, else the next one. One query."""
    session = sessions.now(today())
    if session is None:
        return None
    lang = _language()
    title, body = pick(session.title, lang)[0], pick(session.body, lang)[0]
    url = addresses.page(lang, Ref("sessions.session", session.id))
    if session.live:
        return Happening(text=f"{title}, {body}", url=url, lead=gettext("In session now"))
    when = f"{day_words(session.day, lang)}, {session.hour:%H:%M}"
    return Happening(text=f"{title}, {body}: {when}", url=url, lead=gettext("Next session"))


def _here(name: str) -> str:
    return addresses.fixed(name, _language())


def _language() -> str:
    """The language the reader is in; the leading one where the office speaks another."""
    language = get_language() or ""
    return language if language in LANGUAGES else LANGUAGES[0]
