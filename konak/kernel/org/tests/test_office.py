"""Posts are held from a day to a day, by as many as they have places; a seat is a seat."""

from collections.abc import Iterator
from datetime import date, timedelta

import pytest
from django.db import IntegrityError, transaction
from django.utils import translation

from konak.kernel import org
from konak.kernel.errors import Refused
from konak.kernel.journal import NOBODY, Entry, Ref, history
from konak.kernel.org.models import DeclaredCommunity, Holding, Mandate
from tests.lodging import made_once

from .office import AT, BASIS, DAY, KEEPER, START, Office, build, person, words

pytestmark = pytest.mark.django_db


office = made_once(build)


@pytest.fixture(autouse=True)
def in_english() -> Iterator[None]:
    with translation.override("en"):
        yield


def names(found: object) -> list[str]:
    return [str(p) for p in found]  # type: ignore[attr-defined]


def test_who_holds_what_on_a_day(office: Office) -> None:
    assert names(org.holders(office.posts["registrar"], DAY)) == ["Xhevahire Çerkezi", "Ѓурѓа Њаговска"]
    assert names(org.holders(office.posts["registrar"], START - timedelta(days=1))) == []
    assert (str(org.mayor(DAY)), str(org.president(DAY))) == ("Стојан Здравевски", "Маја Трајчевска")
    assert names(org.with_role("registrar", DAY, office.department.pk)) == [
        "Xhevahire Çerkezi",
        "Ѓурѓа Њаговска",
    ]
    assert names(org.with_role("councillor", DAY)) == ["Маја Трајчевска"]
    assert org.units_of(frozenset({office.sector.pk})) == {office.sector.pk, office.department.pk}


def test_a_post_of_one_place_is_never_held_by_two(office: Office) -> None:
    other = person("Билјана", "Шуќарова", "mk")
    with pytest.raises(Refused, match="held by somebody else"):
        org.appoint(KEEPER, other, office.posts["mayor"], start=DAY, basis=BASIS, at=AT)
    held = Holding.objects.get(post=office.posts["mayor"])
    org.end_holding(KEEPER, held, end=DAY, at=AT)
    with pytest.raises(Refused):
        org.appoint(KEEPER, other, office.posts["mayor"], start=DAY, basis=BASIS, at=AT)
    org.appoint(KEEPER, other, office.posts["mayor"], start=DAY + timedelta(days=1), basis=BASIS, at=AT)
    assert (str(org.mayor(DAY)), str(org.mayor(DAY + timedelta(days=1)))) == (
        "Стојан Здравевски",
        "Билјана Шуќарова",
    )


@pytest.mark.parametrize(("start", "end"), [(START, None), (DAY, DAY), (date(2024, 1, 1), START)])
def test_the_database_itself_keeps_holders_apart(office: Office, start: date, end: date | None) -> None:
    with pytest.raises(IntegrityError), transaction.atomic():
        Holding.objects.create(
            post=office.posts["mayor"], person=office.persons["it"], start=start, end=end, basis=BASIS
        )


def test_the_database_keeps_intervals_sane_and_holdings_for_good(office: Office) -> None:
    held = Holding.objects.get(post=office.posts["mayor"])
    for attempt in (
        lambda: Holding.objects.filter(pk=held.pk).update(end=START - timedelta(days=1)),
        lambda: Holding.objects.filter(pk=held.pk)._raw_delete("default"),
        lambda: Mandate.objects.update(end_reason="death"),
        lambda: Mandate.objects.create(
            body=office.council, person=office.persons["president"], start=DAY, end=DAY, basis=BASIS
        ),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()


def test_every_reason_is_said_at_once(office: Office) -> None:
    with pytest.raises(Refused) as refused:
        org.appoint(
            NOBODY, office.persons["it"], office.posts["mayor"], start=DAY, end=START, basis=" ", at=AT
        )
    assert [reason.field for reason in refused.value.reasons] == ["", "end", "basis", "start"]
    assert "systems administrator, secretary of the municipality" in str(refused.value)


def test_seats_are_those_the_norm_fixes_and_no_more(office: Office) -> None:
    assert (org.seats(office.council, DAY), org.vacancies(office.council, DAY)) == (5, 4)
    for number in range(4):
        member = person("Arben", f"Sinani {number}", "sq")
        org.give_mandate(KEEPER, member, office.council, start=START, basis=BASIS, at=AT)
    assert org.vacancies(office.council, DAY) == 0
    late = person("Teuta", "Llapashtica", "sq")
    with pytest.raises(Refused, match="All 5 seats are taken"):
        org.give_mandate(KEEPER, late, office.council, start=DAY, basis=BASIS, at=AT)
    leaving = org.members(office.council, DAY)[0]
    org.end_mandate(KEEPER, leaving, end=DAY, reason="resignation", at=AT)
    assert org.vacancies(office.council, DAY + timedelta(days=1)) == 1
    org.give_mandate(KEEPER, late, office.council, start=DAY + timedelta(days=1), basis=BASIS, at=AT)
    assert org.members(office.council, DAY + timedelta(days=1)).count() == 5
    with pytest.raises(Refused, match=r"already ended on 13\.10\.2026"):
        org.end_mandate(KEEPER, leaving, end=DAY, reason="resignation", at=AT)


def test_communities_are_read_only_on_the_record(office: Office) -> None:
    community = org.enter_community(KEEPER, code="rup", name=words("влашка", "vllahe"), at=AT)
    seat = org.members(office.council, DAY).get()
    org.declare_community(KEEPER, seat, community, declared_on=DAY, at=AT)
    org.declare_community(KEEPER, seat, community, declared_on=DAY, at=AT)
    assert DeclaredCommunity.objects.count() == 1
    with pytest.raises(Refused):
        org.read_communities(NOBODY, office.council, day=DAY, why="?", at=AT)
    told_before = Entry.objects.filter(fact="org.CommunitiesRead").count()
    found = org.read_communities(KEEPER, office.council, day=DAY, why="чл. 41 ст. 3", at=AT)
    assert (found, told_before) == ({office.persons["president"].pk: "rup"}, 0)
    last = history(Ref.of(office.council)).last()
    assert last is not None
    assert last.sentence("en") == "The declared communities of the members were read: чл. 41 ст. 3."
    written = [
        str(e.data) + str(getattr(e, "beside", None) and e.beside.words) for e in history(Ref.of(seat))
    ]
    assert [line for line in written if "rup" in line or "влашка" in line] == []


def test_names_are_kept_as_written_and_spelled_in_latin(office: Office) -> None:
    assert (office.persons["registrar"].name, office.persons["registrar"].name_latin) == (
        "Ѓурѓа Њаговска",
        "Gjurgja Njagovska",
    )
