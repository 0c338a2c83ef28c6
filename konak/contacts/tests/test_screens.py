"""The pages of the contacts: list, one party, added, changed."""

from typing import Any

import pytest
from django.test import Client

from konak.contacts import office
from konak.contacts.models import Party
from konak.contacts.tests.test_parties import AT, CLERK
from konak.kernel.journal import SYSTEM
from konak.kernel.org import appoint, enter_person, set_up_post, set_up_unit
from konak.kernel.people import open_account

pytestmark = pytest.mark.django_db


@pytest.fixture
def desk(db: None) -> Client:
    unit = set_up_unit(SYSTEM, code="u", name={"mk": "Одделение", "sq": "Njësia"}, number_prefix="08", at=AT)
    person = enter_person(SYSTEM, first="Ана", last="Ѕвездова", at=AT)
    post = set_up_post(SYSTEM, code="p", title={"mk": "с", "sq": "k"}, roles=["registrar"], unit=unit, at=AT)
    appoint(SYSTEM, person, post, start=AT.date(), basis="Решение 08-1/1", at=AT)
    client = Client()
    client.force_login(open_account(SYSTEM, person, username="ana", password_hash="!", sample=True, at=AT))
    return client


@pytest.mark.parametrize("many", [1, 3])
def test_queries_of_the_list(desk: Client, many: int, django_assert_num_queries: Any) -> None:
    for number in range(many):
        office.find_or_add(CLERK, name=f"Странка {number}", at=AT)
    desk.get("/office/contacts/")
    with django_assert_num_queries(9):
        assert desk.get("/office/contacts/").content.decode().count('<th scope="row"') == many


def test_a_party_is_added_and_changed(desk: Client) -> None:
    said = {"name": "Здружение „Лилјак“", "kind": "ngo", "language": "sq"}
    added = desk.post("/office/contacts/new/", said)
    party = Party.objects.get()
    assert added["Location"] == f"/office/contacts/{party.pk}/"
    assert "Здружение „Лилјак“" in desk.get(added["Location"]).content.decode()
    changed = desk.post(f"{added['Location']}change/", said | {"address": "Лопате", "version": "1"})
    assert (changed.status_code, Party.objects.get().address) == (302, "Лопате")
    refused = desk.post(f"{added['Location']}change/", said | {"version": "1"})
    assert (refused.status_code, Party.objects.get().address) == (422, "Лопате")
    assert desk.get("/office/contacts/99999/").status_code == 404
