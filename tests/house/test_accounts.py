"""The administrator opens, closes and mends accounts, appoints, and names deputies; nobody else finds the pages."""

from typing import Any

import pytest
from django.contrib.auth.hashers import make_password
from django.test import Client

from konak.kernel import org, people
from konak.kernel.clock import today
from konak.kernel.journal import Ref, history
from konak.kernel.org.tests.office import AT, KEEPER, Office, build
from tests.lodging import made_once

pytestmark = pytest.mark.django_db
PASSWORD = "пет бели камења"


office = made_once(build)


def signed_in(office: Office, name: str) -> Client:
    """A browser in which the person's sample account is signed in."""
    account = people.open_account(
        KEEPER,
        office.persons[name],
        username=f"{name}.sample",
        password_hash=make_password(PASSWORD),
        sample=True,
        at=AT,
    )
    client = Client()
    client.force_login(account)
    return client


def send(client: Client, address: str, **fields: Any) -> Any:
    """Post a form to one of the administrator's pages and follow where it leads."""
    return client.post(f"/office/accounts/{address}", fields, follow=True)


def told(client: Client, kind: str, pk: int) -> list[str]:
    return [entry.fact for entry in history(Ref(kind, pk))]


@pytest.mark.parametrize("name", ["registrar", "head", "mayor"])
def test_only_the_administrator_finds_the_accounts(office: Office, name: str) -> None:
    assert signed_in(office, name).get("/office/accounts/").status_code == 404
    assert Client().get("/office/accounts/").status_code == 302


def test_a_newcomer_is_entered_gets_an_account_and_a_post(office: Office) -> None:
    admin = signed_in(office, "it")
    opened = send(admin, "person/", first="Ѓорѓи", last="Ќосев", language="sq", email="")
    person = org.persons().get(last="Ќосев")
    assert opened.redirect_chain == [(f"/office/accounts/open/?person={person.pk}", 302)]
    assert f'value="{person.pk}" selected' in opened.content.decode()
    send(admin, "open/", person=person.pk, username="gjorgji", password=PASSWORD)
    account = people.Account.objects.get(username="gjorgji")
    assert (account.language, account.sample, account.check_password(PASSWORD)) == ("sq", False, True)
    send(
        admin,
        "appoint/",
        person=person.pk,
        post=office.posts["head"].pk,
        start="13.10.2026",
        end="",
        basis="Решение 1",
    )
    assert people.actor_for(account, today()).roles == frozenset(), "the post is held by somebody else"
    held = org.holdings().get(post=office.posts["head"])
    send(admin, f"holding/{held.pk}/end/", end="12.10.2026", version=held.version)
    send(
        admin,
        "appoint/",
        person=person.pk,
        post=office.posts["head"].pk,
        start="13.10.2026",
        end="",
        basis="Решение 1",
    )
    assert people.actor_for(account, today()).has("head")


def test_a_refusal_shows_every_reason_and_keeps_what_was_typed(office: Office) -> None:
    admin = signed_in(office, "it")
    page = send(
        admin,
        "appoint/",
        person=office.persons["it"].pk,
        post=office.posts["mayor"].pk,
        start="13.10.2026",
        end="01.10.2026",
        basis="Решение 9",
    )
    text = page.content.decode()
    assert page.status_code == 422
    assert "Последниот ден е пред првиот." in text
    assert "Во тие денови местото го зазема друг." in text
    assert 'value="Решение 9"' in text


def test_an_account_is_closed_mended_and_opened_again(office: Office) -> None:
    admin = signed_in(office, "it")
    account = people.open_account(
        KEEPER, office.persons["head"], username="head", password_hash=make_password("x"), at=AT
    )
    other = Client()
    other.force_login(account)
    assert other.get("/office/me/").headers["Location"] == "/office/me/password/", (
        "told by hand, changed first"
    )
    send(admin, f"{account.pk}/password/", password="кратка", version=1)
    assert not people.Account.objects.get(pk=account.pk).check_password("кратка")
    send(admin, f"{account.pk}/password/", password=PASSWORD, version=1)
    assert other.get("/office/me/").headers["Location"].startswith("/office/sign-in/"), (
        "earlier sign-ins have ended"
    )
    stale = send(admin, f"{account.pk}/close/", version=1)
    assert stale.status_code == 422
    send(admin, f"{account.pk}/close/", version=2)
    assert not people.Account.objects.get(pk=account.pk).is_active
    send(admin, f"{account.pk}/open/", version=3)
    assert people.Account.objects.get(pk=account.pk).is_active
    assert told(admin, "people.account", account.pk) == [
        "people.AccountOpened",
        "people.PasswordGiven",
        "people.AccountClosed",
        "people.AccountReopened",
    ]
    assert "Весна Џамбазовска" in admin.get(f"/office/accounts/{account.pk}/").content.decode()
    assert send(admin, f"{account.pk}/second/", version=4).status_code == 422, "there is none to remove"


def test_a_deputy_is_named_and_ended_by_the_head(office: Office) -> None:
    head = signed_in(office, "head")
    held = org.holdings().get(post=office.posts["mayor"])
    form = {"holding": held.pk, "deputy": office.persons["head"].pk, "basis": "Овластување 2"}
    send(head, "deputies/new/", start="13.10.2026", end="20.10.2026", **form)
    row = people.Deputy.objects.get()
    assert "Овластување 2" in head.get("/office/accounts/deputies/").content.decode()
    send(head, f"deputies/{row.pk}/end/", end="15.10.2026", version=1)
    assert str(people.Deputy.objects.get().end) == "2026-10-15"
    assert signed_in(office, "registrar").get("/office/accounts/deputies/").status_code == 404


@pytest.mark.parametrize("more", [0, 3])
def test_the_list_costs_the_same_however_long(
    office: Office, more: int, django_assert_num_queries: Any
) -> None:
    admin = signed_in(office, "it")
    for name in list(office.persons)[:more]:
        signed_in(office, name)
    with django_assert_num_queries(9):
        assert admin.get("/office/accounts/").status_code == 200
