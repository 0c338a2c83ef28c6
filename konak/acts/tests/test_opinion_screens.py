"""Opinions, proofreading and translation on the screens, each step clicked by whose duty it is."""

from datetime import date
from pathlib import Path
from typing import Any

import pytest

from konak.acts import office
from konak.acts.flow import LANGUAGE, OPINION
from konak.acts.models import Act, LanguageStep, Opinion, Sketch
from konak.acts.tests.office_of import AT, DAY, MK, ROLES, House, Road, all_yes, stranger
from konak.acts.tests.test_languages import READER
from konak.acts.tests.test_opinions import SCHOOL, UNSEEN, another_lawyer, asked, give
from konak.acts.tests.test_screens import _second_factor_done, at_desk, send  # noqa: F401
from konak.kernel.journal import Actor, settle
from konak.kernel.people import Account
from konak.registry.office import documents

pytestmark = pytest.mark.usefixtures("_second_factor_done")


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONAK_CLOCK", "2026-09-01T10:00")


def at(opinion: Opinion, page: str = "") -> str:
    return f"/office/acts/opinions/{opinion.pk}/{page}"


def test_an_opinion_is_written_shown_given_and_signed(house: House) -> None:
    lawyer, other, secretary = (at_desk(actor) for actor in (house.lawyer, house.other, house.secretary))
    act = Road(house).written().act
    page = send(at_desk(house.officer), f"/office/acts/{act.pk}/opinion/ask/")
    assert "среда, 9 септември 2026" in page
    opinion = Opinion.objects.get()
    page = send(lawyer, at(opinion, "write/"), keep="1", lang="mk", text=UNSEEN, answer_law="no")
    assert UNSEEN in page
    assert UNSEEN not in secretary.get(at(opinion)).content.decode()
    assert UNSEEN not in secretary.get(f"/office/acts/{act.pk}/").content.decode()
    assert other.get(at(opinion)).status_code == 404
    send(lawyer, at(opinion, "show/"), person=house.other.person)
    assert UNSEEN in other.get(at(opinion)).content.decode()
    form = lawyer.get(at(opinion, "write/")).content.decode()
    assert UNSEEN in form
    answers = {f"answer_{code}": "yes" for code in all_yes(opinion)}
    again = lawyer.post(at(opinion, "write/"), {"lang": "mk", "text": "Ново", "seen": '{"mk": 1, "sq": 1}'})
    assert again.status_code == 422
    assert "Не е одговорено на 8 прашања." in again.content.decode()
    page = send(lawyer, at(opinion, "write/"), lang="mk", verdict="agrees", text="Дадено.", **answers)
    assert "08-1/2" in page
    assert UNSEEN not in page
    assert UNSEEN not in other.get(f"/office/acts/{act.pk}/").content.decode()
    assert "Дадено." in secretary.get(f"/office/acts/{act.pk}/").content.decode()
    assert lawyer.get(at(opinion, "mk.pdf")).content[:5] == b"%PDF-"
    assert lawyer.get(at(opinion, "xx.pdf")).status_code == 404
    send(lawyer, at(opinion, "sign/"))
    paper = documents(house.registrar).get(number="08-1/2")
    assert (
        "08-1-2.pdf"
        in at_desk(house.registrar).get(f"/office/registry/documents/{paper.pk}/").content.decode()
    )


def test_a_text_of_others_on_the_screens(house: House) -> None:
    officer = at_desk(house.officer)
    form = f"/office/acts/opinions/new/?case={house.case.pk}"
    assert 'value="08-1"' in officer.get(form).content.decode()
    page = send(officer, form, case_number="08-1", **SCHOOL)
    assert SCHOOL["title"] in page
    opinion = Opinion.objects.get()
    assert opinion.case == house.case
    wrong = officer.post("/office/acts/opinions/new/", SCHOOL | {"case_number": "99-1"})
    assert "Нема предмет 99-1" in wrong.content.decode()
    page = send(officer, at(opinion, "withdraw/"), reason="Училиштето го повлече статутот.")
    assert "повлечено" in officer.get("/office/acts/opinions/?show=all").content.decode()
    assert "Училиштето го повлече статутот." in officer.get(at(opinion)).content.decode()


