"""An Albanian letter becomes a decision two weeks later: called in time, held on its day, signed digitally.

The matter is the November award: who may propose whom, as the town itself announced it; persons are invented.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from konak.kernel.signing import verify_pdf
from tests.browser import PATIENCE, Served, close, serve
from tests.databases import WORKER, copy, drop

from .office import Desk, case

LETTER = "Kërkesë për rregullimin e Çmimit të Nëntorit"
TITLE = "Одлука за Ноемвриската награда на Општина Куманово"
TITLE_SQ = "Vendim për Çmimin e Nëntorit të Komunës së Kumanovës"


class Town:
    """The town from one morning to another; every desk is a window of its own."""

    def __init__(self, browser: Any, folder: Path) -> None:
        self.browser, self.log = browser, folder / "log"
        self.house = copy("town", f"days_{WORKER}")
        self.served: Served | None = None

    def morning(self, moment: str) -> None:
        """Close the house in the evening and open it again at this moment."""
        self.close()
        self.served = serve(self.house, self.log, moment)

    def close(self) -> None:
        if self.served:
            assert close(self.served) == 0

    def window(self, width: int = 1440) -> Desk:
        assert self.served
        size = {"width": width, "height": 1000}
        page = self.browser.new_context(base_url=self.served.url, viewport=size).new_page()
        page.set_default_timeout(PATIENCE)
        return Desk(page)

    def desk(self, login: str) -> Desk:
        return self.window().sign_in(login)


@pytest.fixture
def kumanovo(browser: Any, tmp_path: Path, settings: Any) -> Iterator[Town]:
    town = Town(browser, tmp_path)
    settings.VAR = town.house.folder  # where the town's authority keeps the roots that seals are held against
    yield town
    town.close()
    drop(town.house)


@pytest.mark.slow
def test_an_albanian_letter_becomes_a_decision_two_weeks_later(kumanovo: Town) -> None:
    kumanovo.morning("2026-10-13T08:00")

    # the Albanian counter: the letter gets its number and goes to the legal officer
    counter = kumanovo.desk("registrar.sq").go("Zyra e shkresave", "Protokollo shkresë hyrëse")
    counter.write(name="Shoqata „Xixëllonja“ – Çerkez", subject=LETTER)
    counter.choose(kind="Shoqatë", mark="0809", unit="mbështetje të Këshillit", language="Shqip")
    counter.press("Protokollo")
    letter = counter.number()
    number = letter.removesuffix("/1")
    counter.go("Shpërndaj").choose(unit="mbështetje të Këshillit", person="Arbnora Zeqiri").press("Shpërndaj")
    counter.sees(number, LETTER)

    # the Albanian legal officer drafts in both languages; a Macedonian colleague gives the opinion
    drafter = kumanovo.desk("lawyer.sq").begin("Harto akt")
    drafter.write(case_number=number, title_mk=TITLE, title_sq=TITLE_SQ)
    drafter.choose(kind="Vendim", proposer="Kryetari").pick("Këshilli").press("Fillo draftin")
    drafter.go("Shkruaj pa model")
    drafter.write(text_mk=case("nagrada.mk.txt"), text_sq=case("nagrada.sq.txt")).press("Ruaj tekstin")
    drafter.go("Kërko mendim").press("Kërko mendim")
    lawyer = kumanovo.desk("lawyer").go("Ноемвриската награда", "Напиши го мислењето")
    lawyer.everywhere("Да").everywhere("во согласност").press("Дај мислење")
    drafter.go("Aktet", "Të gjitha", number, "Propozo").press("Propozo")
    drafter.sees("i propozuar")

    # a regular session is called two weeks ahead: nothing is late
    clerk = kumanovo.desk("session").begin("Закажи седница")
    clerk.write(day="27.10.2026", hour="10:00", place_mk="Голема сала", place_sq="Salla e madhe")
    clerk.choose(kind="редовна").press("Подготви ја седницата")
    clerk.go("Додај точка").choose(act="Ноемвриската награда").press("Стави на дневен ред")
    clerk.go("Свикај ја седницата").press("Свикај ја седницата")
    clerk.sees("свикана", "Ноемвриската награда")

    # the day of the session
    kumanovo.morning("2026-10-27T09:30")
    clerk = kumanovo.desk("session").go("Седници", "27.10.2026", "Присуство").press("Сите дојдоа")
    president = kumanovo.desk("president").go("Седници", "27.10.2026", "Отвори ја седницата")
    president.press("Отвори ја седницата").sees("во тек")
    clerk.go("Седници", "27.10.2026", "Усвои го дневниот ред")
    clerk.write(present="31", votes_for="30", abstained="1").press("Стави го дневниот ред на гласање")
    clerk.go("Ноемвриската награда")
    clerk.write(present="31", votes_for="28", abstained="3").press("Стави на гласање").sees("ДОНЕСЕНО")
    clerk.go("Седници", "27.10.2026", "Заклучи ја седницата").press("Заклучи ја седницата")

    # the text is fixed, the president signs with her own key, the mayor orders the publication
    lawyer = (
        kumanovo.desk("lawyer").go("Акти", "Сите", number, "Утврди го текстот").press("Завери го текстот")
    )
    president.go("Акти", "Сите", number, "Потпиши дигитално").press("Потпиши")
    president.sees("потпишан")
    mayor = kumanovo.desk("mayor").go("Акти", "Сите", number, "Нареди објавување").press("Нареди објавување")
    mayor.sees("за објавување")
    editor = kumanovo.desk("editor").begin("Отвори број на Службен гласник").write(day="27.10.2026")
    editor.press("Отвори го бројот").press("Додај").go("Објави").press("Печатирај и објави").sees("објавен")

    # a citizen who reads Albanian finds it with Cyrillic letters, and takes the sealed gazette
    citizen = kumanovo.window(360)
    citizen.page.goto("/sq/")
    citizen.write(q="Чмимин е Нентор").press("Kërko").go("Çmimin e Nëntorit")
    citizen.sees("Neni 3", "shoqatat", "4 nëntor 2026", number)
    verdict = verify_pdf(citizen.download("PDF"))
    assert verdict.valid, verdict.problems
