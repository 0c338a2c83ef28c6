"""The databases of the tests: one template per state of the code, a quick copy of it for whoever tests.

`db` gives an empty, migrated database and rolls back; `town` the sample town as of 13.10.2026 and rolls back;
with `transactional_db` beside, what is written stays for the test, and the next one gets a fresh copy.
`settings.VAR` is the copy's folder: files and keys are copied with the database.
"""

import fcntl
import hashlib
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from urllib.parse import urlsplit, urlunsplit

import pytest

from konak.house import machine
from konak.house.cli import exists

TOWN_DAY = date(2026, 10, 13)
HOME = machine.BASE / "var" / "test"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "one")
URL = os.environ.get("KONAK_DATABASE", "")
SERVED = URL != ""  # by a PostgreSQL server


def state_of_the_code() -> str:
    """Changes when anything changes that the schema or the sample town is made of."""
    digest = hashlib.sha256()
    for path in sorted(machine.BASE.joinpath("konak").rglob("*")):
        if path.suffix in (".py", ".toml", ".po", ".typ", ".html", ".txt") and "tests" not in path.parts:
            digest.update(str(path.relative_to(machine.BASE)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


@dataclass(frozen=True)
class House:
    """A made house: folder of data, and address of the database when a server keeps it."""

    folder: Path
    url: str

    @property
    def name(self) -> str:
        """What Django calls the database."""
        return urlsplit(self.url).path[1:] if self.url else str(self.folder / "konak.sqlite3")

    def environment(self) -> dict[str, str]:
        """What a process needs to live in this house."""
        return os.environ | {"KONAK_VAR": str(self.folder), "KONAK_DATABASE": self.url}


def at(database: str) -> str:
    """The address of a database on the tests' server; "" on SQLite."""
    return urlunsplit(urlsplit(URL)._replace(path=f"/{database}")) if SERVED else ""


def tell_server(*sentences: str) -> None:
    """Say something to the PostgreSQL server itself."""
    if SERVED:
        import psycopg

        with psycopg.connect(URL, autocommit=True) as connection:
            for sentence in sentences:
                connection.execute(sentence.encode())


def server() -> str:
    """Which server keeps the databases: a template is of use on its own server only."""
    if not SERVED:
        return "file"
    import psycopg

    with psycopg.connect(URL) as connection:
        row = connection.execute("SELECT system_identifier FROM pg_control_system()").fetchone()
    assert row is not None
    return str(row[0])


@contextmanager
def alone() -> Iterator[None]:
    """One worker makes the template, the others wait."""
    HOME.mkdir(parents=True, exist_ok=True)
    with open(HOME / "lock", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def template(kind: str) -> House:
    """The template `empty` or `town`; made when the code changed."""
    stem = f"{'server' if SERVED else 'file'}-{kind}"
    name = f"konak_{kind}_{state_of_the_code()}"
    with alone():
        house = House(HOME / f"{stem}-{name}", at(name))
        made = house.folder / "made"
        if not made.exists() or made.read_text() != server():
            for old in HOME.glob(f"{stem}-*"):
                shutil.rmtree(old)
            house.folder.mkdir()
            tell_server(f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)', f'CREATE DATABASE "{name}"')
            words = [sys.executable, "-m", "konak", "migrate"]
            sample = ["--sample", "--day", str(TOWN_DAY)] if kind == "town" else []
            subprocess.run([*words, *sample], cwd=machine.BASE, env=house.environment(), check=True)
            made.write_text(server())
    return house


def copy(kind: str, whose: str) -> House:
    """A house of one's own, made from the template."""
    source = template(kind)
    name = f"{urlsplit(source.url).path[1:]}_{whose}"
    house = House(Path(tempfile.mkdtemp(prefix=f"konak-{kind}-")), at(name))
    shutil.copytree(source.folder, house.folder, dirs_exist_ok=True)
    tell_server(
        f'DROP DATABASE IF EXISTS "{name}" WITH (FORCE)',
        f'CREATE DATABASE "{name}" TEMPLATE "{urlsplit(source.url).path[1:]}"',
    )
    return house


def drop(house: House) -> None:
    """The house is no longer needed."""
    shutil.rmtree(house.folder, ignore_errors=True)
    if SERVED:
        tell_server(f'DROP DATABASE IF EXISTS "{house.name}" WITH (FORCE)')


class Lodging:
    """Which house the tests of this process live in just now."""

    def __init__(self) -> None:
        self.houses: dict[str, House] = {}
        self.here: House | None = None
        self.kind = "empty"
        self.open = False

    def move(self, kind: str) -> None:
        """Live in the house of this kind; before the first test with a database, only remember it."""
        self.kind = kind
        if not self.open:
            return
        from django.conf import settings
        from django.db import connection

        if kind not in self.houses:
            self.houses[kind] = copy(kind, WORKER)
        house = self.houses[kind]
        if house != self.here:
            self._leave()
            self.here = house
            connection.settings_dict["NAME"] = house.name
            settings.VAR = house.folder

    def renew(self) -> None:
        """Something was written for good: the next test gets a fresh copy."""
        self._leave()
        drop(self.houses.pop(self.kind))
        self.move(self.kind)

    def end(self) -> None:
        """Nothing is left behind."""
        self._leave()
        self.open = False
        for house in self.houses.values():
            drop(house)

    def _leave(self) -> None:
        from django.db import connection

        if self.here:
            connection.close()
            if SERVED:
                connection.close_pool()
        self.here = None


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
    with django_db_blocker.unblock():  # type: ignore[attr-defined]
        LODGING.open = True
        LODGING.move(LODGING.kind)
        yield
        LODGING.end()


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """A test that names `town` lives in the sample town, every other one in an empty house."""
    LODGING.move("town" if "town" in getattr(item, "fixturenames", ()) else "empty")
    return (yield)


@pytest.fixture
def town(db: None) -> date:
    """The sample town; the day it is seeded to."""
    if not exists("konak.house.town"):
        pytest.fail("this test needs konak.house.town, which is not built")
    return TOWN_DAY
