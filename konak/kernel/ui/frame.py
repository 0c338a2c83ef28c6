"""What stands around every page: the town's name and arms, what happens now, and the places of the office.

The house tells it where things are (`provide_town`, `provide_happening`, `places`); no town is in code.
"""

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import cached_property
from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.templatetags.static import static
from django.urls import reverse
from django.utils.translation import get_language, gettext

from konak.kernel.errors import Text
from konak.kernel.ui import navigation
from konak.kernel.ui.navigation import Line


@dataclass(frozen=True, kw_only=True)
class Town:
    """The house as the public meets it: name in each language, arms, contacts, duties that must be linked."""

    names: dict[str, str]
    arms: str = ""
    contacts: dict[str, str] = field(default_factory=dict)
    duties: tuple[tuple[Text, str], ...] = ()


@dataclass(frozen=True, kw_only=True)
class Happening:
    """The one line „what happens now“: a session live, a consultation that ends, an outage; „Now“ leads it in
    when it brings no lead of its own."""

    text: Text
    url: str = ""
    lead: Text = ""


Menu = tuple[tuple[Text, str], ...]
PLACES = ("today", "search", "notices", "me", "sign_out", "language")

_towns: list[Callable[[], Town]] = []
_happenings: list[Callable[[HttpRequest], Happening | None]] = []
_menus: list[Callable[[HttpRequest], Menu]] = []
_counts: list[Callable[[Any], int]] = []
_places: dict[str, str] = {}


def provide_town(town: Callable[[], Town]) -> None:
    """Who tells the town's name and arms; the last one wins."""
    _towns[:] = [town]


def provide_happening(happening: Callable[[HttpRequest], Happening | None]) -> None:
    """One more room that may have something for the line „what happens now“; the first that has is shown."""
    _happenings.append(happening)


def provide_menu(menu: Callable[[HttpRequest], Menu]) -> None:
    """The public menu: (label, address) in the reader's language."""
    _menus[:] = [menu]


def provide_notices_count(count: Callable[[Any], int]) -> None:
    """How many notices the actor has not read."""
    _counts[:] = [count]


def places(**names: str) -> None:
    """URL names of the office's places: today, search, notices, me, sign_out, language."""
    unknown = set(names) - set(PLACES)
    if unknown:
        raise ValueError(f"no such places: {sorted(unknown)}")
    _places.update(names)


@dataclass(frozen=True)
class Tongue:
    """One language of the switch: code, its own name, the same page in it."""

    code: str
    name: str
    url: str
    here: bool


class Frame:
    """Read by the base templates; each part is worked out only where a template asks for it."""

    def __init__(self, request: HttpRequest) -> None:
        self._request = request

    @cached_property
    def actor(self) -> Any:
        return getattr(self._request, "actor", None)

    @cached_property
    def town(self) -> Town:
        return _towns[0]() if _towns else Town(names={"mk": "Општина", "sq": "Komuna"})

    @cached_property
    def town_names(self) -> list[tuple[str, str]]:
        """(language, name), the reader's language first; all are shown in the same size."""
        language = self.language
        return sorted(self.town.names.items(), key=lambda pair: pair[0] != language)

    @cached_property
    def arms(self) -> str:
        return self.town.arms or static("ui/arms.svg")

    @cached_property
    def language(self) -> str:
        return get_language() or settings.LANGUAGE_CODE

    @property
    def home(self) -> str:
        """First public page in the reader's language."""
        return f"/{self.language}/"

    @property
    def search(self) -> str:
        """Public search in the reader's language."""
        return f"/{self.language}/search/"

    @cached_property
    def contacts(self) -> str:
        return self.town.contacts.get(self.language, "")

    @cached_property
    def happening(self) -> Happening | None:
        found = (happening(self._request) for happening in _happenings)
        return next((line for line in found if line is not None), None)

    @cached_property
    def menu(self) -> list[Line]:
        path = self._request.path
        entries = _menus[0](self._request) if _menus else ()
        return [Line(label, address, here=path.startswith(address)) for label, address in entries]

    @cached_property
    def rooms(self) -> list[Line]:
        return navigation.rooms(self.actor, self._request.path) if self.actor else []

    @property
    def today(self) -> Line:
        """The desk, first of the rooms."""
        url = self.place.get("today", "/office/")
        return Line("", url, here=self._request.path == url)

    @cached_property
    def beginnings(self) -> list[Line]:
        return navigation.beginnings(self.actor) if self.actor else []

    @cached_property
    def unread(self) -> int:
        return _counts[0](self.actor) if _counts and self.actor else 0

    @cached_property
    def place(self) -> dict[str, str]:
        """Address of each place of the office that the house has named."""
        return {place: reverse(name) for place, name in _places.items()}

    @cached_property
    def office(self) -> str:
        """Short name of the top bar."""
        return gettext("Konak")

    @cached_property
    def tongue_names(self) -> list[tuple[str, str]]:
        """Languages an account may work in."""
        return list(settings.LANGUAGES)

    def tongues(self, alternates: dict[str, str] | None = None) -> list[Tongue]:
        """The languages of this public page; `alternates`: addresses that differ by more than that."""
        head, _, rest = self._request.get_full_path().lstrip("/").partition("/")
        names = dict(settings.LANGUAGES)
        prefix = head if head in names else ""
        return [
            Tongue(
                code,
                names[code],
                (alternates or {}).get(code) or f"/{code}/{rest if prefix else ''}",
                code == self.language,
            )
            for code in self.town.names
            if code in names
        ]


def context(request: HttpRequest) -> dict[str, Frame]:
    """Context processor: `frame`."""
    return {"frame": Frame(request)}
