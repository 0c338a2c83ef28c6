"""The databases of the tests: one template per state of the code, a quick copy of it for whoever tests."""

import fcntl
import functools
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

from konak.house import machine

TOWN_DAY = date(2026, 10, 13)
HOME = machine.BASE / "var" / "test"
WORKER = os.environ.get("PYTEST_XDIST_WORKER", "one")
URL = os.environ.get("KONAK_DATABASE", "")
UNSAFE = "DJANGO_ALLOW_ASYNC_UNSAFE"  # of the tests' own process
SERVED = URL != ""  # by a PostgreSQL server


@functools.cache
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
        inherited = {name: value for name, value in os.environ.items() if name != UNSAFE}
        return inherited | {"KONAK_VAR": str(self.folder), "KONAK_DATABASE": self.url}


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
def alone(kind: str) -> Iterator[None]:
    """One worker makes the template, the others wait."""
    HOME.mkdir(parents=True, exist_ok=True)
    with open(HOME / f"lock-{kind}", "w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        yield


def template(kind: str) -> House:
    """The template `empty` or `town`; made when the code changed."""
    stem = f"{'server' if SERVED else 'file'}-{kind}"
    name = f"konak_{kind}_{state_of_the_code()}"
    with alone(kind):
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
    return another(template(kind), kind, f"konak_{kind}_{state_of_the_code()}_{whose}")


def another(source: House, kind: str, name: str) -> House:
    """A house like `source`, in which nobody is just now; the server calls its database `name`."""
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
