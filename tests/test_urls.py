"""URL × role: every address of the house, tried by every role and by nobody, against grids written by hand."""

import re
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.conf import settings
from django.db import transaction
from django.test import Client
from django.urls import URLPattern, get_resolver

from konak.kernel.journal import Entry
from konak.kernel.people import Account

from .things import found, lines, named

LOGINS = (  # one for each role of the town
    "mayor secretary head registrar officer lawyer translator session editor pr it president councillor"
).split()
MORNING = f"{date(2026, 10, 13)}T08:00"


def grid() -> Iterator[tuple[str, str, dict[str, str]]]:
    """Route, address to try, and who gets what there."""
    answers: dict[str, str] = {}
    for line in lines("urls.txt"):
        if line.startswith("="):
            said = {who: cell.split()[-1] for cell in line.split("|")[1:] for who in cell.split()[:-1]}
            answers = {login: said.get(login, said["others"]) for login in LOGINS}
            answers["stranger"] = said["stranger"]
        else:
            route, *address = line.split()
            yield route, "/" + (address or [route])[0].removeprefix("/"), answers


def routes(patterns: Any, before: str = "") -> Iterator[str]:
    for pattern in patterns:
        route = before + str(pattern.pattern)
        if isinstance(pattern, URLPattern):
            yield route or "/"
        else:
            yield from routes(pattern.url_patterns, route)


def at_desk(login: str) -> Client:
    client = Client(raise_request_exception=False)
    if login != "stranger":
        account = Account.objects.get(username=login)
        client.force_login(account, backend=settings.AUTHENTICATION_BACKENDS[0])
    return client


def answer(response: Any) -> str:
    if response.status_code not in (301, 302):
        return str(response.status_code)
    return "sign-in" if response["Location"].startswith("/office/sign-in/") else "on"


@pytest.fixture(autouse=True)
def morning(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("KONAK_CLOCK", MORNING)


def test_every_address_of_the_house_is_in_the_grid() -> None:
    assert {route for route, _, _ in grid()} == set(routes(get_resolver().url_patterns))


@pytest.mark.parametrize("login", ["stranger", *LOGINS])
def test_who_gets_what(town: date, login: str) -> None:
    client = at_desk(login)
    numbers = found()
    expected = {named(address, numbers): answers[login] for _, address, answers in grid()}
    assert {address: answer(client.get(address)) for address in expected} == expected


def filled(client: Client, address: str, said: str) -> dict[str, str]:
    """The fields, with what the page hides in its form."""
    page = client.get(address).content.decode()
    hidden = re.findall(r'name="(version|key|seen_..)" value="([^"]*)"', page)
    written = dict(field.split("=", 1) for field in said.split())
    return {**dict(hidden), **{name: value.replace("_", " ") for name, value in written.items()}}


@pytest.mark.parametrize("line", list(lines("deeds.txt")), ids=lambda line: line.split(" ", 1)[0])
def test_a_deed_is_done_by_whose_duty_it_is(town: date, line: str) -> None:
    address, said, duty = (cell.strip() for cell in named(line).split("|"))
    done = set()
    for login in ["stranger", *LOGINS]:
        before = Entry.objects.count()
        with transaction.atomic():
            client = at_desk(login)
            told = answer(client.post(f"/{address}", filled(client, f"/{address}", said)))
            happened = Entry.objects.count() > before
            transaction.set_rollback(True)
        if told == "on":
            done.add(login)
        assert happened == (told == "on"), (login, told)
        assert told in ({"401"} if login == "stranger" else {"on", "422", "404"}), (login, told)
    assert done == set(duty.split()) - {"nobody"}
