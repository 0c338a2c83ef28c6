"""The main road, from a letter to the law: each step is done by the one whose duty it is.

The matter is that of an extraordinary session called and held on the same day about help for families whose
homes burned down; persons and numbers are invented.
"""

from collections.abc import Callable
from typing import Any

from konak.kernel.signing import verify_pdf
from tests.browser import Served

from .office import Desk, case

LETTER = "Барање за парична помош на семејствата настрадани во пожарот"
TITLE = "Одлука за парична помош на семејствата настрадани во пожарот"
TITLE_SQ = "Vendim për ndihmë financiare për familjet e dëmtuara në zjarr"


def test_a_letter_becomes_a_law(visitors: Callable[..., Any], live: Served, settings: Any) -> None:
    settings.VAR = live.house.folder  # where the town's authority keeps the roots that seals are held against

    def at_desk(login: str) -> Desk:
        return Desk(visitors()).sign_in(login)

    # the counter: the letter is registered, its number is stamped, the case goes to the legal officer
    registrar = at_desk("registrar").go("Писарница", "Заведи влезно писмо")
    registrar.write(name="Црвен крст „Ќафа“ – Куманово", subject=LETTER).choose(
        kind="Здружение", mark="0809", unit="поддршка на Советот"
    )
    registrar.press("Заведи")
    letter = registrar.number()
    number = letter.removesuffix("/1")
    registrar.go("Распореди").choose(unit="поддршка на Советот", person="Биљана Шуќарова").press("Распореди")
    registrar.sees(number)

    # the legal officer drafts the act from the case, in both languages, and asks for an opinion
    lawyer = at_desk("lawyer").begin("Изработи акт")
    lawyer.write(case_number=number, title_mk=TITLE, title_sq=TITLE_SQ).choose(
        kind="Одлука", proposer="Градоначалникот"
    )
    lawyer.pick("Советот").press("Започни нацрт")
    lawyer.go("Пишувај без образец")
    lawyer.write(text_mk=case("pomosh.mk.txt"), text_sq=case("pomosh.sq.txt")).press("Зачувај го текстот")
    lawyer.go("Побарај мислење").press("Побарај мислење")

    # a colleague gives it under a number of its own; then the act is proposed
    colleague = at_desk("lawyer.sq").go("ndihmë financiare").go("Shkruaj mendimin")
    colleague.everywhere("Po").everywhere("në pajtim").press("Jep mendimin")
    lawyer.go("Акти", "Сите", number, "Предложи").press("Предложи")
    lawyer.sees("предложен", "во согласност")

    # an extraordinary session is called for the same day: the terms are warned of and the reason is kept
    clerk = at_desk("session").begin("Закажи седница")
    clerk.write(day="13.10.2026", hour="10:00", place_mk="Голема сала", place_sq="Salla e madhe")
    clerk.choose(kind="вонредна").press("Подготви ја седницата")
    clerk.go("Додај точка").choose(act="парична помош").press("Стави на дневен ред")
    clerk.go("Свикај ја седницата").sees("последниот ден")
    clerk.write(late_reason="Пожар: помошта е потребна веднаш").press("Свикај ја седницата")

    # they come, it is opened, the agenda is adopted, the vote is taken and its arithmetic is shown
    clerk.go("Присуство").press("Сите дојдоа")
    president = (
        at_desk("president")
        .go("Седници", "13.10.2026")
        .go("Отвори ја седницата")
        .press("Отвори ја седницата")
    )
    president.sees("во тек")
    clerk.go("Седници", "13.10.2026").go("Усвои го дневниот ред")
    clerk.write(present="31", votes_for="31").press("Стави го дневниот ред на гласање")
    clerk.go("парична помош").sees("Потребни: 16 од 31 присутни")
    clerk.write(present="31", votes_for="20", against="6", abstained="5").press("Стави на гласање")
    clerk.sees("ДОНЕСЕНО", "За 20, потребни 16 од 31 присутни (чл. 41 ст. 2)")
    clerk.go("Седници", "13.10.2026").go("Заклучи ја седницата").press("Заклучи ја седницата")
    clerk.go("Записник").press("Изготви записник")

    # the text is fixed after the vote, signed by hand, certified, and its publication ordered by the mayor
    lawyer.go("Акти", "Сите", number).go("Утврди го текстот").press("Завери го текстот")
    fixed = lawyer.download("Македонски")
    clerk.go("Акти", "Сите", number).go("Внеси го потпишаниот акт")
    clerk.upload(fixed, scan="odluka.pdf").press("Потврди: верно на оригиналот")
    mayor = at_desk("mayor").go("Акти", "Сите", number).go("Нареди објавување").press("Нареди објавување")
    mayor.sees("за објавување")

    # the gazette of the day is composed, sealed and published
    editor = at_desk("editor").begin("Отвори број на Службен гласник").write(day="13.10.2026")
    editor.press("Отвори го бројот").press("Додај").go("Објави").press("Печатирај и објави")
    editor.sees("објавен")

    # a citizen finds it in the other script, reads it in both languages with its history, and takes the gazette
    citizen = Desk(visitors(360))
    citizen.page.goto("/mk/")
    citizen.write(q="parichna pomosh").press("Барај").go("парична помош")
    citizen.sees(
        "сѐ уште не е во сила",
        "21 октомври 2026",
        f"под број {number}/1",
        "За 20, потребни 16 од 31 присутни",
    )
    citizen.go("Shqip").sees("ndihmë financiare", "60.000,00 denarë", "Neni 2")
    assert citizen.page.locator("html").get_attribute("lang") == "sq"
    verdict = verify_pdf(citizen.download("PDF"))
    assert verdict.valid, verdict.problems

    # the sender is answered and the case is put away
    lawyer.go("Писарница", letter, f"Отвори го предметот {number}", "Одговори").write(
        subject="Одговор: одлуката е донесена и објавена"
    )
    lawyer.press("Заведи")
    registrar.go("Писарница", f"{number}/5").go("Испрати").press("Испрати")
    lawyer.go("Задачи").go(f"Постапете по предметот {number}").press("Означи како завршена")
    registrar.go("Писарница", letter, f"Отвори го предметот {number}", "Разведи").press("Разведи, а/а")
    registrar.sees("разведен, а/а")
