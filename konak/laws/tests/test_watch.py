"""The law watch: regulations followed, changed, read about, and what they oblige us to."""

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import DatabaseError, transaction

from konak.kernel.errors import Refused
from konak.kernel.journal import NOBODY, Actor, Ref, history
from konak.laws import law, office, queries
from konak.laws.models import LawChange, Reading, Regulation
from konak.tasks.models import Task

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
LAWYER = Actor(account=1, roles=frozenset({"lawyer"}))
LSG = {"mk": "Закон за локалната самоуправа", "sq": "Ligji për vetëqeverisje lokale"}
pytestmark = pytest.mark.django_db


def follow(**more: Any) -> Regulation:
    return office.follow(LAWYER, **{"kind": "law", "name": LSG, "issues": ["5/2002"], "at": AT} | more)


def change(regulation: Regulation, **more: Any) -> LawChange:
    said = {
        "kind": "amended",
        "issue": "200/2026",
        "published_on": date(2026, 10, 1),
        "from_day": date(2026, 10, 9),
        "articles": ["art:36/para:1"],
        "at": AT,
    }
    return office.record_change(LAWYER, regulation, **said | more)


def fields(refused: Any) -> list[str]:
    return [reason.field for reason in refused.value.reasons]


@pytest.mark.parametrize(
    "cited",
    ["Законот за локалната самоуправа", "ЗАКОН за локалната самоуправа", "Ligjit për vetëqeverisje lokale"],
)
def test_a_regulation_is_known_however_its_name_is_declined(cited: str) -> None:
    regulation = follow()
    assert office.by_name([cited]) == regulation
    assert office.by_name(["Законот за јавната чистота"]) is None
    with pytest.raises(Refused) as refused:
        follow(name={"mk": cited})
    assert fields(refused) == ["name"]


@pytest.mark.parametrize(
    ("words", "hit"),
    [
        ("закон", True),
        ("ЗАКОН Локалната", True),
        ("zakon samouprava", True),
        ("VETËQEVERISJE", True),
        ("veteqeverisje ligji", True),
        ("закон vetëqeverisje", False),
        ("чистота", False),
        ("  ", True),
    ],
)
def test_a_regulation_is_found_in_any_case_and_script(words: str, hit: bool) -> None:
    regulation = follow(name={"mk": "ЗАКОН за локалната самоуправа", "sq": LSG["sq"]})
    assert list(queries.found(LAWYER, words)) == [regulation] * hit
    assert list(queries.found(NOBODY, words)) == []


def test_everything_wrong_is_said_at_once() -> None:
    with pytest.raises(Refused) as refused:
        office.follow(NOBODY, kind="ghost", name={}, issues=["5-2002"], at=AT)
    assert fields(refused) == ["", "name", "issues", "kind"]
    regulation = follow()
    with pytest.raises(Refused) as refused:
        change(regulation, kind="x", issue="?", articles=["член 3"], from_day=date(2026, 9, 1))
    assert fields(refused) == ["issue", "articles", "kind", "from_day"]
    assert LawChange.objects.count() == 0


def test_a_change_adds_its_issue_and_a_repeal_ends_the_regulation() -> None:
    regulation = follow()
    change(regulation)
    regulation.refresh_from_db()
    assert (regulation.issues, regulation.ended_on, regulation.version) == (["5/2002", "200/2026"], None, 2)
    with pytest.raises(Refused) as refused:
        change(regulation)
    assert fields(refused) == ["issue"]
    change(regulation, kind="repealed", issue="210/2026", articles=[])
    regulation.refresh_from_db()
    assert regulation.ended_on == date(2026, 10, 9)
    with pytest.raises(Refused):
        change(regulation, issue="211/2026")
    assert [entry.fact for entry in history(Ref.of(regulation))] == [
        "laws.RegulationEntered",
        "laws.LawChanged",
        "laws.LawRepealed",
    ]
    assert [one.issue for one in office.changes(regulation)] == ["200/2026", "210/2026"]


def test_a_repeal_to_come_ends_nothing_before_its_day() -> None:
    regulation = follow()
    change(regulation, kind="repealed", from_day=date(2027, 1, 1), articles=[])
    change(regulation, issue="210/2026", from_day=date(2026, 12, 31))
    regulation.refresh_from_db()
    assert (regulation.issues, regulation.ended_on) == (["5/2002", "210/2026"], date(2027, 1, 1))
    assert [regulation.ended(day) for day in (date(2026, 12, 31), date(2027, 1, 1))] == [False, True]
    for more, field in (({"from_day": date(2027, 1, 1)}, "from_day"), ({"kind": "repealed"}, "")):
        with pytest.raises(Refused) as refused:
            change(regulation, issue="211/2026", **more)
        assert fields(refused) == [field]
    with pytest.raises(DatabaseError), transaction.atomic():
        Regulation.objects.update(ended_on=None)


