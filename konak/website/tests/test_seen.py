"""The public house and the desk before a real browser: rules of access, narrow and wide, in both languages."""

from typing import Any

import pytest

RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
PAGES = ("", "acts/", "sessions/", "gazette/", "search/?q=сала", "receipt/?number=0", "about/", "accessibility/",
         "data/")  # fmt: skip
FIRST = ("acts/", "sessions/", "gazette/")  # the first thing of each list is looked at too


def faults(tab: Any, address: str) -> list[tuple[Any, ...]]:
    """What is wrong with a page at 360 and 1440 pixels."""
    from axe_playwright_python.sync_playwright import Axe

    found: list[tuple[Any, ...]] = []
    for width in (360, 1440):
        tab.set_viewport_size({"width": width, "height": 900})
        tab.goto(address, wait_until="load")
        if tab.evaluate("document.documentElement.scrollWidth") > width:
            found.append((address, width, "wider than the window"))
        broken = Axe().run(tab, options={"runOnly": {"type": "tag", "values": RULES}}).response["violations"]
        found += [(address, width, each["id"], each["nodes"][0]["html"][:160]) for each in broken]
    return found


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_no_public_page_breaks_the_rules_of_access(page: Any, lang: str) -> None:
    addresses = [f"/{lang}/{place}" for place in PAGES]
    for place in FIRST:
        page.goto(f"/{lang}/{place}")
        addresses.append(page.locator("main .k-lines a").first.get_attribute("href"))
    assert len(addresses) == 12
    assert [fault for address in addresses for fault in faults(page, address)] == []


def test_a_citizen_finds_an_act_without_scripts(browser: Any, live: Any) -> None:
    context = browser.new_context(base_url=live.url, java_script_enabled=False, locale="sq")
    tab = context.new_page()
    tab.goto("/")
    tab.locator("main input[name=q]").fill("rendi komunal")
    tab.locator("main button").click()
    tab.get_by_role("link", name="rendin komunal").first.click()
    assert "në fuqi" in tab.locator("main").inner_text()
    tab.get_by_role("link", name="Македонски").first.click()
    assert "Одлука за комуналниот ред" in tab.locator("h1").inner_text()
    paper = tab.get_by_role("link", name="PDF").last.get_attribute("href")
    assert context.request.get(paper).body()[:5] == b"%PDF-"
    context.close()


@pytest.mark.parametrize("login", ["officer", "lawyer.sq"])
def test_no_page_of_the_desk_breaks_the_rules_of_access(page: Any, login: str) -> None:
    page.goto("/office/")
    page.fill("[name=login]", login)
    page.fill("[name=password]", "konak-kumanovo")
    page.click("main button[type=submit]")
    page.wait_for_url("**/office/")
    places = ("/office/", "/office/search/?q=сала", "/office/notices/")
    assert [fault for place in places for fault in faults(page, place)] == []
