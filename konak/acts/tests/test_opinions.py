"""Legality opinions, deed by deed: the term, the hidden draft, the table, the number, what makes one outdated."""

from dataclasses import replace
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from konak.acts import office, opinions, public, queries
from konak.acts.models import Act, Opinion, Sketch
from konak.acts.paper import opinion as printed
from konak.acts.readiness import readiness
from konak.acts.tests.office_of import AT, DAY, LATER, MK, House, Road, all_yes, clerk
from konak.kernel import norms
from konak.kernel.errors import Refused
from konak.kernel.files import store
from konak.kernel.journal import Actor, Entry, Ref, settle
from konak.kernel.org import persons
from konak.kernel.search import search
from konak.registry import office as registry
from konak.tasks.office import waiting_for

UNSEEN = "Непроверена забелешка за тарифата."
SCHOOL = {"matter": "school", "title": "Статут на ООУ „Јасен“", "language": "mk"}


def fields(refused: Any) -> list[str]:
    return [reason.field or str(reason.text) for reason in refused.value.reasons]


def asked(house: House, **more: Any) -> Opinion:
    return office.ask_opinion(house.officer, Road(house).written().act, at=AT, **more)


def give(house: House, opinion: Opinion, **more: Any) -> Opinion:
    said = {"verdict": "agrees", "checks": all_yes(opinion), "at": AT} | more
    return office.give_opinion(house.lawyer, opinion, **said)


def another_lawyer(house: House) -> Actor:
    from konak.kernel.org import unit

    return clerk("lawyer_two", ["lawyer", "officer"], {"unit": unit("council")})


