"""Every part, in both languages, light and dark, narrow and wide: axe finds nothing against WCAG 2.2 AA."""

import os
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from django.contrib.staticfiles.handlers import StaticFilesHandler
from django.test.testcases import LiveServerThread

from konak.kernel.ui.tests import gallery

CHROMIUM = Path("/usr/bin/chromium")
FLAGS = [
    "--no-sandbox", "--disable-gpu", "--disable-quic", "--no-first-run", "--disable-background-networking",
    "--disable-component-update", "--disable-sync",
]  # fmt: skip
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
SHOTS = os.environ.get("KONAK_SHOTS")

pytestmark = pytest.mark.skipif(not CHROMIUM.exists(), reason="no Chromium on this machine")


@pytest.fixture(scope="module")
def browser() -> Iterator[Any]:
    playwright = pytest.importorskip("playwright.sync_api")
    with playwright.sync_playwright() as play:
        chromium = play.chromium.launch(executable_path=str(CHROMIUM), args=FLAGS)
        yield chromium
        chromium.close()


@pytest.fixture
def house(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    settings.ROOT_URLCONF = "konak.kernel.ui.tests.gallery"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    gallery.furnish(monkeypatch)
    server = LiveServerThread("127.0.0.1", StaticFilesHandler, connections_override={}, port=0)
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://127.0.0.1:{server.port}"
    server.terminate()


@pytest.mark.parametrize("lang", ["mk", "sq"])
@pytest.mark.parametrize("page", ["office", "public", "door", "print"])
def test_no_part_breaks_the_rules_of_access(browser: Any, house: str, page: str, lang: str) -> None:
    from axe_playwright_python.sync_playwright import Axe

    faults = []
    for width in (320, 360, 1440):
        for scheme in ("light", "dark"):
            context = browser.new_context(viewport={"width": width, "height": 900}, color_scheme=scheme)
            tab = context.new_page()
            said: list[str] = []
            tab.on("console", lambda message, said=said: said.append(message.text))
            tab.on("pageerror", lambda error, said=said: said.append(str(error)))
            tab.goto(f"{house}/{lang}/gallery/{page}/", wait_until="networkidle")
            found = (
                Axe().run(tab, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
            )
            faults += [(width, scheme, each["id"], each["nodes"][0]["html"][:200]) for each in found]
            wide = tab.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
            faults += [(width, scheme, "reflow", wide)] if wide > 0 else []
            faults += [(width, scheme, "console", text) for text in said]
            if SHOTS and width != 320:
                tab.screenshot(path=f"{SHOTS}/{page}-{lang}-{width}-{scheme}.png", full_page=True)
            context.close()
    assert faults == []
