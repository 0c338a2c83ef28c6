"""Amending acts: chosen, read, carried into the text of the base, settled by hand; nothing is kept twice."""

from dataclasses import replace
from datetime import date

import pytest
from django.db import DatabaseError, transaction

from konak import lex
from konak.acts import consolidation, office
from konak.acts.models import Act, Amendment, Consolidated, Settlement
from konak.acts.office import Answer
from konak.acts.tests import amending_of as of
from konak.acts.tests.office_of import AT, LATER, House, Road, stranger
from konak.kernel.errors import Refused
from konak.kernel.journal import NOBODY, Ref, history, settle
from konak.kernel.search import search
from konak.lex import akn
from konak.tasks.models import Task
from tests.lodging import made_once

IN_FORCE = date(2026, 10, 13)


@made_once
def base(house: House) -> Act:
    return Road(house).to("published")


def amount(act: Act, lang: str, day: date) -> str:
    version = consolidation.on(office.versions(act)[lang], day)
    assert version is not None
    unit = lex.find(version.tree, "art:2/para:1")
    assert unit is not None
    return "700" if "700" in unit.text else "500" if "500" in unit.text else unit.text


def refusals(refused: pytest.ExceptionInfo[Refused]) -> list[str]:
    return [reason.field or str(reason.text) for reason in refused.value.reasons]


def test_a_published_amending_act_makes_the_text_of_its_day_in_force(house: House, base: Act) -> None:
    act = of.published(house, of.drafted(house, base), of.texts())
    assert act.in_force_on == IN_FORCE
    for lang in ("mk", "sq"):
        assert [amount(base, lang, day) for day in (date(2026, 10, 12), IN_FORCE)] == ["500", "700"]
    rows = list(Consolidated.objects.order_by("lang"))
    assert [(row.lang, row.day, row.number, row.unsettled, row.repealed) for row in rows] == [
        ("mk", IN_FORCE, 1, 0, False),
        ("sq", IN_FORCE, 1, 0, False),
    ]
    akn.validate(rows[0].xml)
    unit = lex.find(akn.read(rows[0].xml), "art:2/para:1")
    assert unit is not None
    assert [(one.day, act.number in one.act) for one in unit.sources] == [(IN_FORCE, True)]
    assert not Task.objects.filter(about_kind="acts.act", about_id=act.pk, state="open").exists()


def test_the_operations_are_kept_as_read_from_the_fixed_text(house: House, base: Act) -> None:
    act = of.published(house, of.drafted(house, base), of.texts())
    row = Amendment.objects.get(act=act, lang="mk")
    assert row.sentences[0]["text"] == of.CHANGE_MK
    assert [one["op"] for one in row.sentences[0]["operations"]] == ["replace_words"]
    assert row.sha256 == office.fixed_texts(act)["mk"].sha256
    said = [entry.fact for entry in history(Ref.of(base))]
    assert said.count("acts.TextConsolidated") == 2
    assert [entry.fact for entry in history(Ref.of(act))].count("acts.AmendmentRead") == 2


def test_what_is_kept_stays_as_it_is(house: House, base: Act) -> None:
    act = of.published(house, of.drafted(house, base), of.texts())
    for row, change in (
        (Consolidated.objects.first(), {"unsettled": 3}),
        (Amendment.objects.first(), {"sentences": []}),
    ):
        assert row is not None
        with pytest.raises(DatabaseError), transaction.atomic():
            type(row)._default_manager.filter(pk=row.pk).update(**change)
        with pytest.raises(DatabaseError), transaction.atomic():
            row.delete()
    with pytest.raises(DatabaseError), transaction.atomic():
        Act.objects.filter(pk=act.pk).update(amends=None)


def test_the_title_follows_the_act_that_is_amended(house: House, base: Act) -> None:
    act = of.drafted(house, base)
    assert act.title == {
        "mk": "Одлука за изменување на Одлуката за надоместок за користење на салите",
        "sq": "Vendim për ndryshimin e Vendimit për kompensimin për shfrytëzimin e sallave",
    }


def test_a_title_follows_what_was_written_by_hand(house: House, base: Act) -> None:
    act = of.drafted(house, base)
    words = "По членот 2 се додава нов член 2-а, кој гласи: „Член 2-а\nУчилиштата не плаќаат надоместок.“."
    office.write_text(house.officer, act, "mk", text=of.text("mk", words), version=0, at=AT)
    act.refresh_from_db()
    assert act.title == {
        "mk": "Одлука за дополнување на Одлуката за надоместок за користење на салите",
        "sq": "Vendim për plotësimin e Vendimit për kompensimin për shfrytëzimin e sallave",
    }


def test_only_a_published_act_of_the_same_body_is_amended(house: House, base: Act) -> None:
    draft = Road(house).act
    with pytest.raises(Refused) as refused:
        of.drafted(house, draft)
    assert refusals(refused) == ["amends"]
    amending = of.published(house, of.drafted(house, base), of.texts())
    with pytest.raises(Refused) as refused:
        office.amend(house.officer, draft, amending, at=AT)
    assert refusals(refused) == ["amends"]
    with pytest.raises(Refused) as refused:
        office.amend(house.officer, Road(house, body="mayor").act, base, at=AT)
    assert refusals(refused) == ["amends"]
    with pytest.raises(Refused):
        office.amend(stranger(house.pr), draft, base, at=AT)
    with pytest.raises(Refused):
        office.amend(house.officer, base, None, at=AT)


def test_the_base_may_be_chosen_later_and_left_again(house: House, base: Act) -> None:
    draft = Road(house).act
    assert office.amend(house.officer, draft, base, at=AT).amends == base
    assert office.amend(house.officer, draft, None, at=AT).amends is None
    assert [entry.fact for entry in history(Ref.of(draft))].count("acts.ActAmends") == 2


