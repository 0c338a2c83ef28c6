"""The desk: what waits, by term in words; search among what one may see; notices."""

from datetime import date, datetime, timedelta
from typing import Any

import pytest
from django.test import Client
from django.utils import translation

from konak.acts.tests.office_of import House, furnish
from konak.desk.web.home import greeting, term_of
from konak.kernel.clock import ZONE
from konak.kernel.journal import Ref, settle
from konak.kernel.notices import Notice, Template, notify, template
from konak.kernel.people import Account
from konak.kernel.ui import views
from konak.tasks.office import assign
from tests.lodging import made_once

DAY = date(2026, 9, 10)
MORNING = datetime(2026, 9, 10, 8, 30, tzinfo=ZONE)
TOLD: Template = template("desk.test", "Проба {number}")


house = made_once(furnish)


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(views, "now", lambda: MORNING)


def at_the_desk(client: Client, login: str) -> Client:
    client.force_login(Account.objects.get(username=login))
    return client


def give(house: House, due: date | None, title: str) -> None:
    assign(
        house.lawyer,
        about=Ref.of(house.case),
        title={"mk": title, "sq": title},
        due=due,
        person=house.officer.person,
        at=MORNING,
    )


@pytest.mark.parametrize(
    ("due", "mk", "sq", "look"),
    [
        (None, "без рок", "pa afat", "plain"),
        (DAY - timedelta(days=2), "доцни 2 дена", "vonë 2 ditë", "bad"),
        (DAY - timedelta(days=1), "доцни 1 ден", "vonë 1 ditë", "bad"),
        (DAY, "денес", "sot", "warn"),
        (DAY + timedelta(days=1), "за 1 ден", "pas 1 dite", "here"),
        (DAY + timedelta(days=3), "за 3 дена", "pas 3 ditësh", "here"),
        (DAY + timedelta(days=4), "за 4 дена", "pas 4 ditësh", "plain"),
    ],
)
def test_a_term_is_said_in_words(due: date | None, mk: str, sq: str, look: str) -> None:
    for lang, said in (("mk", mk), ("sq", sq)):
        with translation.override(lang):
            assert term_of(due, DAY) == (said, look)


def test_the_greeting_goes_by_the_hour() -> None:
    with translation.override("mk"):
        said = [greeting(MORNING.replace(hour=hour)) for hour in (7, 10, 17, 18)]
    assert said == ["Добро утро", "Добар ден", "Добар ден", "Добра вечер"]


def test_what_waits_stands_by_term(client: Client, house: House) -> None:
    for title, days in (("Трета", 5), ("Прва", -1), ("Втора", 0)):
        give(house, DAY + timedelta(days=days), title)
    page = at_the_desk(client, "officer").get("/office/").content.decode()
    assert "Добро утро, Име Officer" in page
    assert "четврток, 10 септември 2026" in page
    assert page.index("Прва") < page.index("доцни 1 ден") < page.index("Втора") < page.index("Трета")
    assert f'href="/office/registry/cases/{house.case.pk}/"' in page
    assert "Чекаат на мене (3)" in page


@pytest.mark.parametrize("rows", [1, 3])
def test_the_desk_asks_the_same_of_one_and_of_three(
    client: Client, house: House, django_assert_num_queries: Any, rows: int
) -> None:
    for number in range(rows):
        give(house, DAY + timedelta(days=number), f"Задача {number}")
    at_the_desk(client, "officer").get("/office/")
    with django_assert_num_queries(10):
        client.get("/office/")


@pytest.mark.parametrize("rows", [1, 3])
def test_search_asks_the_same_of_one_and_of_three(
    client: Client, house: House, django_assert_num_queries: Any, rows: int
) -> None:
    from konak.acts import office as acts

    for number in range(rows):
        title = {"mk": f"Одлука за паркови {number}", "sq": f"Vendim për parqe {number}"}
        acts.draft_from(house.officer, house.case, kind="decision", body="council", title=title, at=MORNING)
    settle()
    at_the_desk(client, "officer").get("/office/")
    with django_assert_num_queries(9):
        page = client.get("/office/search/?q=паркови").content.decode()
    assert page.count("/office/acts/") >= rows


@pytest.mark.parametrize("rows", [1, 3])
def test_notices_ask_the_same_of_one_and_of_three(
    client: Client, house: House, django_assert_num_queries: Any, rows: int
) -> None:
    tell(house, rows)
    at_the_desk(client, "officer").get("/office/")
    with django_assert_num_queries(9):
        page = client.get("/office/notices/").content.decode()
    assert page.count("Проба") == rows


def tell(house: House, times: int) -> None:
    for number in range(times):
        notify(house.lawyer, [house.officer.person or 0], TOLD, Ref.of(house.case), at=MORNING, number=number)


def test_notices_are_read_with_one_click(client: Client, house: House) -> None:
    tell(house, 2)
    desk = at_the_desk(client, "officer")
    assert '<span class="k-count">2</span>' in desk.get("/office/").content.decode()
    assert desk.get("/office/notices/read/").status_code == 405
    assert desk.post("/office/notices/read/")["Location"] == "/office/notices/"
    assert Notice.objects.filter(read_at=None).count() == 0
    at_the_desk(client, "lawyer")
    assert "Проба" not in client.get("/office/notices/").content.decode()


@pytest.mark.parametrize("query", ["08-1/1", "сала", "SALA", "baranje sala"])
def test_search_finds_by_number_name_and_word_in_either_script(
    client: Client, house: House, query: str
) -> None:
    settle()
    page = at_the_desk(client, "officer").get("/office/search/", {"q": query}).content.decode()
    assert "08-1/1" in page.split("<main")[1]
    assert "/office/registry/documents/" in page


def test_search_shows_only_what_one_may_see(client: Client, house: House) -> None:
    settle()
    page = at_the_desk(client, "other").get("/office/search/", {"q": "сала"}).content.decode()
    assert "/office/registry/documents/" not in page
    assert "Нема запис достапен за вас" in page


def test_kinds_narrow_the_search(client: Client, house: House) -> None:
    settle()
    desk = at_the_desk(client, "officer")
    found = desk.get("/office/search/", {"q": "сала", "kind": "acts.act"}).content.decode()
    assert "/office/registry/documents/" not in found
    assert 'aria-current="page">Акти' in found


@pytest.mark.parametrize("address", ["/office/", "/office/search/", "/office/notices/"])
def test_strangers_are_asked_to_sign_in(client: Client, db: None, address: str) -> None:
    assert client.get(address)["Location"].startswith("/office/sign-in/?next=")


def test_the_short_address_of_the_palette_works(client: Client, house: House) -> None:
    answer = at_the_desk(client, "officer").get("/office/search?q=сала")
    assert (answer.status_code, answer["Location"][:17]) == (301, "/office/search/?q")


def test_the_language_is_switched_by_a_post(client: Client, house: House) -> None:
    desk = at_the_desk(client, "officer")
    page = desk.get("/office/").content.decode()
    assert '<form method="post" action="/office/me/language/">' in page
    desk.post("/office/me/language/", {"language": "sq", "next": "/office/"})
    assert "Mirëmëngjes" in desk.get("/office/").content.decode()