def test_a_stale_page_and_a_double_click_do_no_harm() -> None:
    regulation = follow()
    first = change(regulation, version=1, key="k")
    assert change(regulation, version=1, key="k") == first
    with pytest.raises(Refused):
        change(regulation, version=1, issue="201/2026")


def test_the_reading_log_names_what_was_not_read() -> None:
    for number in (180, 184, 181):
        office.note_reading(LAWYER, number=number, year=2026, at=AT)
    assert office.unread(LAWYER, 2026) == [182, 183]
    assert office.unread(LAWYER, 2025) == []
    assert office.unread(NOBODY, 2026) == []
    with pytest.raises(Refused) as refused:
        office.note_reading(LAWYER, number=180, year=2026, found="нешто", at=AT)
    assert fields(refused) == ["number"]


def test_an_obligation_is_met_once_by_an_act() -> None:
    duty = {"mk": "Усогласување на Статутот", "sq": "Harmonizimi i Statutit"}
    said = {"article": "art:96", "duty": duty, "bearer": "council", "due": date(2026, 12, 31), "at": AT}
    owed = office.oblige(LAWYER, follow(), **said)
    assert list(office.obligations(LAWYER)) == [owed]
    assert list(office.obligations(NOBODY)) == []
    met = office.meet(LAWYER, owed, act="09-44/3", done_on=date(2026, 10, 13), at=AT)
    assert (met.act, met.version) == ("09-44/3", 2)
    given = Task.objects.get(about_kind="laws.obligation", about_id=owed.pk)
    assert (given.role, given.due, given.state) == ("lawyer", date(2026, 12, 31), "done")
    assert given.title["sq"] == "Detyrim nga dispozita: Harmonizimi i Statutit"
    with pytest.raises(Refused):
        office.meet(LAWYER, met, act="09-45/1", done_on=date(2026, 10, 14), at=AT)


@pytest.mark.parametrize(
    ("act", "done_on", "wrong"),
    [
        ("готово", date(2026, 10, 13), ["act"]),
        ("09-44/3 од 2026", date(2026, 10, 14), ["act", "done_on"]),
        ("", date(2026, 10, 14), ["act", "done_on"]),
        ("09-44", date(2026, 10, 14), ["done_on"]),
    ],
)
def test_no_act_to_come_and_no_words_meet_an_obligation(act: str, done_on: date, wrong: list[str]) -> None:
    said = {"article": "art:96", "duty": LSG, "bearer": "council", "due": date(2026, 12, 31), "at": AT}
    owed = office.oblige(LAWYER, follow(), **said)
    with pytest.raises(Refused) as refused:
        office.meet(LAWYER, owed, act=act, done_on=done_on, at=AT)
    assert fields(refused) == wrong
    assert all(reason.way_out for reason in refused.value.reasons)


def test_an_issue_is_of_the_year_of_its_day_and_has_come() -> None:
    regulation = follow()
    with pytest.raises(Refused) as refused:
        change(regulation, published_on=date(2027, 1, 1), from_day=date(2027, 1, 9))
    assert fields(refused) == ["published_on", "published_on"]
    with pytest.raises(Refused) as refused:
        change(regulation, issue="200/2025")
    assert fields(refused) == ["published_on"]
    assert (
        change(regulation, published_on=date(2026, 10, 13), from_day=date(2026, 10, 13)).issue == "200/2026"
    )


def test_the_database_keeps_what_was_recorded() -> None:
    regulation = follow()
    change(regulation)
    office.note_reading(LAWYER, number=1, year=2026, at=AT)
    for harm in (
        lambda: LawChange.objects.update(note="друго"),
        lambda: Reading.objects.all().delete(),
        lambda: Regulation.objects.filter(pk=regulation.pk)._raw_delete("default"),
    ):
        with pytest.raises(DatabaseError), transaction.atomic():
            harm()


@pytest.mark.parametrize(
    ("cited", "changed", "hit"),
    [
        (["art:36/para:1/point:15"], ["art:36/para:1"], True),
        (["art:36"], ["art:36/para:1"], True),
        (["art:36/para:2"], ["art:36/para:1"], False),
        (["art:3"], ["art:36"], False),
        ([], ["art:36"], True),
        (["art:36"], [], True),
    ],
)
def test_a_cited_place_is_touched_by_what_it_stands_in_or_holds(
    cited: list[str], changed: list[str], hit: bool
) -> None:
    assert law.touched(cited, changed) is hit


@pytest.mark.parametrize(
    ("cited", "kind", "name"),
    [
        ("Законот за финансирање", "law", "Закон за финансирање"),
        ("Ligjit për financimin", "law", "Ligji për financimin"),
        ("Уредбата за канцелариско работење", "bylaw", "Уредба за канцелариско работење"),
        ("Уставот на Република Северна Македонија", "other", "Устав на Република Северна Македонија"),
        ("Статутот на Општина Куманово", "", "Статутот на Општина Куманово"),
    ],
)
def test_what_a_citation_says_of_a_regulation(cited: str, kind: str, name: str) -> None:
    assert (law.kind(cited), law.named(cited)) == (kind, name)
