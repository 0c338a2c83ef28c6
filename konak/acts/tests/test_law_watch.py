"""The screens of the law watch: what rests on a regulation, an issue read line by line, obligations."""

import re
from datetime import date, datetime
from typing import Any

import pytest
from django.test import Client

from konak.acts.tests.office_of import AT, House, Road
from konak.kernel.clock import ZONE
from konak.kernel.journal import settle
from konak.kernel.people import Account
from konak.kernel.ui import views
from konak.laws import office
from konak.laws.models import LawChange, Obligation, Reading, Regulation
from konak.laws.queries import waiting
from konak.laws.resting import counted
from konak.tasks.models import Task
from tests.lodging import made_once

LSG = {"mk": "Закон за локалната самоуправа", "sq": "Ligji për vetëqeverisje lokale"}
PASTED = """1. Закон за изменување на Законот за локалната самоуправа
2. Закон за игрите на среќа
3. Решение за именување судија"""


@made_once
def law(house: House) -> Regulation:
    return office.follow(house.lawyer, kind="law", name=LSG, issues=["5/2002"], at=AT)


@pytest.fixture
def desk(house: House, monkeypatch: pytest.MonkeyPatch) -> Client:
    monkeypatch.setattr(views, "now", lambda: datetime(2026, 9, 2, 9, 0, tzinfo=ZONE))
    client = Client()
    client.force_login(Account.objects.get(pk=house.lawyer.account))
    return client


def test_what_rests_on_a_regulation_stands_on_its_page(house: House, law: Regulation, desk: Client) -> None:
    act = Road(house).written().act
    settle()
    page = desk.get(f"/office/laws/{law.pk}/").content.decode()
    assert f"/office/acts/{act.pk}/" in page
    assert "член 36 став 1 точка 15" in page


def test_the_list_tells_how_many_texts_rest_on_each_and_what_is_in_force(
    house: House, law: Regulation, desk: Client, django_assert_num_queries: Any
) -> None:
    Road(house).written()
    other = office.follow(house.lawyer, kind="law", name={"mk": "Закон за А"}, issues=["1/2020"], at=AT)
    settle()
    said = {"kind": "repealed", "issue": "150/2026", "published_on": date(2026, 9, 1)}
    office.record_change(house.lawyer, other, **said, from_day=date(2026, 9, 3), at=AT)
    page = desk.get("/office/laws/").content.decode()
    assert re.findall(r'class="k-table__number">(\d+)</td>', page) == ["0", "1"]
    assert "престанува на" in page
    assert "укинат" not in page
    with django_assert_num_queries(1):
        assert counted([law, other]) == {law.pk: 1, other.pk: 0}
    page = desk.get(f"/office/laws/{other.pk}/").content.decode()
    assert f"/office/laws/{other.pk}/change/" in page


def test_a_change_shows_beforehand_what_rests_on_it(house: House, law: Regulation, desk: Client) -> None:
    act = Road(house).written().act
    settle()
    said = {
        "kind": "amended",
        "issue": "150/2026",
        "published_on": "01.09.2026",
        "from_day": "09.09.2026",
        "articles": "член 36 став 1",
        "version": law.version,
    }
    address = f"/office/laws/{law.pk}/change/"
    looked = desk.post(address, said | {"look": "1"}).content.decode()
    assert f"/office/acts/{act.pk}/" in looked
    assert not LawChange.objects.exists()
    other = desk.post(address, said | {"articles": "член 37", "look": "1"}).content.decode()
    assert f"/office/acts/{act.pk}/" not in other
    wrong = desk.post(address, said | {"articles": "член 36 нешто друго"})
    assert wrong.status_code == 422
    assert "нешто друго" in wrong.content.decode()
    assert desk.post(address, said).status_code == 302
    assert LawChange.objects.get().articles == ["art:36/para:1"]
    assert Task.objects.filter(about_kind="acts.act", about_id=act.pk, role="lawyer", state="open").exists()
    page = desk.get(f"/office/acts/{act.pk}/").content.decode()
    assert "е изменет на ова место" in page
    assert f"/office/laws/{law.pk}/" in page
    drafter = Client()
    drafter.force_login(Account.objects.get(pk=house.officer.account))
    page = drafter.get(f"/office/acts/{act.pk}/").content.decode()
    assert "е изменет на ова место" in page
    assert f"/office/laws/{law.pk}/" not in page


