"""Who sees which case; routing, reply, dispatch and closing."""

from datetime import date

import pytest
from django.utils import translation

from konak.kernel.errors import Refused
from konak.kernel.journal import NOBODY, Ref, settle
from konak.kernel.search import search
from konak.registry import office, public
from konak.registry.tests.office_of import AT, DAY, Office, letter
from konak.tasks import office as tasks


def test_an_officer_sees_the_cases_of_his_units_and_his_own(house: Office) -> None:
    document = letter(house)

    def seen() -> list[bool]:
        who = (house.registrar, house.head, house.officer, house.other, NOBODY)
        return [office.documents(actor).filter(pk=document.pk).exists() for actor in who]

    assert seen() == [True, True, True, False, False]
    office.route(house.registrar, document.case, unit=house.mayor, person=house.person(house.other), at=AT)
    assert seen() == [True, True, False, True, False]


def test_search_follows_the_case_to_its_new_unit(house: Office) -> None:
    document = letter(house)
    settle()

    def found() -> list[int]:
        return [len(search("летна терас", actor).hits) for actor in (house.officer, house.other)]

    assert found() == [1, 0]
    office.route(house.registrar, document.case, unit=house.mayor, at=AT)
    settle()
    assert found() == [0, 1]


def test_the_road_of_a_letter_through_the_registry(house: Office) -> None:
    document = letter(house, term="petition.answer")
    case = document.case
    assert case.due is not None
    office.route(house.registrar, case, unit=house.council, person=house.person(house.officer), at=AT)
    (task,) = tasks.waiting_for(house.officer)
    assert (task.about, task.due) == (Ref.of(case), case.due)
    reply = office.file_into(
        house.officer,
        case,
        at=AT,
        direction="outgoing",
        subject="Одговор",
        language="mk",
        party=document.party,
    )
    with translation.override("en"), pytest.raises(Refused) as refused:
        office.close(house.officer, case, at=AT)
    assert [str(r.text) for r in refused.value.reasons] == [
        f"A task still waits for Горјан Пешевски: Постапете по предметот {case.number}.",
        f"Outgoing document {reply.number} has not been dispatched.",
    ]
    with pytest.raises(Refused):
        office.dispatch(house.officer, reply, way="registered", at=AT)
    office.dispatch(house.registrar, reply, way="registered", at=AT)
    tasks.done(house.officer, task, at=AT)
    closed = office.close(house.officer, case, at=AT)
    assert (closed.state, closed.closed_at) == ("closed", AT)
    with pytest.raises(Refused):
        letter(house, case=closed, unit=None)
    progress = public.status(f" {document.receipt.lower()} ")
    assert progress == public.Progress(document.number, DAY, "answered", None)
    assert public.status("") is None


def test_two_clerks_on_one_case_the_second_hears_what_the_first_did(house: Office) -> None:
    case = letter(house).case
    office.route(house.registrar, case, unit=house.mayor, at=AT, version=1)
    with translation.override("en"), pytest.raises(Refused) as refused:
        office.route(house.head, case, unit=house.council, at=AT, version=1)
    assert "The case went to Одделение за поддршка на Градоначалникот." in str(refused.value)


@pytest.mark.parametrize(
    ("way", "on_day", "fields"),
    [
        ("pigeon", DAY, ["way"]),
        ("post", date(2026, 10, 12), ["on_day"]),
        ("post", date(2026, 10, 14), ["on_day"]),
    ],
)
def test_a_dispatch_has_a_way_and_a_possible_day(
    house: Office, way: str, on_day: date, fields: list[str]
) -> None:
    document = letter(house)
    reply = office.file_into(
        house.officer,
        document.case,
        at=AT,
        direction="outgoing",
        subject="О",
        language="mk",
        party=document.party,
    )
    with pytest.raises(Refused) as refused:
        office.dispatch(house.registrar, reply, way=way, on_day=on_day, at=AT)
    assert [r.field for r in refused.value.reasons] == fields