def test_what_cannot_be_carried_is_told_beforehand_and_is_a_task_after(house: House, base: Act) -> None:
    draft = of.drafted(house, base)
    act = of.fixed(house, draft, of.texts(dark=True))
    assert [(one.lang, one.text) for one in office.foreseen(act)] == [("mk", of.DARK_MK), ("sq", of.DARK_SQ)]
    act = Road.of(house, act).to("published")
    assert [(one.lang, one.place) for one in office.open_sentences(act)] == [("mk", 1), ("sq", 1)]
    task = Task.objects.get(about_kind="acts.act", about_id=act.pk, state="open")
    assert task.role == "lawyer"
    assert {row.unsettled for row in Consolidated.objects.all()} == {1}
    assert office.foreseen(act) == []


def test_a_sentence_that_the_base_refuses_is_open_too(house: House, base: Act) -> None:
    missing = {
        "mk": of.text("mk", "Во членот 9 бројот „500“ се заменува со бројот „700“."),
        "sq": of.text("sq", "Në nenin 9 numri „500“ zëvendësohet me numrin „700“."),
    }
    act = of.published(house, of.drafted(house, base), missing)
    found = office.open_sentences(act)
    assert [(one.lang, one.place) for one in found] == [("mk", 0), ("sq", 0)]
    assert "член 9" in found[0].why["mk"].lower()


def test_the_legal_officer_settles_by_hand_under_his_name(house: House, base: Act) -> None:
    act = of.published(house, of.drafted(house, base), of.texts(dark=True))
    wording = "Во членот 1 зборот „салите“ се заменува со зборот „просториите“."
    answers = {("mk", 1): Answer(wording=wording)}
    act = office.settle(house.lawyer, act, answers=answers, at=LATER)
    version = office.versions(base)["mk"][-1]
    assert "просториите" in lex.write(version.tree)
    assert (version.row.number, version.unsettled) == (2, 0) if version.row else False
    assert Task.objects.filter(about_id=act.pk, role="lawyer", state="open").count() == 1
    office.settle(house.lawyer, act, answers={("sq", 1): Answer(nothing=True)}, at=LATER)
    assert not Task.objects.filter(about_id=act.pk, role="lawyer", state="open").exists()
    assert office.open_sentences(act) == []
    by = house.lawyer.person
    assert list(Settlement.objects.order_by("id").values_list("by_id", "operations")[1:]) == [(by, [])]
    assert amount(base, "sq", IN_FORCE) == "700"


def test_what_does_not_fit_is_not_settled(house: House, base: Act) -> None:
    act = of.published(house, of.drafted(house, base), of.texts(dark=True))

    def refused_of(**more: object) -> list[str]:
        given = {"answers": {("mk", 1): Answer(wording="Во членот 9 став 1 се брише.")}, "at": LATER, **more}
        with pytest.raises(Refused) as refused:
            office.settle(given.pop("by", house.lawyer), act, **given)  # type: ignore[arg-type]
        return refusals(refused)

    assert refused_of(answers={("mk", 1): Answer(wording="Членот 9 се брише.")}) == ["wording_mk_1"]
    assert refused_of(answers={("mk", 1): Answer(wording="Не знам.")}) == ["wording_mk_1"]
    assert refused_of(answers={("mk", 0): Answer(nothing=True)}) == ["wording_mk_0"]
    assert refused_of(answers={}) == ["Уредете барем една реченица."]
    assert refused_of(by=replace(house.officer)) == ["Што значи реченица со измена уредува правникот."]
    assert Settlement.objects.count() == 0
    assert {row.number for row in Consolidated.objects.all()} == {1}


def test_two_amendments_count_in_the_order_of_their_force(house: House, base: Act) -> None:
    later = of.published(house, of.drafted(house, base), of.texts(), day=date(2026, 10, 20))
    words = {
        "mk": of.text("mk", "Во членот 1 зборот „салите“ се заменува со зборот „просториите“."),
        "sq": of.text("sq", "Në nenin 1 fjala „sallave“ zëvendësohet me fjalën „hapësirave“."),
    }
    first = of.published(house, of.drafted(house, base), words, day=date(2026, 10, 5))
    rows = office.versions(base)["mk"]
    assert [[act.pk for act in one.acts] for one in rows] == [[], [first.pk], [later.pk]]
    assert [("просториите" in lex.write(one.tree), "700" in lex.write(one.tree)) for one in rows] == [
        (False, False),
        (True, False),
        (True, True),
    ]
    assert [one.row.number for one in rows if one.row] == [1, 2]


def test_search_finds_the_words_of_the_amended_text(house: House, base: Act) -> None:
    def found(words: str) -> set[int]:
        return {hit.ref.id for hit in search(words, NOBODY, kinds=["acts.act"]).hits}

    words = {
        "mk": of.text("mk", "Во членот 1 зборот „салите“ се заменува со зборот „ложите“."),
        "sq": of.text("sq", "Në nenin 1 fjala „sallave“ zëvendësohet me fjalën „llozhave“."),
    }
    settle()
    assert found("ложите") == found("llozhave") == set()
    act = of.published(house, of.drafted(house, base), words)
    settle()
    assert found("ложите") == found("llozhave") == {act.pk, base.pk}


def test_again_keeps_nothing_twice(house: House, base: Act) -> None:
    from konak.acts.actions.consolidating import consolidate
    from konak.kernel.journal import deed

    of.published(house, of.drafted(house, base), of.texts())

    @deed
    def again(actor: object, *, at: object) -> None:
        consolidate(house.lawyer, base, LATER)

    again(house.lawyer, at=LATER)
    assert Consolidated.objects.count() == 2