def test_an_issue_is_read_line_by_line(law: Regulation, desk: Client) -> None:
    said: dict[str, Any] = {"number": "150", "year": "2026", "pasted": PASTED}
    page = desk.post("/office/laws/reading/new/", said | {"look": "1"}).content.decode()
    assert f"/office/laws/{law.pk}/" in page
    assert '<option value="note" selected>' in page
    assert page.count("<select") == 3
    assert not Reading.objects.exists()
    wrong = desk.post("/office/laws/reading/new/", said | {"line_2": "follow"})
    assert wrong.status_code == 422
    kept = desk.post(
        "/office/laws/reading/new/", said | {"line_0": "note", "line_1": "follow", "line_2": "nothing"}
    )
    assert kept.status_code == 302
    assert Reading.objects.get().found.splitlines() == PASTED.splitlines()[:2]
    new = Regulation.objects.exclude(pk=law.pk).get()
    assert (new.kind, new.name, new.issues) == ("law", {"mk": "Закон за игрите на среќа"}, ["150/2026"])


def test_contents_that_are_too_much_are_refused_with_their_line(house: House, desk: Client) -> None:
    said = {"number": "150", "year": "2026", "pasted": "Закон за А\n" + "Закон за Б " * 60}
    for way in ({"look": "1"}, {"line_0": "nothing", "line_1": "nothing"}):
        page = desk.post("/office/laws/reading/new/", said | way).content.decode()
        assert "Редот 2 има 659 знаци, а еден ред може да има најмногу 600." in page
        assert "<select" not in page
    many = desk.post("/office/laws/reading/new/", said | {"pasted": "Закон за А\n" * 801}).content.decode()
    assert "Од редот 801 натаму има повеќе од 800 редови." in many
    assert not Reading.objects.exists()


def test_a_gap_in_the_log_is_told(house: House, desk: Client) -> None:
    for number in (150, 153):
        office.note_reading(house.lawyer, number=number, year=2026, at=AT)
    page = desk.get("/office/laws/reading/").content.decode()
    assert "недостасуваат: 151, 152." in page
    assert "недостасуваат" not in desk.get("/office/laws/reading/?year=2025").content.decode()


@pytest.mark.parametrize(
    ("due", "word", "waits"),
    [(date(2026, 9, 1), "задоцнета", 1), (date(2026, 9, 20), "наскоро", 1), (date(2027, 1, 1), "чека", 0)],
)
def test_terms_that_are_past_or_near_are_seen(
    house: House, law: Regulation, desk: Client, due: date, word: str, waits: int
) -> None:
    duty = {"mk": "Извештај", "sq": "Raport"}
    one = office.oblige(house.lawyer, law, article="art:12/para:2", duty=duty, bearer="mayor", due=due, at=AT)
    page = desk.get("/office/laws/obligations/").content.decode()
    assert word in page
    assert "член 12 став 2" in page
    assert waiting(house.lawyer, date(2026, 9, 2)) == waits
    done = {"act": "09-1/2", "done_on": "02.09.2026", "version": one.version}
    assert desk.post(f"/office/laws/obligations/{one.pk}/met/", done).status_code == 302
    assert Obligation.objects.get().act == "09-1/2"
    assert waiting(house.lawyer, date(2026, 9, 2)) == 0


@pytest.mark.parametrize("address", ["", "obligations/", "reading/", "{law}/"])
def test_the_pages_ask_few_queries(
    house: House, law: Regulation, desk: Client, django_assert_max_num_queries: Any, address: str
) -> None:
    Road(house).written()
    settle()
    address = f"/office/laws/{address.format(law=law.pk)}"
    desk.get(address)
    with django_assert_max_num_queries(16):
        assert desk.get(address).status_code == 200