def test_the_change_of_the_text_is_shown_with_its_difference(house: House) -> None:
    road = Road(house).written()
    opinion = give(house, office.ask_opinion(house.officer, road.act, at=AT))
    office.write_text(house.officer, road.act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    client = at_desk(house.officer)
    link = at(opinion, "difference/")
    for page in (at(opinion), f"/office/acts/{road.act.pk}/", f"/office/acts/{road.act.pk}/propose/"):
        assert link in client.get(page).content.decode()
    assert "<del>500</del><ins>600</ins>" in client.get(link).content.decode()


def test_proofreading_on_the_screens(house: House) -> None:
    act = Road(house).written().act
    officer = at_desk(house.officer)
    base = f"/office/acts/{act.pk}/"
    page = officer.get(f"{base}propose/").content.decode()
    for said in ("Нема мислење за законитост.", "не е лекториран", "Не е запишано кој го превел"):
        assert said in page
    page = send(officer, f"{base}languages/ask/", work="proofreading", lang="mk", outsider=READER)
    assert READER in page
    step = LanguageStep.objects.get()
    page = send(officer, f"/office/acts/languages/{step.pk}/finish/", done_on="01.09.2026")
    assert "не е лекториран" not in page
    office.write_text(house.officer, act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    assert "Текстот на македонски е изменет по лектурата." in officer.get(base).content.decode()
    page = send(
        officer, f"{base}languages/ask/", work="translation", lang="sq", person=house.translator.person
    )
    send(at_desk(house.translator), f"/office/acts/languages/{step.pk + 1}/withdraw/")
    page = send(officer, f"{base}propose/")
    assert "08-1/2" in page


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_every_page_in_every_state_and_language(house: House, lang: str) -> None:
    Account.objects.update(language=lang)
    road = Road(house).written()
    given = give(house, office.ask_opinion(house.officer, road.act, at=AT), verdict="remarks", text="А")
    waiting = office.ask_opinion_on(house.officer, None, **SCHOOL, at=AT)
    gone = office.ask_opinion_on(house.officer, None, **SCHOOL, at=AT)
    office.withdraw_opinion(house.officer, gone, reason="Не", at=AT)
    office.write_sketch(house.lawyer, waiting, text=UNSEEN, verdict="agrees", at=AT)
    step = office.ask_language(
        house.officer, road.act, work="translation", lang="sq", outsider=READER, due=DAY, at=AT
    )
    client = at_desk(house.lawyer)
    shelves = ("", "?show=mine", "?show=asked", "?show=late", "?show=given", "?show=all")
    pages = [f"/office/acts/opinions/{shelf}" for shelf in shelves]
    pages += [at(one) for one in (given, waiting, gone)]
    pages += [at(waiting, page) for page in ("write/", "show/", "withdraw/")]
    pages += [at(given, page) for page in ("sign/", "difference/", f"{lang}.pdf")]
    pages += [f"/office/acts/languages/{step.pk}/{page}/" for page in ("finish", "withdraw")]
    pages += [f"/office/acts/{road.act.pk}/languages/ask/", "/office/acts/opinions/new/"]
    assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 200)


def test_hidden_and_absent_look_the_same(house: House) -> None:
    opinion = asked(house)
    step = office.ask_language(
        house.officer, Act.objects.get(), work="proofreading", lang="mk", outsider=READER, at=AT
    )
    for actor in (house.other, house.president, house.councillor, stranger(house.pr)):
        client = at_desk(actor)
        pages = [at(opinion, page) for page in ("", "write/", "show/", "withdraw/", "mk.pdf", "difference/")]
        pages += [f"/office/acts/languages/{step.pk}/{page}/" for page in ("finish", "withdraw")]
        assert {page: client.get(page).status_code for page in pages} == dict.fromkeys(pages, 404)
        assert SCHOOL["title"] not in client.get("/office/acts/opinions/").content.decode()


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_one_opinion_as_for_three(
    house: House, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        give(house, asked(house))
    client = at_desk(house.lawyer)
    client.get("/office/acts/opinions/?show=all")
    with django_assert_num_queries(11):
        assert client.get("/office/acts/opinions/?show=all").content.count(b'<th scope="row"') == count


@pytest.mark.parametrize("count", [1, 3])
def test_a_draft_asks_as_often_with_one_opinion_and_step_as_with_three(
    house: House, count: int, django_assert_num_queries: Any
) -> None:
    road = Road(house).written()
    for _ in range(count):
        give(house, office.ask_opinion(house.officer, road.act, at=AT))
        step = office.ask_language(
            house.officer, road.act, work="proofreading", lang="mk", outsider=READER, at=AT
        )
        office.finish_language(house.officer, step, at=AT)
    client = at_desk(house.lawyer)
    client.get(f"/office/acts/{road.act.pk}/")
    with django_assert_num_queries(18):
        client.get(f"/office/acts/{road.act.pk}/")


def rows() -> dict[tuple[str, str, str], set[str]]:
    found = {}
    for line in Path(__file__).with_name("opinions.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            left, _, right = line.partition(":")
            flow, state, verb = left.split()
            found[flow, state, verb] = set(right.split())
    return found


def test_the_grid_of_opinions_and_language_work() -> None:
    """Person 1 asked for the opinion or the step, person 2 gave it or was asked."""
    expected = rows()
    actors = {
        name: Actor(account=n, person=n, roles=frozenset(roles))
        for n, (name, roles) in enumerate(ROLES.items(), start=100)
    }
    actors |= {"asker": Actor(account=1, person=1), "giver": Actor(account=2, person=2)}
    act = Act(body="council", state="draft", drafted_by_id=3, drafted_at=AT)
    for flow in (OPINION, LANGUAGE):
        for state in flow.states:
            thing: Any = (
                Opinion(state=state, asked_by_id=1, given_by_id=2, due=date(2026, 9, 9))
                if flow is OPINION
                else LanguageStep(state=state, act=act, asked_by_id=1, person_id=2)
            )
            for step in flow.steps:
                may = {name for name, actor in actors.items() if not flow.check(actor, thing, step.verb, DAY)}
                key = (flow.name, state, step.verb)
                assert (key, may) == (key, expected.get(key, set()))


def test_a_colleagues_draft_stays_his(house: House) -> None:
    opinion, colleague = asked(house), another_lawyer(house)
    office.write_sketch(house.lawyer, opinion, text=UNSEEN, at=AT)
    page = at_desk(colleague).get(at(opinion, "write/")).content.decode()
    assert UNSEEN not in page
    assert Sketch.objects.count() == 1


def test_an_opinion_that_waits_stands_in_place_of_the_button(house: House) -> None:
    act = Road(house).written().act
    there = f"/office/acts/{act.pk}/"
    button = f"/office/acts/{act.pk}/opinion/ask/"
    assert button in at_desk(house.officer).get(there).content.decode()
    office.ask_opinion(house.officer, act, at=AT)
    seen = at_desk(house.officer).get(there).content.decode()
    assert (button in seen, "кој било службеник за нормативни работи" in seen) == (False, True)
    opinion = Opinion.objects.get()
    assert f"{opinion.due.day} септември" in seen
    office.withdraw_opinion(house.lawyer, opinion, reason="Не треба.", at=AT)
    assert button in at_desk(house.officer).get(there).content.decode()


def test_search_has_a_tab_for_opinions_and_knows_none_that_is_being_written(house: House) -> None:
    office.write_sketch(house.lawyer, asked(house), text=UNSEEN, at=AT)

    def found(actor: Actor, words: str) -> str:
        asked_for = {"q": words, "kind": "acts.opinion"}
        return at_desk(actor).get("/office/search/", asked_for).content.decode()

    opinion = Opinion.objects.get()
    settle()
    assert at(opinion) not in found(house.lawyer, UNSEEN) + found(house.secretary, UNSEEN)
    give(house, opinion, text="Висината се образложува.")
    settle()
    page = found(house.secretary, "образложува")
    assert (at(opinion) in page, 'aria-current="page">Мислења за законитост' in page) == (True, True)
    assert at(opinion) not in found(house.other, "образложува")
