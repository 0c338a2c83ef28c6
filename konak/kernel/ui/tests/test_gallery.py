"""Every part, in both languages, light and dark, narrow and wide: axe finds nothing against WCAG 2.2 AA."""

import os
from collections.abc import Iterator
from typing import Any

import pytest
from django.test.testcases import LiveServerThread

from konak.kernel.ui.tests import gallery
from tests.axe import broken

SHOTS = os.environ.get("KONAK_SHOTS")


def _as_it_is(handler: Any) -> Any:
    """The house's own middleware serves the static files, collected or not."""
    return handler


@pytest.fixture
def house(settings: Any, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    settings.ROOT_URLCONF = "konak.kernel.ui.tests.gallery"
    settings.ALLOWED_HOSTS = ["127.0.0.1"]
    gallery.furnish(monkeypatch)
    server = LiveServerThread("127.0.0.1", _as_it_is, connections_override={}, port=0)
    server.start()
    server.is_ready.wait()
    if server.error:
        raise server.error
    yield f"http://127.0.0.1:{server.port}"
    server.terminate()


@pytest.fixture
def tab(browser: Any) -> Iterator[Any]:
    context = browser.new_context(reduced_motion="reduce")
    yield context.new_page()
    context.close()


@pytest.mark.parametrize("lang", ["mk", "sq"])
@pytest.mark.parametrize("page", ["office", "public", "door", "print"])
def test_no_part_breaks_the_rules_of_access(tab: Any, house: str, page: str, lang: str) -> None:
    faults: list[tuple[Any, ...]] = []
    tab.on("console", lambda message: faults.append(("console", message.text)))
    tab.on("pageerror", lambda error: faults.append(("script", str(error))))
    for width in (360, 1440):
        for scheme in ("light", "dark"):
            tab.set_viewport_size({"width": width, "height": 900})
            tab.emulate_media(color_scheme=scheme)
            tab.goto(f"{house}/{lang}/gallery/{page}/", wait_until="load")
            faults += [(width, scheme, *each) for each in broken(tab)]
            if SHOTS:
                tab.screenshot(path=f"{SHOTS}/{page}-{lang}-{width}-{scheme}.png", full_page=True)
    assert faults == []


@pytest.mark.parametrize("lang", ["mk", "sq"])
@pytest.mark.parametrize("page", ["office", "public", "door", "print"])
def test_a_page_reads_in_one_direction_at_320_pixels(tab: Any, house: str, page: str, lang: str) -> None:
    tab.set_viewport_size({"width": 320, "height": 800})
    tab.goto(f"{house}/{lang}/gallery/{page}/")
    assert tab.evaluate("document.documentElement.scrollWidth") == 320


def test_the_error_summary_takes_the_focus_and_leads_to_the_field(tab: Any, house: str) -> None:
    tab.goto(f"{house}/mk/gallery/office/", wait_until="load")
    assert tab.evaluate("document.activeElement.className") == "k-error-summary"
    tab.click("a[href='#wrong_day']")
    assert tab.evaluate("document.activeElement.id") == "wrong_day"


@pytest.mark.parametrize("keys", ["Control+k", "/"])
def test_the_palette_goes_by_keys_alone(tab: Any, house: str, keys: str) -> None:
    tab.goto(f"{house}/mk/gallery/office/", wait_until="load")
    tab.keyboard.press(keys)
    tab.keyboard.type("писар")
    tab.keyboard.press("ArrowDown")
    tab.keyboard.press("Enter")
    tab.wait_for_url(f"{house}/office/registry/")


def test_a_confirmation_needs_no_script(browser: Any, house: str) -> None:
    context = browser.new_context(java_script_enabled=False)
    tab = context.new_page()
    tab.goto(f"{house}/mk/gallery/office/")
    dialog = tab.get_by_role("dialog", name="Поништи")
    assert not dialog.is_visible()
    tab.get_by_role("button", name="Поништи").click()
    assert "Нема кворум" in dialog.inner_text()
    dialog.get_by_role("button", name="Назад").click()
    assert not dialog.is_visible()
    context.close()
