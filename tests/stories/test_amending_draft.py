"""A clerk amends an act in force: points at what changes, sees it in both languages, reads an old decision, proposes.

Meanwhile a colleague asks about a provision, and what is typed in a box is kept before any button is pressed.
"""

from collections.abc import Callable
from typing import Any

from tests.browser import Served

from .office import Desk

OLD = {
    "text_mk": "Во членот 7 став 2 бројот „15“ се заменува со бројот „10“.\nЧленот 1 се подобрува.",
    "text_sq": "Në nenin 7 paragrafi 2 numri „15“ zëvendësohet me numrin „10“.\nNeni 1 përmirësohet.",
}


def test_an_act_in_force_is_amended(visitors: Callable[..., Any], live: Served) -> None:
    def at_desk(login: str) -> Desk:
        return Desk(visitors()).sign_in(login)

    # the act in force is found by a word of its title and chosen, once
    officer = at_desk("officer").begin("Измени акт").write(q="комуналниот").press("Најди го актот")
    officer.page.get_by_role("row", name="комуналниот ред").get_by_role("link").click()
    officer.sees("Се изменува: ").press("Започни нацрт")
    officer.sees("Одлука за изменување на Одлуката за комуналниот ред", "Сѐ уште нема измени")

    # he points at article 5, says what changes, and sees sentence and redline in both languages before he adds it
    officer.go("Измени: член 5").write(old_mk="8 часот", new_mk="7 часот", old_sq="orën 8", new_sq="orën 7")
    officer.press("Прикажи ја реченицата и новиот текст").sees(
        "Во членот 5 зборовите „8 часот“ се заменуваат со зборовите „7 часот“.",
        "Në nenin 5 fjalët „orën 8“ zëvendësohen me fjalët „orën 7“.",
    )
    main = officer.page.locator("main")
    assert main.locator("del").all_inner_texts() == ["8", "8"]
    assert main.locator("ins").all_inner_texts() == ["7", "7"]
    officer.page.get_by_text("Прочитај го пречистениот текст").first.click()
    officer.sees("најдоцна до 7 часот наутро")
    officer.press("Додај ја измената").sees("Додадено: Во членот 5")

    # the numbers and words of an article that is not there are refused with the reason
    officer.go("Измени: член 6").write(old_mk="нема", new_mk="има", old_sq="larja", new_sq="pastrimi")
    officer.press("Додај ја измената").sees("„нема“ не се наоѓаат")

    # an old decision is pasted: what is understood is accepted, what is not read is left out
    officer.go("Измени и дополнувања", "Прочитај залепена одлука").write(**OLD)
    officer.press("Прикажи што е разбрано").sees("Реченицата не менува акт.")
    assert [officer.page.locator(f"[name=do_{n}] option:checked").inner_text() for n in (0, 1)] == [
        "прифати",
        "изостави",
    ]
    officer.press("Додај го прифатеното").sees("Në nenin 7 paragrafin 2 numri „15“ zëvendësohet")

    # a new article makes the title say that it adds as well; the decision becomes the text of the draft
    officer.go("Измени: член 8").choose(op="Додај нова одредба")
    officer.write(new_mk="Корисникот плаќа депозит.", new_sq="Shfrytëzuesi paguan depozitë.")
    officer.press("Додај ја измената").sees("По членот 8 се додава нов член 8-а", "Neni 8-a")
    officer.go("Напиши ја одлуката за изменување").sees("Член 4\nОваа одлука влегува во сила осмиот ден")
    officer.press("Запиши ја како верзија на нацртот")
    officer.sees("Одлука за изменување и дополнување на Одлуката за комуналниот ред")

    # the Albanian legal officer asks about a provision; the answer settles it
    lawyer = at_desk("lawyer.sq").go("Aktet", "Të gjitha")
    lawyer.page.get_by_role("row", name="ndryshimin dhe plotësimin").get_by_role("link").first.click()
    lawyer.go("Dispozitat")
    lawyer.go("Komento: neni 2").write(text="Pse 10 ditë?").press("Ruaje komentin")
    officer.go("Одредби").sees("Pse 10 ditë?").go("Одговори").write(text="Така е во законот.").press(
        "Одговори"
    )
    lawyer.page.reload()
    lawyer.sees("Така е во законот.").go("Shëno si të zgjidhur").press("Shëno si të zgjidhur").sees(
        "i zgjidhur"
    )

    # what is typed in a box is kept while it is typed; she who has it open too sees both texts
    officer.go("Промени ги зборовите: член 4")
    lawyer.go("Ndrysho fjalët: neni 4").sees("Draftin e ka hapur edhe dikush tjetër", "Gorjan Peshevski")
    box = officer.page.locator("[name=text_mk]")
    box.fill(box.input_value().replace("осмиот ден", "следниот ден"))
    officer.page.locator("[data-autosave]:not(:empty)").wait_for()
    assert officer.page.locator("[data-autosave]").inner_text().startswith("Зачувано во ")
    hers = lawyer.page.locator("[name=text_mk]")
    hers.fill(hers.input_value().replace("осмиот ден", "десеттиот ден"))
    lawyer.press("Ruaje dispozitën").sees("следниот ден")
    assert "десеттиот ден" in hers.input_value()
    assert lawyer.page.locator("main del").all_inner_texts() == ["следниот"]

    # it is as it will be printed in both languages, and is proposed
    officer.go("Назад").sees("следниот ден")
    for lang in ("Македонски", "Shqip"):
        assert officer.download(lang).startswith(b"%PDF-")
    officer.go("Одлука за изменување и дополнување", "Предложи").press("Предложи").sees("предложен")
