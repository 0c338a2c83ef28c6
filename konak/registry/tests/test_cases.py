"""Who sees which case; routing, reply, dispatch and closing."""

from datetime import date, timedelta

import pytest
from django.utils import translation

from konak.kernel.errors import Refused
from konak.kernel.journal import NOBODY, SYSTEM, Ref, history, settle
from konak.kernel.org import Holding, Person, Unit, enter_person
from konak.kernel.people import name_deputy
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


def test_the_officer_is_who_has_the_task_also_after_it_was_handed_over(house: Office) -> None:
    case = letter(house).case
    office.route(house.registrar, case, unit=house.council, person=house.person(house.officer), at=AT)
    (task,) = tasks.waiting_for(house.officer)
    tasks.hand_over(house.officer, task, house.person(house.other), at=AT)
    settle()
    case.refresh_from_db()
    assert case.officer == house.person(house.other)
    assert history(Ref.of(case)).last().sentence("mk").endswith(f"{house.person(house.other)}.")
    assert office.documents(house.other).filter(case=case).exists()
    again = tasks.hand_over(house.head, task, house.person(house.officer), at=AT)
    office.route(house.registrar, case, unit=house.mayor, at=AT)
    settle()
    case.refresh_from_db()
    assert (case.officer, again.state) == (None, "open"), "a later routing stands"


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
    ask = {"mk": "Проверете ја адресата", "sq": "Kontrolloni adresën"}
    other = tasks.assign(house.head, about=Ref.of(reply), title=ask, unit=house.mayor, at=AT)
    with translation.override("sq"), pytest.raises(Refused) as refused:
        office.close(house.officer, case, at=AT)
    assert [str(r.text) for r in refused.value.reasons] == [
        "Ende pret një detyrë (Njësia për mbështetje të Kryetarit): Kontrolloni adresën.",
        f"Shkresa dalëse {reply.number} nuk është dërguar.",
    ]
    with pytest.raises(Refused):
        office.dispatch(house.officer, reply, way="registered", at=AT)
    office.dispatch(house.registrar, reply, way="registered", at=AT)
    tasks.done(house.other, other, at=AT)
    closed = office.close(house.registrar, case, at=AT)
    assert (closed.state, closed.closed_at) == ("closed", AT)
    task.refresh_from_db()
    assert (task.state, task.ended_at) == ("done", AT), "closing is what the routing asked for"
    with pytest.raises(Refused):
        letter(house, case=closed, unit=None)
    progress = public.status(f" {document.receipt.lower()} ")
    assert progress == public.Progress(document.number, DAY, "answered", None)
    assert public.status("") is None


def test_a_case_routed_again_leaves_the_first_desk(house: Office) -> None:
    case = letter(house).case
    office.route(house.registrar, case, unit=house.council, person=house.person(house.officer), at=AT)
    (first,) = tasks.waiting_for(house.officer)
    case = office.route(house.head, case, unit=house.mayor, person=house.person(house.other), due=DAY, at=AT)
    assert list(tasks.waiting_for(house.officer)) == []
    (second,) = tasks.waiting_for(house.other)
    assert (case.task, second.due) == (second, DAY)
    first.refresh_from_db()
    assert (first.state, first.ended_at) == ("withdrawn", AT)
    assert [entry.sentence("sq") for entry in history(Ref.of(first))] == [
        "Detyrë mori Горјан Пешевски.",
        "Detyra e Горјан Пешевски u tërhoq; e merr përsipër Xhevahire Çerkezi.",
    ]
    assert [entry.sentence("sq") for entry in history(Ref.of(case))][1:] == [
        "Lënda u shpërnda te: Njësia për mbështetje të Këshillit, Горјан Пешевски.",
        "Lënda u shpërnda te: Njësia për mbështetje të Kryetarit, Xhevahire Çerkezi.",
    ]
    tasks.done(house.other, second, at=AT)
    third = office.route(house.head, case, unit=house.council, at=AT).task
    second.refresh_from_db()
    assert (second.state, third.state) == ("done", "open"), "what is done is not taken back"


def test_a_case_that_waits_there_is_not_sent_there_again(house: Office) -> None:
    case = letter(house).case
    there = {"unit": house.council, "person": house.person(house.officer), "at": AT}
    case = office.route(house.registrar, case, **there)
    with pytest.raises(Refused):
        office.route(house.registrar, case, **there)
    again = office.route(house.registrar, case, **there, due=DAY)
    assert [task.due for task in tasks.waiting_for(house.officer)] == [again.task.due] == [DAY]


def refusal(house: Office, unit: Unit, person: Person) -> list[tuple[str, str, str]]:
    """Why a new letter cannot be routed there, in English."""
    with translation.override("en"):
        try:
            office.route(house.registrar, letter(house).case, unit=unit, person=person, at=AT)
        except Refused as refused:
            return [(r.field, str(r.text), str(r.way_out)) for r in refused.reasons]
    return []


def test_a_case_goes_only_to_people_of_the_unit_and_those_who_stand_for_them(house: Office) -> None:
    officer, other = house.person(house.officer), house.person(house.other)
    assert refusal(house, house.council, officer) == []
    units = "„Одделение за поддршка на Градоначалникот“"
    assert refusal(house, house.council, other) == [
        (
            "person",
            "Xhevahire Çerkezi does not work in the chosen unit.",
            f"Choose one of the unit's people, or send the case to {units}.",
        )
    ]
    stranger = enter_person(SYSTEM, first="Ѓорѓе", last="Петров", at=AT)
    assert refusal(house, house.council, stranger) == [
        (
            "person",
            "Ѓорѓе Петров does not work in the chosen unit.",
            "Choose one of the unit's people, or leave the person empty.",
        )
    ]
    post = Holding.objects.get(person=officer)
    for start, end in ((DAY - timedelta(9), DAY - timedelta(1)), (DAY + timedelta(1), DAY + timedelta(9))):
        name_deputy(SYSTEM, post, other, start=start, end=end, basis="Овластување 09-1/1", at=AT)
    assert refusal(house, house.council, other) != [], "neither yesterday's deputy nor tomorrow's"
    name_deputy(SYSTEM, post, other, start=DAY, end=DAY, basis="Овластување 09-1/2", at=AT)
    assert refusal(house, house.council, other) == []
    assert len(tasks.waiting_for(house.other)) == 1


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
