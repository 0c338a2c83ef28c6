"""The browser tests' own ground: a served house and a window before it."""

from typing import Any

from tests.browser import Served


def test_a_visitor_sees_a_page_of_the_served_house(page: Any, live: Served) -> None:
    troubles: list[str] = []
    page.on("console", lambda message: troubles.append(message.text))
    answer = page.goto("/sq/nope")
    assert answer.status == 404
    assert page.locator("h1").inner_text() == "Faqja nuk ekziston"
    assert page.locator("main").evaluate("one => getComputedStyle(one).maxWidth") == "640px"
    assert [text for text in troubles if "404" not in text] == []
