"""Browser tests: the house really served, a real Chromium before it."""

import os
import shutil
import signal
import subprocess
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from konak.house import machine
from konak.house.cli import exists
from konak.house.up import answers

from .databases import SERVED, TOWN_DAY, UNSAFE, WORKER, House, copy, drop
from .postgres import binaries, free_port

CHROMIUM = next((found for name in ("chromium", "chromium-browser") if (found := shutil.which(name))), "")
FLAGS = [
    *("--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run"),
    *("--disable-background-networking", "--disable-component-update", "--disable-sync"),
]
PATIENCE = 60_000  # milliseconds; a machine may have much else to do
QUICK = os.environ.get("KONAK_TEST_QUICK") == "1"
ALL = os.environ.get("KONAK_TEST_ALL") == "1"  # what this machine lacks is a failure


@dataclass(frozen=True)
class Served:
    """A house being served."""

    url: str
    house: House
    process: subprocess.Popen[bytes]


def serve(house: House, log: Path, clock: str = f"{TOWN_DAY}T08:00", before: Sequence[str] = ()) -> Served:
    """Serve `house` with `konak up`, as in real life; returns when it answers. In the town `clock` says when.

    `before` are words said before the command's own, for a process in other circumstances.
    """
    url = f"http://127.0.0.1:{(port := free_port())}"
    environment = house.environment() | {"KONAK_ADDRESS": url}
    if house.folder.name.startswith("konak-town-"):  # the clock is shifted in a sample only
        environment["KONAK_CLOCK"] = clock
    words = [*before, sys.executable, "-m", "konak", "up", "--port", str(port)]
    with log.open("wb") as out:
        process = subprocess.Popen(words, cwd=machine.BASE, env=environment, stdout=out, stderr=out)
    until = time.monotonic() + PATIENCE / 1000
    while not answers(url):
        if process.poll() is not None or time.monotonic() > until:
            process.kill()
            raise RuntimeError(f"the house did not open:\n{log.read_text()}")
        time.sleep(0.05)
    return Served(url, house, process)


@pytest.fixture(scope="module")
def live(tmp_path_factory: pytest.TempPathFactory, request: pytest.FixtureRequest) -> Iterator[Served]:
    """The sample town served to this module's tests; what they write stays until the module ends."""
    house = copy("town" if exists("konak.house.town") else "empty", f"live_{WORKER}")
    served = serve(house, tmp_path_factory.mktemp("live") / "log")
    yield served
    code = close(served)
    drop(house)
    assert code == 0


def close(served: Served) -> int:
    """Stop serving; 0 when it ended well."""
    served.process.send_signal(signal.SIGTERM)
    return served.process.wait(PATIENCE / 1000)


@pytest.fixture(scope="session")
def browser() -> Iterator[Any]:
    """Debian's Chromium."""
    from playwright.sync_api import sync_playwright

    # Playwright leaves an event loop in this thread, and Django would take the tests that follow for parts of it
    os.environ[UNSAFE] = "1"
    with sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=CHROMIUM, args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def page(browser: Any, live: Served) -> Iterator[Any]:
    """One visitor's window, 1440 pixels wide; short addresses are those of `live`."""
    context = browser.new_context(base_url=live.url, viewport={"width": 1440, "height": 1000})
    context.set_default_timeout(PATIENCE)
    yield context.new_page()
    context.close()


@pytest.fixture
def visitors(browser: Any, live: Served) -> Iterator[Any]:
    """`visitors(width=1440)` opens the window of another person, who shares nothing with the others."""
    contexts = []

    def visitor(width: int = 1440) -> Any:
        context = browser.new_context(base_url=live.url, viewport={"width": width, "height": 1000})
        context.set_default_timeout(PATIENCE)
        contexts.append(context)
        return context.new_page()

    yield visitor
    for context in contexts:
        context.close()


def asks_database(item: pytest.Item) -> bool:
    """Whether the test asks for one; in a room, who does not ask for the database does not get it."""
    asked = {"db", "transactional_db", "live"} & set(getattr(item, "fixturenames", ()))
    return bool(
        asked or item.get_closest_marker("django_db") or not item.path.is_relative_to(machine.BASE / "konak")
    )


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Leave out what cannot be run here; with KONAK_TEST_ALL=1 a missing browser is a failure."""
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            if not CHROMIUM and ALL:
                raise pytest.UsageError(f"{item.nodeid}: no Chromium on this machine")
            if not CHROMIUM:
                item.add_marker(pytest.mark.skip(reason="no Chromium on this machine"))
        if QUICK and item.get_closest_marker("slow"):
            item.add_marker(pytest.mark.skip(reason="takes minutes, left out by KONAK_TEST_QUICK=1"))
        if QUICK and (item.get_closest_marker("alike") or not asks_database(item)):
            item.add_marker(pytest.mark.skip(reason="knows no database, left out by KONAK_TEST_QUICK=1"))
        if item.get_closest_marker("postgres") and not SERVED:
            item.add_marker(pytest.mark.skip(reason="only PostgreSQL can show it"))


@pytest.hookimpl(trylast=True)
def pytest_unconfigure(config: pytest.Config) -> None:
    """The last lines: what could not be run."""
    terminal: Any = config.pluginmanager.getplugin("terminalreporter")
    if terminal is None or hasattr(config, "workerinput") or config.option.collectonly:
        return
    skipped = Counter(
        report.longrepr[2].removeprefix("Skipped: ") for report in terminal.stats.get("skipped", [])
    )
    for reason, number in sorted(skipped.items()):
        terminal.write_line(f"NOT RUN: {number} test{'s' * (number > 1)}: {reason}")
    if not SERVED:
        why = "make test-postgres" if binaries() else "no PostgreSQL on this machine"
        terminal.write_line(f"NOT RUN: everything on PostgreSQL: {why}")
