"""Tasks: who has them, who may finish them, how many wait."""

from datetime import UTC, date, datetime, timedelta

import pytest
from django.db import IntegrityError, transaction

from konak.kernel.errors import Refused
from konak.kernel.journal import SYSTEM, Actor, Ref, history
from konak.kernel.org import Person, Unit, enter_person, set_up_unit
from konak.tasks import office
from konak.tasks.flow import TASK
from konak.tasks.models import Task
from konak.tasks.queries import Counts, visible

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
DAY = date(2026, 10, 13)
CASE = Ref("registry.case", 7)
TITLE = {"mk": "Постапи", "sq": "Vepro"}
pytestmark = pytest.mark.django_db


@pytest.fixture
def unit(db: None) -> Unit:
    return set_up_unit(SYSTEM, code="u", name={"mk": "Одделение"}, number_prefix="08", at=AT)


@pytest.fixture
def ana(db: None) -> Person:
    return enter_person(SYSTEM, first="Ана", last="Ѕвездова", at=AT)


def actor(person: Person | None = None, unit: Unit | None = None, *roles: str) -> Actor:
    return Actor(
        account=1,
        person=person.pk if person else None,
        units=frozenset({unit.pk} if unit else ()),
        roles=frozenset(roles),
    )


def test_what_waits_for_the_absent_by_name_waits_for_who_stands_for_him(unit: Unit, ana: Person) -> None:
    task = office.assign(SYSTEM, about=CASE, title=TITLE, person=ana, unit=unit, at=AT)
    deputy = Actor(account=2, person=enter_person(SYSTEM, first="Бесим", last="Ќ", at=AT).pk, absent=ana.pk)
    assert list(office.waiting_for(deputy)) == [task]
    assert office.counts(deputy, DAY).all == 1
    assert office.done(deputy, task, at=AT).state == "done"


def test_who_may_finish_what(unit: Unit, ana: Person) -> None:
    hers = office.assign(SYSTEM, about=CASE, title=TITLE, person=ana, unit=unit, at=AT)
    units = office.assign(SYSTEM, about=CASE, title=TITLE, unit=unit, at=AT)
    lawyers = office.assign(SYSTEM, about=CASE, title=TITLE, role="lawyer", at=AT)
    who = {
        "ana": actor(ana),
        "colleague": actor(None, unit),
        "lawyer": actor(None, None, "lawyer"),
        "head": actor(None, None, "head"),
        "stranger": actor(None, None, "pr"),
    }
    grid = {
        name: [not TASK.check(one, task, "done", DAY) for task in (hers, units, lawyers)]
        for name, one in who.items()
    }
    assert grid == {
        "ana": [True, False, False],
        "colleague": [False, True, False],
        "lawyer": [False, False, True],
        "head": [True, True, True],
        "stranger": [False, False, False],
    }
    waiting = {name: list(office.waiting_for(one)) for name, one in who.items()}
    assert waiting == {"ana": [hers], "colleague": [units], "lawyer": [lawyers], "head": [], "stranger": []}
    assert set(visible(who["colleague"])) == {hers, units}


def test_a_task_needs_somebody_and_something(unit: Unit) -> None:
    with pytest.raises(Refused) as refused:
        office.assign(SYSTEM, about=CASE, title={"mk": ""}, at=AT)
    assert [r.field for r in refused.value.reasons] == ["person", "title"]


def test_done_is_done_for_good(ana: Person) -> None:
    task = office.assign(SYSTEM, about=CASE, title=TITLE, person=ana, at=AT)
    done = office.done(actor(ana), task, at=AT)
    with pytest.raises(Refused):
        office.done(actor(ana), done, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.update(title={"mk": "друго"})


def test_done_about_closes_only_what_is_mine(unit: Unit, ana: Person) -> None:
    office.assign(SYSTEM, about=CASE, title=TITLE, person=ana, at=AT)
    office.assign(SYSTEM, about=CASE, title=TITLE, role="lawyer", at=AT)
    office.assign(SYSTEM, about=Ref("registry.case", 8), title=TITLE, person=ana, at=AT)
    assert len(office.done_about(actor(ana), CASE, at=AT)) == 1
    assert list(Task.objects.order_by("id").values_list("state", flat=True)) == ["done", "open", "open"]


def test_handing_over(unit: Unit, ana: Person) -> None:
    goran = enter_person(SYSTEM, first="Горан", last="Љубиќ", at=AT)
    task = office.assign(SYSTEM, about=CASE, title=TITLE, person=ana, due=DAY, at=AT)
    with pytest.raises(Refused):
        office.hand_over(actor(goran), task, goran, at=AT)
    handed = office.hand_over(actor(ana), task, goran, at=AT)
    assert (handed.person_id, handed.due) == (goran.pk, DAY)
    with pytest.raises(Refused):
        office.hand_over(actor(goran), handed, goran, at=AT)


def test_a_withdrawn_task_leaves_the_desk_and_stays_in_history(unit: Unit, ana: Person) -> None:
    task = office.assign(SYSTEM, about=CASE, title=TITLE, role="lawyer", due=DAY, at=AT)
    successor = office.supersede(SYSTEM, task, person=ana, unit=unit, at=AT)
    assert (successor.about, successor.title, successor.due) == (CASE, TITLE, None)
    assert list(office.waiting_for(actor(None, None, "lawyer"))) == []
    assert list(office.waiting_for(actor(ana))) == [successor]
    assert [(one.pk, one.state) for one in office.about(CASE)] == [
        (successor.pk, "open"),
        (task.pk, "withdrawn"),
    ]
    told = history(Ref.of(task)).last()
    assert told is not None
    assert [told.sentence(lang) for lang in ("mk", "sq")] == [
        "Задачата на советник за нормативни работи е повлечена; ја презема Ана Ѕвездова.",
        "Detyra e këshilltar për çështje normative u tërhoq; e merr përsipër Ана Ѕвездова.",
    ]
    for deed in (office.supersede, office.fulfil):
        with pytest.raises(Refused):
            deed(SYSTEM, task, at=AT)
    with pytest.raises(IntegrityError), transaction.atomic():
        Task.objects.filter(pk=task.pk).update(state="open", ended_at=None)


def test_a_task_fulfilled_by_another_deed(ana: Person) -> None:
    task = office.assign(SYSTEM, about=CASE, title=TITLE, person=ana, at=AT)
    assert office.fulfil(actor(), task, at=AT).state == "done"
    assert list(office.waiting_for(actor(ana))) == []


def test_counts_by_term_with_one_query(ana: Person, django_assert_num_queries: object) -> None:
    for due in (None, DAY - timedelta(1), DAY, DAY + timedelta(3), DAY + timedelta(4)):
        office.assign(SYSTEM, about=CASE, title=TITLE, person=ana, due=due, at=AT)
    with django_assert_num_queries(1):  # type: ignore[operator]
        assert office.counts(actor(ana), DAY) == Counts(all=5, late=1, today=1, soon=1)
    dues = [task.due for task in office.waiting_for(actor(ana))]
    assert dues == [DAY - timedelta(1), DAY, DAY + timedelta(3), DAY + timedelta(4), None]
