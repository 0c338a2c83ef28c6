"""Where the tests of this process live: in an empty house, in the sample town, or in a furnished house.

`db` gives an empty, migrated database and rolls back; `town` the sample town as of 13.10.2026 and rolls back;
with `transactional_db` beside, what is written stays for the test, and the next one gets a fresh copy.
A fixture `made_once` is made once in a process: every test that names it lives in a house where it stands already.
`settings.VAR` is the folder of the house: files and keys are copied with the database.
"""

import inspect
import pickle
from collections.abc import Callable, Iterator, Mapping
from datetime import date
from typing import Any

import pytest

from konak.house.cli import exists
from konak.kernel import norms

from .databases import SERVED, TOWN_DAY, WORKER, House, another, copy, drop

Make = Callable[..., Any]
Way = tuple[Make, ...]  # what a house is furnished with, one upon the other


def made_once(make: Make) -> Any:
    """The fixture that `make` gives, as it was when it was made.

    Its rows and files are made once and copied with the house; its value is a copy of one's own. The
    arguments of `make` are such fixtures too. Where a test writes for good it is made anew.
    """

    def found(db: None, **under: Any) -> Any:
        return LODGING.found[make] if make in LODGING.found else make(**under)

    asked = [inspect.Parameter(name, inspect.Parameter.KEYWORD_ONLY) for name in ("db", *needs(make))]
    found.__signature__ = inspect.Signature(asked)  # type: ignore[attr-defined]
    found.make, found.__doc__ = make, make.__doc__  # type: ignore[attr-defined]
    return pytest.fixture(found)


def needs(make: Make) -> list[str]:
    """The fixtures on which this one stands: its arguments that have no other value."""
    return [
        name
        for name, one in inspect.signature(make).parameters.items()
        if one.default is inspect.Parameter.empty
    ]


def makes_of(item: Any) -> dict[str, Make]:
    """The fixtures of a test that are made once by name, each after those on which it stands."""
    known = item._fixtureinfo.name2fixturedefs.items()
    makes = {name: defs[-1].func.make for name, defs in known if hasattr(defs[-1].func, "make")}

    def depth(name: str) -> int:
        return 1 + max(map(depth, needs(makes[name])), default=0)

    return {name: makes[name] for name in sorted(makes, key=lambda name: (depth(name), name))}


def stays(item: Any) -> bool:
    """Whether what the test writes is there to stay."""
    marker = item.get_closest_marker("django_db")
    return "transactional_db" in item.fixturenames or bool(marker and marker.kwargs.get("transaction"))


class Lodging:
    """Which house the tests of this process live in just now, and what they found in it."""

    def __init__(self) -> None:
        self.houses: dict[tuple[str, Way], House] = {}
        self.values: dict[tuple[str, Way], bytes] = {}
        self.found: dict[Make, Any] = {}
        self.here: tuple[str, Way] | None = None
        self.number = 0

    def receive(self, item: Any) -> None:
        """The house for this test."""
        makes = {} if stays(item) else makes_of(item)
        kind, way = "town" if "town" in item.fixturenames else "empty", tuple(makes.values())
        for stories in range(len(way) + 1):
            if (kind, way[:stories]) not in self.values:
                self._build(kind, way[:stories], makes)
        self._move(kind, way)
        self.found = self._values(kind, way)

    def renew(self) -> None:
        """Something was written for good: the next test gets a fresh copy."""
        assert self.here
        kind, way = self._leave()
        drop(self.houses.pop((kind, way)))
        self._build(kind, way, {})
        self._move(kind, way)

    def end(self) -> None:
        """Nothing is left behind."""
        if self.here:
            self._leave()
        for house in self.houses.values():
            drop(house)

    def _build(self, kind: str, way: Way, makes: Mapping[str, Make]) -> None:
        """A copy of the house below, and in it what comes last on the way."""
        if self.here:
            self._leave()
        if not way:
            self.houses[kind, way], values = copy(kind, WORKER), []
        else:
            below = kind, way[:-1]
            self.number += 1
            name = f"konak_made_{WORKER}_{self.number}"
            self.houses[kind, way] = another(self.houses[below], kind, name)
            self._move(kind, way)
            found = self._values(*below)
            made = self._furnish(way[-1], {name: found.get(make) for name, make in makes.items()})
            values = [*found.values(), made]
        self.values[kind, way] = pickle.dumps(values)

    def _values(self, kind: str, way: Way) -> dict[Make, Any]:
        """A copy of what stands in a house."""
        return dict(zip(way, pickle.loads(self.values[kind, way]), strict=True))

    def _furnish(self, make: Make, under: Mapping[str, Any]) -> Any:
        from django.db import transaction

        norms.fresh()
        with transaction.atomic():
            value = make(**{name: under[name] for name in needs(make)})
        norms.fresh()
        return value

    def _move(self, kind: str, way: Way) -> None:
        from django.conf import settings
        from django.db import connection

        if self.here == (kind, way):
            return
        if self.here:
            self._leave()
        self.here, house = (kind, way), self.houses[kind, way]
        connection.settings_dict["NAME"] = house.name
        settings.VAR = house.folder

    def _leave(self) -> tuple[str, Way]:
        from django.db import connection

        connection.close()
        if SERVED:
            connection.close_pool()
        assert self.here
        left, self.here = self.here, None
        return left


LODGING = Lodging()


@pytest.fixture(scope="session")
def django_db_setup(django_db_blocker: pytest.FixtureRequest) -> Iterator[None]:
    """Takes the place of pytest-django's: copies instead of migrating, fresh copies instead of flushing."""
    from django.db import connection
    from django.test import TransactionTestCase

    if not SERVED:  # nothing of a test has to survive a power cut
        options = connection.settings_dict["OPTIONS"]
        options["init_command"] = options["init_command"].replace("synchronous=FULL", "synchronous=OFF")
    TransactionTestCase._fixture_teardown = lambda case: LODGING.renew()  # type: ignore[method-assign]
    yield
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        LODGING.end()


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any, request: Any) -> Iterator[None]:
    """Before a test opens its database, it is in its house."""
    if fixturedef.argname == "_django_db_helper":
        with request.getfixturevalue("django_db_blocker").unblock():
            LODGING.receive(request.node)
    return (yield)


@pytest.fixture
def town(db: None) -> date:
    """The sample town; the day it is seeded to."""
    if not exists("konak.house.town"):
        pytest.fail("this test needs konak.house.town, which is not built")
    return TOWN_DAY
