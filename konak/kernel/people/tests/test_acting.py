"""An account is worth what its person holds on the day, and costs three questions to the database."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.contrib.auth.hashers import make_password
from django.db import IntegrityError, transaction
from django.utils import translation

from konak.kernel import org, people
from konak.kernel.errors import Refused
from konak.kernel.journal import NOBODY, Actor, Ref, history
from konak.kernel.org.models import Holding
from konak.kernel.org.tests.office import AT, BASIS, DAY, KEEPER, START, Office, build
from tests.lodging import made_once

pytestmark = pytest.mark.django_db
NEXT = DAY + timedelta(days=1)


office = made_once(build)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def account(office: Office, name: str) -> people.Account:
    return people.open_account(
        KEEPER, office.persons[name], username=name, password_hash=make_password("x"), at=AT
    )


def acting(office: Office, name: str, day: date = DAY) -> Actor:
    return people.actor_for(account(office, name), day, "web", "r1")


def test_roles_units_and_bodies_come_from_posts_and_mandates(office: Office) -> None:
    registrar = acting(office, "registrar.sq")
    assert (registrar.name, registrar.roles, registrar.units, registrar.bodies, registrar.request_id) == (
        "Xhevahire Çerkezi",
        {"registrar", "archivist"},
        {office.department.pk},
        frozenset(),
        "r1",
    )
    assert acting(office, "head").units == {office.sector.pk, office.department.pk}
    president = acting(office, "president")
    assert (president.roles, president.bodies) == ({"president", "councillor"}, {office.council.pk})
    assert acting(office, "mayor", START - timedelta(days=1)).roles == frozenset()


@pytest.mark.parametrize("name", ["head", "president", "registrar"])
def test_an_actor_costs_three_queries_at_most(
    office: Office, name: str, django_assert_max_num_queries: object
) -> None:
    found = people.Account.objects.get(pk=account(office, name).pk)
    with django_assert_max_num_queries(3):  # type: ignore[operator]
        people.actor_for(found, DAY)


def test_a_closed_account_is_nobody_and_nobody_closes_his_own(office: Office) -> None:
    mine = account(office, "it")
    administrator = people.actor_for(mine, DAY)
    with pytest.raises(Refused, match="closes his own"):
        people.close_account(administrator, mine, at=AT)
    other = account(office, "head")
    assert people.actor_for(people.close_account(administrator, other, at=AT), DAY) is NOBODY
    assert people.actor_for(people.reopen_account(administrator, other, at=AT), DAY).has("head")


def test_a_deputy_stands_for_the_holder_in_these_days_only(office: Office) -> None:
    holding = Holding.objects.get(post=office.posts["head"])
    deputy = account(office, "registrar")
    row = people.name_deputy(
        KEEPER, holding, office.persons["registrar"], start=DAY, end=NEXT, basis="Овластување бр. 1", at=AT
    )
    plain = people.actor_for(deputy, DAY)
    assert (plain.standing_for, plain.absent, plain.has("head")) == (None, None, False)
    standing = people.actor_for(deputy, DAY, standing_for=holding.pk)
    assert (standing.standing_for, standing.has("head"), standing.has("registrar")) == (
        holding.pk,
        True,
        True,
    )
    assert standing.absent == holding.person_id
    assert standing.units == {office.sector.pk, office.department.pk}
    later = people.actor_for(deputy, NEXT + timedelta(days=1), standing_for=holding.pk)
    assert (later.standing_for, later.has("head")) == (None, False)
    stranger = people.actor_for(account(office, "it"), DAY, standing_for=holding.pk)
    assert (stranger.standing_for, stranger.has("head")) == (None, False)
    people.end_deputy(KEEPER, row, end=DAY, at=AT)
    assert people.actor_for(deputy, NEXT, standing_for=holding.pk).standing_for is None


def test_a_deputy_loses_the_duty_when_the_holder_does(office: Office) -> None:
    holding = Holding.objects.get(post=office.posts["head"])
    deputy = account(office, "registrar")
    people.name_deputy(KEEPER, holding, office.persons["registrar"], start=DAY, end=NEXT, basis="1", at=AT)
    org.end_holding(KEEPER, holding, end=DAY, at=AT)
    assert people.actor_for(deputy, NEXT, standing_for=holding.pk).roles == {"registrar", "archivist"}


def test_what_does_not_fit_a_deputy_is_said(office: Office) -> None:
    holding = Holding.objects.get(post=office.posts["head"])
    with pytest.raises(Refused) as refused:
        people.name_deputy(
            acting(office, "registrar"),
            holding,
            office.persons["head"],
            start=START - timedelta(days=9),
            end=START - timedelta(days=10),
            basis="",
            at=AT,
        )
    assert [reason.field for reason in refused.value.reasons] == ["", "end", "start", "deputy", "basis"]


def test_one_person_one_account_outside_the_sample(office: Office) -> None:
    account(office, "head")
    with pytest.raises(Refused) as refused:
        people.open_account(KEEPER, office.persons["head"], username="HEAD", password_hash="", at=AT)
    assert [reason.field for reason in refused.value.reasons] == ["username", "person"]
    with pytest.raises(IntegrityError), transaction.atomic():
        people.Account.objects.create(person=office.persons["head"], username="other", password="")


def test_the_journal_says_who_opened_what_without_names_in_its_seal(office: Office) -> None:
    made = account(office, "head")
    (entry,) = history(Ref.of(made))
    assert entry.sentence("en") == "An account was opened for Весна Џамбазовска."
    assert entry.data == {"person_id": office.persons["head"].pk}


def test_only_the_holders_of_a_duty_pass(office: Office) -> None:
    assert BASIS
    rule = people.one_of("registrar", "head")
    assert rule(acting(office, "head"), None, DAY) is None
    reason = rule(NOBODY, None, DAY)
    assert reason is not None
    assert str(reason.text) == "This is the duty of: registrar, head of the sector."
    with pytest.raises(ValueError, match="janitor"):
        people.one_of("janitor")
