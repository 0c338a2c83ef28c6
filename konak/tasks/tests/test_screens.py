"""The lists and pages of tasks and contacts through the browser's door."""

from typing import Any

import pytest
from django.test import Client

from konak.kernel.journal import SYSTEM, Actor, Ref
from konak.kernel.org import appoint, enter_person, set_up_post, set_up_unit
from konak.kernel.people import Account, actor_for, open_account
from konak.tasks import office
from konak.tasks.tests.test_tasks import AT, DAY, TITLE

pytestmark = pytest.mark.django_db


@pytest.fixture
def clerk(db: None) -> Actor:
    unit = set_up_unit(SYSTEM, code="u", name={"mk": "Одделение", "sq": "Njësia"}, number_prefix="08", at=AT)
    person = enter_person(SYSTEM, first="Arbnora", last="Zeqiri", languages=["sq"], at=AT)
    post = set_up_post(SYSTEM, code="p", title={"mk": "с", "sq": "k"}, roles=["officer"], unit=unit, at=AT)
    appoint(SYSTEM, person, post, start=DAY.replace(month=1), basis="Решение 08-1/1", at=AT)
    account = open_account(
        SYSTEM, person, username="arbnora", password_hash="!", language="sq", sample=True, at=AT
    )
    return actor_for(account, DAY)


@pytest.fixture
def desk(clerk: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(pk=clerk.account))
    return client


@pytest.mark.parametrize("many", [1, 3])
def test_queries_of_the_list(clerk: Actor, desk: Client, many: int, django_assert_num_queries: Any) -> None:
    for number in range(many):
        office.assign(
            SYSTEM, about=Ref("registry.case", number), title=TITLE, person=clerk.person, due=DAY, at=AT
        )
    desk.get("/office/tasks/")
    with django_assert_num_queries(9):
        assert desk.get("/office/tasks/").content.decode().count('<th scope="row"') == many


def test_a_task_is_seen_done_and_then_stands_among_the_finished(clerk: Actor, desk: Client) -> None:
    task = office.assign(
        SYSTEM, about=Ref("registry.case", 1), title=TITLE, person=clerk.person, due=DAY, at=AT
    )
    page = desk.get(f"/office/tasks/{task.pk}/").content.decode()
    for words in ("Vepro", "Shëno si të kryer", "Detyrë mori Arbnora Zeqiri."):
        assert words in page
    assert desk.post(f"/office/tasks/{task.pk}/done/", {"version": "1"}).status_code == 302
    assert "Vepro" in desk.get("/office/tasks/done/").content.decode()
    assert 'scope="row"' not in desk.get("/office/tasks/").content.decode()
    assert desk.get("/office/tasks/99999/").status_code == 404


def test_a_task_of_others_is_hidden(clerk: Actor, desk: Client) -> None:
    task = office.assign(SYSTEM, about=Ref("registry.case", 1), title=TITLE, role="lawyer", at=AT)
    pages = [desk.get(f"/office/tasks/{task.pk}/{page}").status_code for page in ("", "done/", "hand-over/")]
    assert pages == [404, 404, 404]
