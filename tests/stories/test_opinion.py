"""Opinions and language work: a statute of a school, and a draft that is opined on, proofread and changed again.

What the legal officer writes is his until he gives it; the text that changes afterwards is told to everybody.
"""

from collections.abc import Callable
from typing import Any

from tests.browser import Served

from .office import Desk

STATUTE = "Статут на ОУ „Бреза“ – Орашац"
UNSEEN = "Да се провери согласноста на основачот."
DRAFT = "урбана опрема"
NEXT_YEAR = "во 2027 година"


def draft_of(desk: Desk) -> Desk:
    """The draft of the next year's programme, out of the list of all acts."""
    desk.go("Акти", "Сите").page.get_by_role("row").filter(has_text=NEXT_YEAR).get_by_role(
        "link"
    ).first.click()
    return desk


def test_an_opinion_is_written_unseen_and_given_under_its_number(
    visitors: Callable[..., Any], live: Served
) -> None:
    def at_desk(login: str, width: int = 1440) -> Desk:
        return Desk(visitors(width)).sign_in(login)

    # the head asks for an opinion on a school's statute, by the term of the house
    head = at_desk("head").begin("Побарај мислење за текст на други")
    head.sees("5 работни дена", "вторник, 20 октомври 2026")
    head.pick("Статут или акт на училиште").write(title=STATUTE).press("Побарај мислење")
    head.sees(STATUTE, "побарано")

    # the legal officer begins, keeps it for herself and shows it to a colleague; the head sees nothing of it
    lawyer = at_desk("lawyer").go("Бреза", "Напиши го мислењето")
    lawyer.everywhere("Да").write(text=UNSEEN).press("Зачувај за себе").sees(UNSEEN)
    head.go("Мислења за законитост", "Сите", "Бреза").misses(UNSEEN).sees("сѐ уште не е дадено")
    lawyer.go("Покажи на колега").choose(person="Zeqiri").press("Покажи")
    colleague = at_desk("lawyer.sq", 360).go("Бреза").sees(UNSEEN)

    # she finds what does not fit; without a remark the house refuses, with it the opinion gets its own number
    lawyer.go("Напиши го мислењето")
    lawyer.page.locator("[name=answer_founder][value=no]").check()
    lawyer.everywhere("во согласност со забелешки").press("Дај мислење").sees("Напишете забелешка")
    lawyer.write(remark_founder="Член 4: согласност дава Советот.").press("Дај мислење")
    number = lawyer.number()
    assert number.endswith("/1")
    head.go("Мислења за законитост", "Сите", "Бреза").sees(number, "во согласност со забелешки", "Член 4")
    colleague.go("Mendime për ligjshmërinë", "Të gjitha", "Бреза").sees(number, "në pajtim me vërejtje")
    lawyer.go("Потпиши дигитално").press("Потпиши").sees(f"{number} е потпишано").misses("Потпиши дигитално")


def test_a_draft_that_changes_outdates_opinion_and_proofreading(
    visitors: Callable[..., Any], live: Served
) -> None:
    def at_desk(login: str) -> Desk:
        return Desk(visitors()).sign_in(login)

    # the draft of the sample town is proofread; its opinion waits
    officer = draft_of(at_desk("officer"))
    officer.sees("лектор, лиценца 118", "завршено", "Мислењето за законитост сѐ уште не е дадено")
    lawyer = at_desk("lawyer.sq").go(NEXT_YEAR.replace("во", "në vitin").replace(" година", ""))
    lawyer.go("Shkruaj mendimin").everywhere("Po").everywhere("në pajtim").press("Jep mendimin")
    lawyer.sees("në pajtim")

    # the officer changes the text: the opinion and the proofreading are of the older one
    draft_of(officer).misses("сѐ уште не е дадено").go("Напиши го текстот")
    text = officer.page.locator("[name=text_mk]").input_value()
    officer.write(text_mk=text.replace("350.000,00", "360.000,00")).press("Зачувај го текстот")
    officer.sees("изменет по мислењето за законитост", "изменет по лектурата", "застарено")
    officer.go("Видете што е изменето").sees("Македонски", "360.000,00")

    # the translator is asked again on her own desk; proposing tells all of it at once and stops nothing
    translator = at_desk("translator").go("Përkthim (shqipe)")
    translator.sees("në shqip", "Njomza")
    draft_of(officer).go("Предложи").sees(
        "Нема текст на албански", "изменет по мислењето", "изменет по лектурата", "не го спречува предлогот"
    )
    officer.press("Предложи").sees("предложен")
