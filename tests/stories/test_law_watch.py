"""A law changes: the legal officer reads the gazette, records the change, and her task leads to the act that rests on
the changed place; without scripts."""

import re
from typing import Any

CONTENTS = """1. Закон за изменување и дополнување на Законот за комуналните дејности
2. Закон за изменување на Законот за игрите на среќа"""


def test_a_change_of_a_law_reaches_the_desk_of_the_legal_officer(browser: Any, live: Any) -> None:
    from .office import Desk

    context = browser.new_context(base_url=live.url, java_script_enabled=False)
    desk = Desk(context.new_page()).sign_in("lawyer")
    page = desk.page

    # the contents of the issue, line by line: the first concerns us, because we rest on that law
    page.goto("/office/laws/reading/new/")
    page.fill("[name=number]", "190")
    page.fill("[name=pasted]", CONTENTS)
    desk.press("Прочитај ја содржината")
    desk.sees("се повикуваме на него")
    assert page.locator("[name=line_0]").input_value() == "note"
    assert page.locator("[name=line_1]").input_value() == "nothing"
    desk.press("Зачувај во дневникот")
    desk.sees("190/2026", "Закон за изменување и дополнување на Законот за комуналните дејности")

    # the change: what of ours rests on the changed places is seen before it is recorded
    page.goto("/office/laws/?text=комуналните")
    page.get_by_role("link", name="Закон за комуналните дејности").click()
    page.get_by_role("link", name="Внеси измена").click()
    page.get_by_label("изменет", exact=True).check()
    page.fill("[name=issue]", "190/2026")
    page.fill("[name=published_on]", "12.10.2026")
    page.fill("[name=from_day]", "20.10.2026")
    desk.press("Покажи што се потпира на него")
    desk.sees("Одлука за комуналниот ред на јавните површини")
    desk.press("Внеси ја измената")
    desk.sees("правникот има задача", "190/2026")

    # her task leads to the act; there it says which citation to look over
    page.goto("/office/tasks/")
    page.get_by_role(
        "link", name=re.compile("Изменет е пропис на кој се потпира: Одлука за комуналниот ред")
    ).click()
    page.get_by_role("link", name="Отвори го предметот на задачата").click()
    desk.sees("Прегледајте ги овие повикувања", "Закон за комуналните дејности", "190/2026")
    context.close()
