"""Every kind of page of the sample town, in both languages, on a telephone and on a desk: axe finds nothing."""

from collections.abc import Iterator
from typing import Any

import pytest

from .axe import broken
from .browser import Served
from .stories.office import Desk
from .test_urls import grid
from .things import found_in, named

WIDTHS = (360, 1440)
AT_ONCE = 20  # pages of a walk, so that walks go beside each other
# Which clerk looks at which page of the office; the Albanian one has the same duty, or the nearest there is.
LOOKS = {
    "mk": ("session", "lawyer", "editor", "registrar", "officer", "it"),
    "sq": ("registrar.sq", "lawyer.sq", "pr"),
}
DUTY = {"registrar.sq": "registrar", "lawyer.sq": "lawyer"}
PARTS = {"office/registry/parties/"}  # only ever put into a page
# Looked at once more, by one for whom much waits and with something found.
DESK = ("/office/", "/office/notices/", "/office/search/?q=сала")


def pages(who: str) -> dict[str, str]:
    """Route → address of the pages that answer 200 to `who`; papers and data are no pages."""
    return {
        route: address
        for route, address, answers in grid()
        if answers[DUTY.get(who, who)] == "200"
        and route.endswith("/")
        and not route.startswith("office/acts/originals")
        and not route.startswith("office/registry/files")
        and route not in PARTS
        and (route.startswith(("office/", "/office")) or who == "stranger")
    }


def walks() -> Iterator[tuple[str, str, str]]:
    """Who, in which language, looks at which page: each route once in each language."""
    for lang in ("mk", "sq"):
        for address in pages("stranger").values():
            if not address.startswith("/office/"):
                yield "stranger", lang, f"/{lang}/{address[4:]}" if address[3:4] == "/" else address
    for lang, clerks in LOOKS.items():
        seen: set[str] = set()
        for who in clerks:
            for route, address in pages(who).items():
                if route not in seen and not route.startswith("<tongue"):
                    seen.add(route)
                    yield who, lang, address


WALKS: dict[tuple[str, str], list[str]] = {}
for _who, _lang, _address in walks():
    WALKS.setdefault((_who, _lang), []).append(_address)
for _lang, _who in (("mk", "officer"), ("sq", "lawyer.sq")):
    WALKS["stranger", _lang] += [f"/{_lang}/search/?q=сала", f"/{_lang}/receipt/?number=0"]
    WALKS.setdefault((_who, _lang), []).extend(DESK)


def test_every_kind_of_office_page_is_looked_at() -> None:
    every = {
        route for route, _, answers in grid() if "200" in answers.values() and route.startswith("office/")
    }
    seen = {route for clerks in LOOKS.values() for who in clerks for route in pages(who)}
    nobodys = {"office/sign-in/", "office/accounts/deputies/<int:pk>/end/"}
    files = {
        route
        for route in every
        if "." in route or route.startswith(("office/acts/orig", "office/registry/files"))
    }
    assert every - seen - nobodys - files - PARTS == set()


@pytest.mark.slow
@pytest.mark.parametrize(
    ("who", "lang", "first"),
    [(who, lang, first) for (who, lang), walk in WALKS.items() for first in range(0, len(walk), AT_ONCE)],
)
def test_no_page_breaks_the_rules_of_access(
    visitors: Any, live: Served, who: str, lang: str, first: int
) -> None:
    desk = Desk(visitors())
    page, widths = desk.page, list(WIDTHS)
    faults: list[tuple[Any, ...]] = []
    page.on("pageerror", lambda error: faults.append((page.url, "script", str(error))))
    page.on(
        "console",
        lambda said: faults.append((page.url, "console", said.text)) if said.type == "error" else None,
    )
    page.emulate_media(reduced_motion="reduce")
    if who != "stranger":
        desk.sign_in(who)
    numbers = found_in(live.house)
    for address in (named(address, numbers) for address in WALKS[who, lang][first : first + AT_ONCE]):
        page.goto(address)
        assert page.locator("html").get_attribute("lang") == lang, address
        widths.reverse()  # the window is as the page before left it
        for width in widths:
            page.set_viewport_size({"width": width, "height": 900})
            faults += [(address, width, *each) for each in broken(page)]
            if page.evaluate("document.documentElement.scrollWidth > innerWidth"):
                faults.append((address, width, "wider than the screen", ""))
    assert not faults, "\n".join(map(str, faults))