def test_the_term_of_the_house_is_in_working_days_and_moves_with_its_norm(
    house: House, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Asked on Tuesday 1.9.2026: 8 September is a holiday, so five working days end on the 9th."""
    opinion = asked(house)
    assert opinion.due == date(2026, 9, 9)
    found = opinions.term(DAY).norm
    monkeypatch.setattr(
        "konak.acts.opinions.on",
        lambda day: {"acts.opinion_days": replace(norms.on(day)[found.key], value=2)},
    )
    assert opinions.term(DAY).due == date(2026, 9, 3)
    assert list(waiting_for(house.lawyer).values_list("about_kind", "about_id", "due")) == [
        ("acts.opinion", opinion.pk, date(2026, 9, 9))
    ]


def test_it_may_be_asked_of_one_legal_officer(house: House) -> None:
    lawyer = persons().get(pk=house.lawyer.person)
    asked(house, of=lawyer, due=date(2026, 9, 4))
    assert waiting_for(house.lawyer).get().person == lawyer
    with pytest.raises(Refused) as refused:
        asked(house, of=persons().get(pk=house.officer.person), due=date(2026, 8, 31))
    assert fields(refused) == ["due", "of"]


def test_all_that_stands_in_the_way_of_asking_is_said_at_once(house: House) -> None:
    road = Road(house)
    with pytest.raises(Refused) as refused:
        office.ask_opinion(house.pr, road.act, at=AT, due=date(2026, 8, 1))
    assert len(refused.value.reasons) == 3
    road.written()
    office.ask_opinion(house.officer, road.act, at=AT)
    with pytest.raises(Refused) as refused:
        office.ask_opinion(house.officer, road.act, at=AT)
    assert [str(reason.way_out) for reason in refused.value.reasons] == [
        "Почекајте го или повлечете го барањето."
    ]


def test_a_given_opinion_is_numbered_answered_and_never_changes(house: House) -> None:
    opinion = give(house, asked(house))
    assert opinion.document is not None
    assert (opinion.document.number, opinion.texts, opinion.state) == ("08-1/2", {"mk": 1, "sq": 1}, "given")
    assert [check["code"] for check in opinion.checks] == [
        *("competence", "ground", "law", "statute", "burdens", "time", "money", "languages")
    ]
    assert all(check["basis"]["sq"] and check["answer"] == "yes" for check in opinion.checks)
    assert not waiting_for(house.lawyer).exists()
    for change in ({"text": "Друго"}, {"verdict": "disagrees"}, {"checks": []}, {"state": "asked"}):
        with pytest.raises(DatabaseError), transaction.atomic():
            Opinion.objects.filter(pk=opinion.pk).update(**change)
    with pytest.raises(DatabaseError), transaction.atomic():
        opinion.delete()


def test_the_database_keeps_what_is_written_out_of_an_opinion_that_is_not_given(house: House) -> None:
    opinion = asked(house)
    with pytest.raises(DatabaseError), transaction.atomic():
        Opinion.objects.filter(pk=opinion.pk).update(text=UNSEEN)


def test_what_contradicts_itself_is_not_given(house: House) -> None:
    opinion = asked(house)
    checks = all_yes(opinion) | {"law": office.Check("no"), "money": office.Check()}
    with pytest.raises(Refused) as refused:
        give(house, opinion, checks=checks)
    assert fields(refused) == ["Не е одговорено на 1 прашање.", "verdict", "remark_law"]
    with pytest.raises(Refused) as refused:
        give(house, opinion, verdict="disagrees", lang="en")
    assert fields(refused) == ["lang", "text"]
    checks["law"] = office.Check("no", "Чл. 2 е спротивен на чл. 14.")
    given = give(
        house, opinion, verdict="disagrees", text="Не е.", checks=checks | {"money": office.Check("yes")}
    )
    assert given.checks[2]["remark"] == "Чл. 2 е спротивен на чл. 14."


def test_only_a_legal_officer_gives_one(house: House) -> None:
    opinion = asked(house)
    for actor in (house.officer, house.secretary, house.mayor, house.translator, house.councillor):
        with pytest.raises(Refused):
            office.give_opinion(actor, opinion, verdict="agrees", checks=all_yes(opinion), at=AT)
        with pytest.raises(Refused):
            office.write_sketch(actor, opinion, text=UNSEEN, at=AT)


def test_what_is_written_is_seen_by_its_author_and_whom_he_shows_it_to(house: House) -> None:
    """Not by his colleague of the same duty, the secretary, the head or Konak itself, nor by search."""
    opinion = asked(house)
    office.write_sketch(house.lawyer, opinion, text=UNSEEN, verdict="disagrees", at=AT)
    colleague = another_lawyer(house)
    others = [actor for name, actor in house.actors.items() if name != "lawyer"] + [colleague]

    def readers() -> set[str]:
        return {a.name for a in (*others, house.lawyer) if opinions.sketches(a).exists()}

    assert readers() == {house.lawyer.name}
    office.show_sketch(house.lawyer, opinion, persons().get(pk=house.other.person), at=AT)
    assert readers() == {house.lawyer.name, house.other.name}
    assert opinions.visible(house.other).get() == opinion
    hidden = {"acts.OpinionSketched", "acts.OpinionShown"}
    for actor in (house.lawyer, house.other, house.secretary, colleague):
        told = {entry.fact for entry in opinions.story(actor, opinion)}
        assert (actor.name, bool(told & hidden)) == (actor.name, actor in (house.lawyer, house.other))
    settle()
    for actor in (*others, house.lawyer):
        assert search("Непроверена", actor).total == 0
    assert not Entry.objects.filter(beside__words__icontains="Непроверена").exists()
    with pytest.raises(Refused):
        office.show_sketch(house.lawyer, opinion, persons().get(pk=house.other.person), at=AT)
    with pytest.raises(Refused):
        office.show_sketch(house.lawyer, opinion, persons().get(pk=house.lawyer.person), at=AT)
    with pytest.raises(Refused):
        office.show_sketch(colleague, opinion, persons().get(pk=house.other.person), at=AT)


def test_each_author_writes_his_own_and_two_windows_do_not_overwrite(house: House) -> None:
    opinion, colleague = asked(house), another_lawyer(house)
    first = office.write_sketch(house.lawyer, opinion, text="Прво", at=AT)
    office.write_sketch(colleague, opinion, text="Друго", at=AT)
    office.write_sketch(house.lawyer, opinion, text="Второ", at=AT, version=first.version)
    with pytest.raises(Refused):
        office.write_sketch(house.lawyer, opinion, text="Трето", at=AT, version=first.version)
    assert set(Sketch.objects.values_list("text", flat=True)) == {"Второ", "Друго"}
    give(house, opinion)
    assert not opinions.sketches(colleague).exists()
    with pytest.raises(DatabaseError), transaction.atomic():
        Sketch.objects.update(text="Подоцна")


def test_a_change_of_the_text_makes_it_outdated_and_shows_what_changed(house: House) -> None:
    road = Road(house).written()
    opinion = give(house, office.ask_opinion(house.officer, road.act, at=AT))
    now = opinions.current(opinion, DAY)
    assert (opinions.outdated(opinion, now), opinions.difference(opinion, now)) == (False, {})
    office.write_text(house.officer, road.act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    now = opinions.current(opinion, DAY)
    assert opinions.outdated(opinion, now)
    ((lang, changes),) = opinions.difference(opinion, now).items()
    assert (lang, [run for change in changes for run in change.runs if run[0]]) == (
        "mk",
        [("del", "500"), ("ins", "600")],
    )


def test_a_text_that_changed_while_it_was_written_is_read_first(house: House) -> None:
    road = Road(house).written()
    opinion = office.ask_opinion(house.officer, road.act, at=AT)
    seen = opinions.current(opinion, DAY)
    office.write_text(house.officer, road.act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    with pytest.raises(Refused) as refused:
        give(house, opinion, seen=seen)
    assert fields(refused) == ["Текстот се промени додека пишувавте."]
    assert give(house, opinion, seen=seen | {"mk": 2}).texts == {"mk": 2, "sq": 1}


def test_an_opinion_on_an_act_in_force_has_its_own_case_and_stays_in_the_office(house: House) -> None:
    act = Road(house).written().opined().to("published")
    before = public.history(act)
    opinion = office.ask_opinion(house.officer, act, at=LATER + timedelta(days=9))
    assert (opinion.matter, opinion.case.mark) == ("in_force", "0301")
    assert opinion.case_id != act.case_id
    given = give(house, opinion, verdict="disagrees", text="Спротивно.", at=LATER + timedelta(days=10))
    assert given.document is not None
    assert (given.document.number, given.texts) == (f"{opinion.case.number}/1", {"mk": 0, "sq": 0})
    assert public.history(Act.objects.get(pk=act.pk)) == before
    assert not opinions.outdated(given, opinions.current(given, LATER.date() + timedelta(days=11)))


def test_a_change_of_an_act_in_force_makes_the_opinion_on_it_outdated(house: House) -> None:
    from konak.acts.tests import amending_of as of

    base = Road(house).to("published")
    opinion = office.ask_opinion(house.officer, base, at=LATER + timedelta(days=9))
    given = give(house, opinion, at=LATER + timedelta(days=9))
    of.published(house, of.drafted(house, base), of.texts())
    now = opinions.current(given, date(2026, 12, 1))
    assert opinions.outdated(given, now)
    assert set(opinions.difference(given, now)) == {"mk", "sq"}
    later = office.ask_opinion(house.officer, base, at=LATER + timedelta(days=60))
    assert all(give(house, later, at=LATER + timedelta(days=60)).texts.values())
    assert all(opinions.days_of(Opinion.objects.get(pk=later.pk)).values())


def test_an_opinion_on_a_text_of_others(house: House) -> None:
    """In the case it came in, or in its own; seen by the office of acts and who asked; outdated by a newer letter."""
    own = office.ask_opinion_on(house.other, None, **SCHOOL, at=AT)
    assert (own.case.number, own.title) == ("11-2", {"mk": SCHOOL["title"]})
    theirs = office.ask_opinion_on(house.officer, house.case, **SCHOOL, at=AT)
    assert theirs.case == house.case
    codes = [row["code"] for row in opinions.questions(own, DAY)]
    assert codes == ["competence", "ground", "law", "founder", "burdens", "time"]
    given = give(house, theirs)
    assert given.letter is not None
    assert (given.letter.number, opinions.newer_letter(given)) == ("08-1/1", None)
    newer = registry.register_incoming(
        house.registrar,
        at=AT,
        party=registry.documents(house.registrar).get(number="08-1/1").party,
        subject="Нов текст на статутот",
        language="mk",
        received_on=DAY,
        channel="counter",
        mark="0201",
        case=house.case,
    )
    assert opinions.newer_letter(given) == newer
    seen = {
        name for name, actor in house.actors.items() if opinions.visible(actor).filter(pk=own.pk).exists()
    }
    assert seen == {
        *("lawyer", "translator", "session_clerk", "secretary", "mayor", "gazette_editor"),
        *("other", "pr"),  # who asked, and his unit
    }


def test_a_request_on_a_text_of_others_says_all_that_is_missing(house: House) -> None:
    with pytest.raises(Refused) as refused:
        office.ask_opinion_on(house.mayor, None, matter="draft", title=" ", language="en", at=AT)
    assert fields(refused) == ["matter", "title", "language", "case_number"]
    with pytest.raises(Refused):
        office.ask_opinion_on(house.councillor, house.case, **SCHOOL, at=AT)
    one, two = (office.ask_opinion_on(house.officer, house.case, **SCHOOL, at=AT, key="k") for _ in "ab")
    assert one == two


def test_a_withdrawn_request_ends_with_its_reason(house: House) -> None:
    opinion = asked(house)
    with pytest.raises(Refused) as refused:
        office.withdraw_opinion(house.officer, opinion, reason=" ", at=AT)
    assert fields(refused) == ["reason"]
    with pytest.raises(Refused):
        office.withdraw_opinion(house.translator, opinion, reason="Не треба.", at=AT)
    assert office.withdraw_opinion(house.officer, opinion, reason="Не треба.", at=AT).state == "withdrawn"
    assert not waiting_for(house.lawyer).exists()
    assert queries.waiting_opinion(opinion.act) is None  # type: ignore[arg-type]
    with pytest.raises(Refused):
        give(house, opinion)


def test_a_given_opinion_is_found_by_who_may_read_it(house: House) -> None:
    given = give(house, asked(house), verdict="remarks", text="Надоместокот мора да се пресмета одново.")
    settle()

    def finds(actor: Actor) -> bool:
        return any(hit.ref == Ref.of(given) for hit in search("пресмета", actor).hits)

    assert {name for name, actor in house.actors.items() if finds(actor)} == {
        *("lawyer", "translator", "session_clerk", "secretary", "mayor", "gazette_editor", "officer")
    }


def test_the_paper_in_both_languages_and_its_signature(house: House) -> None:
    checks = all_yes(opinion := asked(house)) | {"law": office.Check("no", "Видете член 2.")}
    given = give(house, opinion, verdict="remarks", text="Прв став.\n\nВтор став.", checks=checks)
    one, two = printed(given, "mk"), printed(given, "sq")
    assert one[:5] == two[:5] == b"%PDF-"
    assert printed(given, "mk") == one
    assert one != two
    blob = store(one, name="m.pdf", ours=True)
    with pytest.raises(Refused):
        office.sign_opinion(house.secretary, given, signed=blob, at=AT)
    office.sign_opinion(house.lawyer, given, signed=blob, at=AT)
    with pytest.raises(Refused) as refused:
        office.sign_opinion(house.lawyer, given, signed=blob, at=AT)
    assert fields(refused) == ["Веќе е потпишано."]


def warned(house: House, act: Act, day: date = DAY) -> list[str]:
    found = readiness(house.officer, queries.standing(Act.objects.get(pk=act.pk), day)).warnings
    return [str(one.text) for one in found if "мислењ" in str(one.text).lower()]


def test_what_is_said_of_the_opinion_before_proposing(house: House) -> None:
    road = Road(house).written()
    assert warned(house, road.act) == ["Нема мислење за законитост."]
    opinion = office.ask_opinion(house.officer, road.act, at=AT)
    assert warned(house, road.act) == ["Мислењето за законитост сѐ уште не е дадено."]
    late = ["Мислењето за законитост доцни 2 дена.", "Мислењето за законитост сѐ уште не е дадено."]
    assert warned(house, road.act, date(2026, 9, 11)) == late
    give(house, opinion, verdict="disagrees", text="Не е.")
    assert warned(house, road.act) == ["Според мислењето за законитост, актот не е во согласност."]
    office.write_text(house.officer, road.act, "mk", text=MK.replace("500", "600"), version=1, at=AT)
    assert warned(house, road.act) == ["Текстот е изменет по мислењето за законитост."]
    assert office.propose(house.officer, road.act, at=AT).state == "proposed"


def test_a_councillors_own_proposal_is_shown_without_it(house: House) -> None:
    road = Road(house, proposer="councillors").written()
    assert warned(house, road.act) == [
        "Не е дадено мислење за законитост. Предлог на други предлагачи не го чека."
    ]
