"""What stands around a page: rooms by role, the language switch, places, links to things."""

from dataclasses import dataclass
from typing import Any

import pytest
from django.test import RequestFactory
from django.utils import translation

from konak.kernel.ui import frame, links, navigation
from konak.kernel.ui.tests import gallery


@dataclass(frozen=True)
class Ref:
    kind: str
    id: int


@pytest.fixture(autouse=True)
def house(settings: Any, monkeypatch: pytest.MonkeyPatch) -> None:
    settings.ROOT_URLCONF = "konak.kernel.ui.tests.gallery"
    gallery.furnish(monkeypatch)
    monkeypatch.setattr(links, "_addresses", {})


@pytest.mark.parametrize(
    ("roles", "shown"),
    [
        ({"registrar"}, [("Денес", 7, False), ("Писарница", 0, True)]),
        ({"lawyer"}, [("Денес", 7, True), ("Акти", 0, False)]),
        (set(), [("Денес", 7, True)]),
    ],
)
def test_a_person_sees_the_rooms_of_their_roles(roles: set[str], shown: list[tuple[str, int, bool]]) -> None:
    lines = navigation.rooms(gallery.Clerk(roles=frozenset(roles)), "/office/registry/2026/")
    assert [(line.label, line.waiting, line.here) for line in lines] == shown


@pytest.mark.parametrize(
    ("path", "there"),
    [
        ("/mk/acts/15-odluka/?page=2", "/sq/acts/15-odluka/?page=2"),
        ("/mk/", "/sq/"),
        ("/office/", "/sq/"),
    ],
)
def test_the_language_switch_leads_to_the_same_page(path: str, there: str) -> None:
    with translation.override("mk"):
        tongues = frame.Frame(RequestFactory().get(path)).tongues()
    assert [(tongue.code, tongue.here) for tongue in tongues] == [("mk", True), ("sq", False)]
    assert tongues[1].url == there


def test_a_page_may_name_its_other_address() -> None:
    tongues = frame.Frame(RequestFactory().get("/mk/acts/15-odluka/")).tongues({"sq": "/sq/acts/15-vendim/"})
    assert tongues[1].url == "/sq/acts/15-vendim/"


def test_the_name_in_the_readers_language_comes_first() -> None:
    with translation.override("sq"):
        names = frame.Frame(RequestFactory().get("/sq/")).town_names
    assert [code for code, _ in names] == ["sq", "mk"]


def test_a_place_the_house_does_not_have_cannot_be_named() -> None:
    with pytest.raises(ValueError, match="no such places"):
        frame.places(kitchen="today")


def test_a_kind_has_one_address() -> None:
    links.register("registry.document", lambda number: f"/office/registry/{number}/")
    assert links.url(Ref("registry.document", 15)) == "/office/registry/15/"
    assert links.url(Ref("acts.act", 1)) == ""
    with pytest.raises(ValueError, match="already has an address"):
        links.register("registry.document", str)
