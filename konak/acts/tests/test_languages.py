"""Proofreading and translation of a draft: asked of whom, done by whom and when, on which version."""

from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from konak.acts import office, queries
from konak.acts.models import Act, LanguageStep
from konak.acts.readiness import readiness
from konak.acts.tests.office_of import AT, DAY, LATER, MK, SQ, House, Road
from konak.kernel.errors import Refused
from konak.kernel.journal import Ref, settle
from konak.kernel.org import persons
from konak.kernel.search import search
from konak.tasks.office import waiting_for

READER = "Трајанка Велјановска, лектор, лиценца 118"


def fields(refused: Any) -> list[str]:
    return [reason.field or str(reason.text) for reason in refused.value.reasons]


def ask(house: House, act: Act, work: str = "proofreading", lang: str = "mk", **more: Any) -> LanguageStep:
    if "person" not in more:
        more.setdefault("outsider", READER)
    return office.ask_language(house.officer, act, work=work, lang=lang, at=AT, **more)


def warned(house: House, act: Act, day: date = DAY) -> list[str]:
    """What is said of proofreading and translation before proposing."""
    found = readiness(house.officer, queries.standing(Act.objects.get(pk=act.pk), day)).warnings
    return [str(one.text) for one in found if "мислење" not in str(one.text)]


def test_everything_that_is_missing_is_said_at_once_and_stops_nothing(house: House) -> None:
    road = Road(house)
    office.write_text(house.officer, road.act, "mk", text=MK, version=0, at=AT)
    found = readiness(house.officer, queries.standing(road.act, DAY)).warnings
    assert [(str(one.text), one.href) for one in found] == [
        ("Нема текст на албански.", f"/office/acts/{road.act.pk}/write/"),
        ("Нема мислење за законитост.", f"/office/acts/{road.act.pk}/opinion/ask/"),
        ("Текстот на македонски не е лекториран.", f"/office/acts/{road.act.pk}/languages/ask/"),
    ]
    assert office.propose(house.officer, road.act, at=AT).state == "proposed"


def test_the_way_out_is_a_link_only_for_who_may_take_it(house: House) -> None:
    act = Road(house).written().act
    found = readiness(house.mayor, queries.standing(act, DAY)).warnings
    assert {one.href for one in found} == {""}


