"""A session from its preparation to its minutes; what is refused, and what only warns."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction
from django.utils import translation

from konak.kernel.errors import Refused
from konak.kernel.files import store
from konak.kernel.journal import NOBODY, Ref, history, settle
from konak.kernel.journal.models import Entry
from konak.kernel.norms import fresh
from konak.kernel.norms.models import Deviation
from konak.kernel.search import search
from konak.sessions import minutes, office, public, queries
from konak.sessions.models import Vote
from konak.sessions.tests.chamber import (
    CALLED,
    DAY,
    MORNING,
    PREPARED,
    Chamber,
    at_work,
    called,
    drafted,
    opened,
    proposal,
)

QUESTIONS = {"title": {"mk": "Советнички прашања", "sq": "Pyetje të këshilltarëve"}, "kind": "questions"}


def refused(*sentences: str) -> object:
    return pytest.raises(Refused)


def said(caught: pytest.ExceptionInfo[Refused]) -> list[str]:
    with translation.override("en"):
        return [str(reason.text) for reason in caught.value.reasons]


def test_a_session_takes_its_number_and_its_decision_when_it_is_called(house: Chamber) -> None:
    office.carry_on_numbers(house.session_clerk, house.council, day=DAY, last=56, at=PREPARED)
    session = drafted(house)
    assert (session.number, session.case) == (None, None)
    office.add_item(house.session_clerk, session, **QUESTIONS, at=PREPARED)
    session = office.call(house.session_clerk, session, at=CALLED)
    assert session.number == 57
    assert office.title(session.number, session.kind) == {
        "mk": "57-ма редовна седница",
        "sq": "Mbledhja e 57-të e rregullt",
        "en": "57th regular session",
    }
    assert session.decision.number == f"{session.case.number}/1"
    assert session.decision.subject == "Решение за свикување: 57-ма редовна седница"
    assert office.warnings(session, DAY) == []
    assert called(house).number == 58
    assert called(house, body=house.committee).number == 1


def test_late_calls_are_warned_of_and_never_blocked(house: Chamber) -> None:
    session = drafted(house, day=date(2026, 10, 8))
    office.add_item(house.session_clerk, session, **QUESTIONS, at=PREPARED)
    assert [r.field for r in office.warnings(session, date(2026, 10, 6))] == ["late_reason", "late_reason"]
    session = office.call(house.session_clerk, session, late_reason="Поплава", at=CALLED)
    assert (session.state, session.late_reason) == ("called", "Поплава")
    with translation.override("en"):
        first = office.warnings(session, DAY)[0]
        assert str(first.text) == "The call leaves on 06.10.2026; the last day for it was 01.10.2026."
    assert str(first.article).startswith("член 39")


def test_a_request_needs_its_share_of_the_seats_and_its_term(house: Chamber) -> None:
    session = drafted(house, asked_by="members", asked_on=date(2026, 9, 1), askers=7)
    with translation.override("en"):
        told = [str(r.text) for r in office.warnings(session, date(2026, 10, 6))]
    assert told == [
        "A requested session is called by 16.09.2026.",
        "7 members asked for it, 8 are needed.",
    ]


def test_without_quorum_nobody_opens(house: Chamber) -> None:
    session = called(house)
    for mandate in house.members[:15]:
        office.arrive(house.session_clerk, session, mandate, at=MORNING)
    with pytest.raises(Refused) as caught:
        office.open_session(house.president, session, at=MORNING)
    assert said(caught) == ["No quorum: 15 of 31 are present, 16 are needed."]
    assert "член 41 став 1" in str(caught.value.reasons[0].article)
    office.arrive(house.session_clerk, session, house.members[15], at=MORNING)
    assert office.open_session(house.president, session, at=MORNING).opened_with == 16


def test_an_act_is_adopted_in_the_same_deed_as_its_vote(house: Chamber) -> None:
    act = proposal(house)
    session = at_work(house, {"act": act}, QUESTIONS)
    item = session.items.get(act=act)
    vote = office.put_to_vote(
        house.session_clerk, item, present=18, votes_for=11, against=5, abstained=2, at=MORNING
    )
    act.refresh_from_db()
    assert (vote.rule, vote.adopted, vote.present, vote.counted) == ("simple", True, 18, 20)
    assert vote.arithmetic["mk"] == (
        "Присутни се 18 од 31, за кворум се потребни 16 (чл. 41 ст. 1). "
        "За 11, потребни 10 од 18 присутни (чл. 41 ст. 2). Донесено."
    )
    assert (act.state, act.adopted_on, act.session_number) == ("adopted", DAY, session.number)
    assert act.session == str(Ref.of(session))
    assert (act.verdict["for"], act.verdict["against"], act.session_title["mk"]) == (11, 5, "1-ва седница")


def test_a_rejected_act_is_rejected_with_it(house: Chamber) -> None:
    act = proposal(house, kind="statute")
    session = at_work(house, {"act": act})
    vote = office.put_to_vote(house.session_clerk, session.items.get(), present=20, votes_for=15, at=MORNING)
    act.refresh_from_db()
    assert (vote.rule, vote.adopted, act.state) == ("absolute", False, "rejected")


def test_every_reason_against_a_vote_is_given_at_once(house: Chamber) -> None:
    session = opened(house, QUESTIONS)
    with pytest.raises(Refused) as caught:
        office.put_to_vote(
            house.session_clerk, session.items.get(), present=15, votes_for=14, against=3, at=MORNING
        )
    assert said(caught) == [
        "The agenda is not adopted yet.",
        "This item is not on the adopted agenda.",
        "No quorum: 15 of 31 are present, 16 are needed.",
        "17 votes were cast, but 15 are present.",
    ]
    assert Vote.objects.count() == 0


def test_the_double_majority_needs_both_tallies(house: Chamber) -> None:
    act = proposal(house)
    session = at_work(house, {"act": act, "double": "languages", "double_reason": "Српски јазик"})
    item = session.items.get()
    with pytest.raises(Refused) as caught:
        office.put_to_vote(house.session_clerk, item, present=20, votes_for=13, at=MORNING)
    assert said(caught) == ["This item needs a double majority: enter the second tally too."]
    second = office.Communities(present=7, votes_for=3)
    vote = office.put_to_vote(
        house.session_clerk, item, present=20, votes_for=13, against=7, communities=second, at=MORNING
    )
    act.refresh_from_db()
    assert (vote.adopted, vote.communities_present, act.state) == (False, 7, "rejected")


def test_a_roll_call_counts_its_names_and_the_declared_communities(house: Chamber) -> None:
    session = at_work(house, {**QUESTIONS, "double": "culture"})
    choices = {m.pk: "for" if place < 16 else "against" for place, m in enumerate(house.members)}
    vote = office.put_to_roll_call(house.session_clerk, session.items.get(), choices=choices, at=MORNING)
    assert (vote.votes_for, vote.against, vote.present) == (16, 4, 20)
    assert (vote.communities_present, vote.communities_for, vote.adopted) == (7, 4, True)
    assert Entry.objects.filter(fact="org.CommunitiesRead").count() == 1
    text = str(minutes.of(session, "mk")["blocks"])
    assert "Се гласаше поименично" in text
    assert "Гласови по име" not in text
    plain = at_work(house, QUESTIONS)
    office.put_to_roll_call(house.session_clerk, plain.items.get(), choices=choices, at=MORNING)
    assert "Член Б00 – за" in str(minutes.of(plain, "mk")["blocks"])


def test_a_recount_is_a_new_row_with_its_reason(house: Chamber) -> None:
    session = at_work(house, QUESTIONS)
    item = session.items.get()
    first = office.put_to_vote(house.session_clerk, item, present=20, votes_for=11, at=MORNING)
    with pytest.raises(Refused) as caught:
        office.put_to_vote(house.session_clerk, item, present=20, votes_for=10, at=MORNING)
    assert said(caught) == ["This item is already decided."]
    second = office.put_to_vote(
        house.session_clerk,
        item,
        present=20,
        votes_for=10,
        against=10,
        again="recount",
        why="Погрешно броење",
        at=MORNING,
    )
    assert (second.before, second.adopted, queries.last_vote(item)) == (first, False, second)


def test_a_double_click_is_one_vote(house: Chamber) -> None:
    item = at_work(house, QUESTIONS).items.get()
    votes = [
        office.put_to_vote(house.session_clerk, item, present=20, votes_for=11, key="k1", at=MORNING)
        for _ in range(2)
    ]
    assert votes[0] == votes[1]
    assert Vote.objects.count() == 1


def test_both_numbers_of_an_item_are_kept(house: Chamber) -> None:
    session = opened(house, *({"title": {"mk": w, "sq": w}} for w in ("А", "Б", "В")))
    extra = office.add_item(house.session_clerk, session, title={"mk": "Г", "sq": "G"}, at=MORNING)
    a, b, v = session.items.filter(proposed_number__isnull=False).order_by("proposed_number")
    office.adopt_agenda(
        house.session_clerk,
        session,
        numbers={a.pk: 2, b.pk: None, v.pk: 1, extra.pk: 3},
        present=20,
        votes_for=20,
        at=MORNING,
    )
    assert [(i.title["mk"], i.proposed_number, i.adopted_number) for i in queries.agenda(session)] == [
        ("В", 3, 1),
        ("А", 1, 2),
        ("Г", None, 3),
        ("Б", 2, None),
    ]
    with pytest.raises(Refused) as caught:
        office.put_to_vote(house.session_clerk, b, present=20, votes_for=20, at=MORNING)
    assert said(caught) == ["This item is not on the adopted agenda."]


def test_an_agenda_that_fails_changes_nothing(house: Chamber) -> None:
    session = opened(house, QUESTIONS)
    item = session.items.get()
    vote = office.adopt_agenda(
        house.session_clerk, session, numbers={item.pk: 1}, present=20, votes_for=10, against=10, at=MORNING
    )
    item.refresh_from_db()
    assert (vote.adopted, item.adopted_number) == (False, None)


def test_minutes_come_from_the_record_and_come_again_the_same(house: Chamber) -> None:
    act = proposal(house)
    session = at_work(house, {"act": act}, QUESTIONS)
    office.put_to_vote(house.session_clerk, session.items.get(act=act), present=20, votes_for=11, at=MORNING)
    end = datetime(2026, 10, 20, 12, 30, tzinfo=UTC)
    office.leave(house.session_clerk, session, house.members[3], at=end)
    session = office.close(house.president, session, at=end)
    for lang in ("mk", "sq"):
        assert minutes.text_hash(minutes.of(session, lang)) == minutes.text_hash(minutes.of(session, lang))
        assert office.minutes_pdf(session, lang) == office.minutes_pdf(session, lang)
    told = [text for _, text in minutes.of(session, "mk")["blocks"]]
    assert "Член Б03 ја напушти седницата во 14:30 часот." in told
    opened = "Седницата започна во 10:00 часот. Присутни се 20 од вкупно 31 члена; за кворум се потребни 16 "
    assert any(text.startswith(opened) for text in told)
    assert "Точка 1. Предлог-одлука за надоместок за салите" in told
    assert told[-1] == "Седницата заврши во 14:30 часот."
    assert any("За 11, потребни 11 од 20 присутни (чл. 41 ст. 2). Донесено." in text for text in told)
    papers = {
        "mk": (
            store(office.minutes_pdf(session, "mk"), name="zapisnik.pdf"),
            store(office.minutes_docx(session, "mk"), name="zapisnik.docx"),
        )
    }
    (row,) = office.make_minutes(house.session_clerk, session, papers=papers, at=end)
    assert row.text_hash == minutes.text_hash(minutes.of(session, "mk"))
    assert office.make_minutes(house.session_clerk, session, papers=papers, at=end) == [row]


def test_nothing_official_changes(house: Chamber) -> None:
    session = at_work(house, QUESTIONS)
    item = session.items.get()
    vote = office.put_to_vote(house.session_clerk, item, present=20, votes_for=11, at=MORNING)
    for sentence in (
        f"UPDATE konak_sessions_vote SET votes_for = 3 WHERE id = {vote.pk}",
        f"DELETE FROM konak_sessions_vote WHERE id = {vote.pk}",
        "DELETE FROM konak_sessions_presence",
        f"UPDATE konak_sessions_item SET proposed_number = 9 WHERE id = {item.pk}",
        f"UPDATE konak_sessions_session SET number = 9 WHERE id = {session.pk}",
        f"DELETE FROM konak_sessions_session WHERE id = {session.pk}",
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(sentence)


def test_a_norm_of_the_town_changes_guard_and_paper_from_its_day_on(house: Chamber) -> None:
    Deviation.objects.create(
        key="sessions.majorities",
        value={"council": {"simple": ["agenda"], "absolute": ["*"]}, "committee": {"absolute": ["*"]}},
        basis={"mk": "член 7 од Деловникот", "sq": "neni 7 i Rregullores"},
        valid_from=date(2026, 10, 21),
        entered_at=PREPARED,
    )
    fresh()
    before = at_work(house, QUESTIONS)
    vote = office.put_to_vote(house.session_clerk, before.items.get(), present=20, votes_for=11, at=MORNING)
    assert (vote.rule, vote.adopted) == ("simple", True)
    Deviation.objects.create(
        key="council.seats",
        value=33,
        basis={"mk": "член 34", "sq": "neni 34"},
        valid_from=date(2026, 10, 20),
        entered_at=PREPARED,
    )
    fresh()
    session = called(house)
    for mandate in house.members[:16]:
        office.arrive(house.session_clerk, session, mandate, at=MORNING)
    with pytest.raises(Refused) as caught:
        office.open_session(house.president, session, at=MORNING)
    assert said(caught) == ["No quorum: 16 of 33 are present, 17 are needed."]
    later = called(house, day=date(2026, 10, 22))
    assert queries.majority(later.items.select_related("session__body", "act").get())[0] == "absolute"


def test_the_street_sees_called_sessions_and_never_a_draft(house: Chamber) -> None:
    drafted(house)
    session = at_work(house, QUESTIONS)
    office.put_to_vote(house.session_clerk, session.items.get(), present=20, votes_for=11, at=MORNING)
    (seen,) = public.coming(DAY)
    assert (seen.id, seen.state, seen.agenda[0].number) == (session.pk, "open", 1)
    verdict = seen.agenda[0].verdict
    assert verdict is not None
    assert (verdict.adopted, verdict.votes_for, verdict.present) == (True, 11, 20)
    assert public.past(DAY) == []
    settle()
    assert [hit.ref for hit in search("советнички прашања", NOBODY).hits] == [Ref.of(session)]


@pytest.mark.parametrize("many", [1, 3])
def test_the_street_asks_three_times(
    house: Chamber, many: int, django_assert_num_queries: pytest.FixtureRequest
) -> None:
    for _ in range(many):
        called(house, QUESTIONS, QUESTIONS)
    with django_assert_num_queries(3):
        assert len(public.coming(DAY)) == many


def test_the_journal_tells_the_day(house: Chamber) -> None:
    session = at_work(house, QUESTIONS)
    office.put_to_vote(house.session_clerk, session.items.get(), present=20, votes_for=11, at=MORNING)
    told = [entry.sentence("en") for entry in history(Ref.of(session))]
    assert told[0] == "A session was prepared for 20.10.2026."
    assert told[-2] == "The agenda was voted on: 20 for, 0 against."
    assert told[-1] == ("Vote on “Советнички прашања”: 11 for, 0 against, 0 abstained. Донесено.")
