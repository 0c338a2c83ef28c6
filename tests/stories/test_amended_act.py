"""A citizen reads an amended decision as it stood on any day, on a telephone, without scripts, in both languages."""

from typing import Any

import pytest

SAID = {
    "mk": {
        "original": "Изворниот текст",
        "amended": "Изменет со",
        "old": "до 12 пати",
        "new": "до 24 пати",
        "mark": "изменето со",
        "compare": "Спореди",
        "runs": [("12", "24"), ("400", "500"), ("3", "5")],
        "added": "училиштата од подрачјето",
    },
    "sq": {
        "original": "Teksti origjinal",
        "amended": "Ndryshuar me",
        "old": "deri në 12 herë",
        "new": "deri në 24 herë",
        "mark": "ndryshuar me",
        "compare": "Krahaso",
        "runs": [("12", "24"), ("400", "500"), ("3", "5")],
        "added": "shkollat nga territori",
    },
}


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_an_amended_decision_is_read_as_it_stood_on_any_day(browser: Any, live: Any, lang: str) -> None:
    said = SAID[lang]
    context = browser.new_context(
        base_url=live.url, java_script_enabled=False, viewport={"width": 360, "height": 800}
    )
    tab = context.new_page()

    def main() -> str:
        return str(tab.locator("main").inner_text())

    # the decision as it is in force today, and who changed it
    tab.goto(f"/{lang}/acts/2/")
    assert said["amended"] in main()
    assert [said["old"] in main(), said["new"] in main(), said["added"] in main()] == [False, True, True]
    assert said["mark"] in tab.locator("article.k-act").inner_text()

    # the original is one click away, and no provision of it was changed by anybody
    tab.get_by_role("link", name=said["original"]).click()
    text = tab.locator("article.k-act").inner_text()
    assert [said["old"] in text, said["new"] in text, said["mark"] in text] == [True, False, False]

    # the timeline is links: the newest text, with a mark that leads to the act, its session and its vote
    tab.locator("#versions + nav li").last.get_by_role("link").first.click()
    assert said["new"] in tab.locator("article.k-act").inner_text()
    tab.locator("article.k-act a").first.click()
    assert "#act-" in tab.url
    decided = tab.locator(f"#{tab.url.split('#')[1]}")
    assert "27" in decided.inner_text()
    assert decided.locator("a[href*='/sessions/']").count() == 1

    # what changed between the two, word by word; nothing is wider than the telephone
    tab.get_by_role("button", name=said["compare"]).click()
    gone, come = tab.locator("main del").all_inner_texts(), tab.locator("main ins").all_inner_texts()
    for old, new in said["runs"]:
        assert any(old in one for one in gone)
        assert any(new in one for one in come)
    assert tab.evaluate("document.documentElement.scrollWidth") <= 360

    # every version on paper and as data
    for form, start in (("PDF", b"%PDF-"), ("DOCX", b"PK"), ("XML", b"<akomaNtoso")):
        link = tab.locator("#versions + nav li").last.get_by_role("link", name=form, exact=True).first
        assert context.request.get(link.get_attribute("href")).body().lstrip()[: len(start)] == start
    context.close()