def test_the_road_of_proofreading(house: House) -> None:
    act = Road(house).written().act
    before = ["Не е запишано кој го превел текстот на албански."]
    step = ask(house, act, due=date(2026, 9, 3))
    assert warned(house, act) == ["Лектурата на текстот на македонски сѐ уште не е завршена.", *before]
    assert warned(house, act, date(2026, 9, 4)) == ["Лектурата на текстот на македонски доцни.", *before]
    assert waiting_for(house.officer).get().about == Ref.of(step)  # an outsider has no desk here
    step = office.finish_language(house.officer, step, done_on=DAY, at=AT)
    assert (step.state, step.texts, step.done_on) == ("done", {"mk": 1, "sq": 1}, DAY)
    assert not waiting_for(house.officer).exists()
    assert warned(house, act) == before
    office.write_text(house.translator, act, "sq", text=SQ.replace("500", "500,00"), version=1, at=AT)
    assert warned(house, act) == before
    office.write_text(house.officer, act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    assert warned(house, act) == ["Текстот на македонски е изменет по лектурата.", *before]


def test_a_translation_follows_the_text_it_was_made_from(house: House) -> None:
    road = Road(house)
    office.write_text(house.officer, road.act, "mk", text=MK, version=0, at=AT)
    translator = persons().get(pk=house.translator.person)
    step = ask(house, road.act, "translation", "sq", person=translator)
    assert (step.source, waiting_for(house.translator).get().about) == ("mk", Ref.of(step))
    with pytest.raises(Refused) as refused:
        office.finish_language(house.translator, step, at=AT)
    assert fields(refused) == ["На овој јазик сѐ уште нема текст."]
    office.write_text(house.translator, road.act, "sq", text=SQ, version=0, at=AT)
    office.finish_language(house.translator, step, at=AT)
    assert "албански" not in " ".join(warned(house, road.act))
    office.write_text(house.translator, road.act, "sq", text=SQ.replace("500", "500,00"), version=1, at=AT)
    assert "албански" not in " ".join(warned(house, road.act))
    office.write_text(house.officer, road.act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    assert "Изворникот од кој е преведен текстот на албански потоа е изменет." in warned(house, road.act)


def test_whoever_is_asked_sees_the_draft_and_finds_it(house: House) -> None:
    act = Road(house).written().act
    assert not queries.visible(house.councillor).filter(pk=act.pk).exists()
    step = ask(house, act, person=persons().get(pk=house.councillor.person))
    settle()
    assert queries.visible(house.councillor).filter(pk=act.pk).count() == 1
    assert [hit.ref for hit in search("надоместок", house.councillor).hits] == [Ref.of(act)]
    office.withdraw_language(house.officer, step, at=AT)
    settle()
    assert not queries.visible(house.councillor).filter(pk=act.pk).exists()
    assert search("надоместок", house.councillor).total == 0


def test_asking_says_all_that_is_wrong(house: House) -> None:
    act = Road(house).act
    both = {"person": persons().get(pk=house.translator.person), "outsider": READER}
    with pytest.raises(Refused) as refused:
        ask(house, act, due=date(2026, 8, 31), **both)
    assert fields(refused) == ["lang", "person", "due"]
    with pytest.raises(Refused) as refused:
        ask(house, act, work="printing", lang="tr", outsider=" ")
    assert fields(refused) == ["work", "lang", "person"]
    with pytest.raises(Refused) as refused:
        ask(house, act, work="translation", lang="sq")
    assert fields(refused) == ["Нема текст од кој се преведува."]
    with pytest.raises(Refused):
        office.ask_language(house.pr, act, work="proofreading", lang="mk", outsider=READER, at=AT)
    office.write_text(house.officer, act, "mk", text=MK, version=0, at=AT)
    ask(house, act)
    with pytest.raises(Refused) as refused:
        ask(house, act)
    assert fields(refused) == ["Ова е веќе побарано и сѐ уште не е завршено."]


def test_a_step_is_finished_on_a_day_that_can_be_and_on_the_text_that_was_read(house: House) -> None:
    act = Road(house).written().act
    step = ask(house, act)
    for day in (DAY - timedelta(days=1), DAY + timedelta(days=1)):
        with pytest.raises(Refused) as refused:
            office.finish_language(house.officer, step, done_on=day, at=AT)
        assert fields(refused) == ["done_on"]
    office.write_text(house.officer, act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    with pytest.raises(Refused) as refused:
        office.finish_language(house.officer, step, seen=1, at=AT)
    assert fields(refused) == ["Текстот се промени додека страницата беше отворена."]
    with pytest.raises(Refused):
        office.finish_language(house.pr, step, seen=2, at=AT)
    assert office.finish_language(house.officer, step, seen=2, at=AT).texts["mk"] == 2


def test_what_is_done_never_changes(house: House) -> None:
    step = office.finish_language(house.officer, ask(house, Road(house).written().act), at=AT)
    with pytest.raises(DatabaseError), transaction.atomic():
        LanguageStep.objects.filter(pk=step.pk).update(done_on=date(2026, 9, 2))
    with pytest.raises(DatabaseError), transaction.atomic():
        step.delete()
    with pytest.raises(Refused):
        office.withdraw_language(house.officer, step, at=AT)


def test_after_the_proposal_nothing_of_it_is_entered(house: House) -> None:
    road = Road(house).written()
    step = ask(house, road.act)
    road.to("proposed")
    with pytest.raises(Refused) as refused:
        office.finish_language(house.officer, step, at=LATER)
    assert fields(refused) == ["Актот повеќе не е нацрт: текстот не се менува."]
