"""The public house before a real browser, scripts forbidden; tests/test_axe.py looks at the rules of access."""

from typing import Any


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
