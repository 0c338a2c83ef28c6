"""Days and terms, held against the calendar and against the law's own examples."""

import json
import subprocess
import sys
from datetime import UTC, date, datetime

import pytest

from konak.kernel import norms
from konak.kernel.clock import (
    community_days,
    due,
    holidays,
    in_term,
    is_working,
    next_working,
    service_target,
    terms,
)
from konak.kernel.clock.days import orthodox_easter, western_easter
from konak.kernel.norms import UnknownNorm
from konak.kernel.norms.models import Deviation

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "monday", [date(2014, 4, 21), date(2022, 4, 25), date(2023, 4, 17), date(2025, 4, 21)]
)
def test_easter_monday(monday: date) -> None:
    assert holidays(monday.year)[monday].name["en"] == "Orthodox Easter Monday"


@pytest.mark.parametrize("friday", [date(2014, 6, 6), date(2025, 6, 6)])
def test_the_friday_before_pentecost_is_for_the_orthodox_only(friday: date) -> None:
    (day,) = [d for d in community_days(friday.year) if d.day == friday and d.who == "orthodox"]
    assert day.name["mk"] == "петок пред Духовден"
    assert is_working(friday)


def test_a_sunday_moves_a_saturday_does_not_and_two_add_none() -> None:
    assert holidays(2025)[date(2025, 3, 31)].moved_from == date(2025, 3, 30)
    assert date(2026, 10, 12) in holidays(2026), "11 October 2026 is a Sunday"
    assert date(2025, 5, 26) not in holidays(2025), "24 May 2025 was a Saturday"
    moved = [day for day, holiday in holidays(2022).items() if day.month == 5 and day.day < 10]
    assert moved == [date(2022, 5, 1), date(2022, 5, 2)], "Labour Day moved onto Bajram: no third day"
    assert not any(d.day == date(2025, 1, 20) for d in community_days(2025)), "community days do not move"


@pytest.mark.parametrize(
    ("day", "name"),
    [
        (date(2014, 7, 28), "first day of Eid al-Fitr"),
        (date(2022, 5, 2), "first day of Eid al-Fitr"),
        (date(2023, 4, 21), "first day of Eid al-Fitr"),
        (date(2025, 3, 30), "first day of Eid al-Fitr"),
        (date(2026, 8, 2), "Republic Day"),
        (date(2026, 10, 23), "Day of the Macedonian Revolutionary Struggle"),
    ],
)
def test_days_for_all(day: date, name: str) -> None:
    assert holidays(day.year)[day].name["en"] == name
    assert not is_working(day)


@pytest.mark.parametrize("year", range(2008, 2036))
def test_every_day_off_against_an_oracle(year: int) -> None:
    import holidays as oracle

    assert sorted(holidays(year)) == sorted(oracle.country_holidays("MK", years=year))


@pytest.mark.parametrize("year", range(2014, 2036))
def test_easter_against_an_oracle(year: int) -> None:
    from dateutil.easter import EASTER_ORTHODOX, EASTER_WESTERN, easter

    assert orthodox_easter(year) == easter(year, EASTER_ORTHODOX)
    assert western_easter(year) == easter(year, EASTER_WESTERN)


def test_days_of_communities_are_known_and_move_no_term() -> None:
    days = {(d.day, d.who) for d in community_days(2026)}
    assert days >= {
        (date(2026, 5, 27), "muslim"),
        (date(2026, 9, 21), "jewish"),
        (date(2026, 4, 6), "catholic"),
        (date(2026, 4, 10), "orthodox"),
        (date(2026, 11, 22), "sq"),
    }
    assert len({d.who for d in community_days(2026)}) == 10
    assert due("petition.answer", date(2026, 5, 12)).due == date(2026, 5, 27), "Kurban Bajram moves nothing"


def decide(key: str, value: object, valid_from: date, valid_to: date | None = None) -> None:
    Deviation.objects.create(
        key=key, value=value, basis={"mk": "Одлука на Владата", "sq": "Vendim i Qeverisë", "en": "Decision"},
        valid_from=valid_from, valid_to=valid_to, entered_at=datetime(2026, 8, 1, tzinfo=UTC),
    )  # fmt: skip
    norms.fresh()


def test_a_day_off_by_decision_moves_a_term_that_ends_on_it() -> None:
    friday, start = date(2022, 8, 19), date(2022, 8, 4)
    assert due("petition.answer", start).due == friday
    name = {"mk": "ден на жалост", "sq": "ditë zie", "en": "day of mourning"}
    decide("clock.local_days", [{"day": "2022-08-19", "name": name}], friday, friday)
    last = due("petition.answer", start)
    assert last.due == date(2022, 8, 22)
    assert (last.steps[2].date, last.steps[2].article["mk"]) == (date(2022, 8, 20), "Одлука на Владата")
    assert "ден на жалост" in last.steps[2].text["mk"]
    assert not is_working(date(2024, 5, 8)), "what is shipped for other days still holds"


def test_an_announcement_corrects_a_foreseen_feast() -> None:
    assert not is_working(date(2027, 3, 9))
    decide("clock.ramadan_first_days", ["2027-03-10"], date(2027, 1, 1), date(2027, 12, 31))
    assert is_working(date(2027, 3, 9))
    assert not is_working(date(2027, 3, 10))
    assert date(2026, 3, 20) in holidays(2026)
    assert date(2028, 2, 26) in holidays(2028)


def test_a_term_may_take_its_number_from_a_norm_of_its_own() -> None:
    decide("terms.house.reply", {"days": "service.answer_days", "moves": False}, date(2026, 1, 1))
    found = due("house.reply", date(2026, 10, 13))
    assert found.due == date(2026, 10, 18)
    assert found.steps[1].article["en"] == "House rule: service target in working days"


def test_a_changed_norm_changes_the_term_from_its_day_and_not_before() -> None:
    decide("terms.petition.answer", {"days": 10, "moves": True}, date(2026, 10, 13))
    assert due("petition.answer", date(2026, 10, 12)).due == date(2026, 10, 27)
    assert due("petition.answer", date(2026, 10, 13)).due == date(2026, 10, 26), (
        "23 October, a holiday on a Friday"
    )


@pytest.mark.parametrize(
    ("term", "start", "extended", "last"),
    [
        ("foi.answer", date(2026, 9, 21), False, date(2026, 10, 13)),  # 11.10. Sunday → 12.10. is off too
        ("foi.answer", date(2026, 9, 21), True, date(2026, 10, 21)),
        ("foi.answer", date(2026, 10, 3), False, date(2026, 10, 26)),  # 23.10. holiday, then a weekend
        ("foi.answer", date(2026, 9, 22), False, date(2026, 10, 13)),  # the day off for a Sunday's holiday
        ("foi.answer", date(2026, 10, 1), False, date(2026, 10, 21)),  # holidays on the way count as days
        ("foi.answer", date(2026, 9, 20), False, date(2026, 10, 13)),
        ("foi.oral", date(2026, 10, 13), False, date(2026, 10, 19)),
        ("petition.answer", date(2026, 10, 13), False, date(2026, 10, 28)),
        ("petition.answer", date(2026, 10, 13), True, date(2026, 11, 12)),
        ("petition.outer", date(2026, 10, 13), False, date(2026, 12, 14)),
        ("act.in_force", date(2020, 3, 26), False, date(2020, 4, 3)),
        ("act.in_force", date(2026, 10, 3), False, date(2026, 10, 11)),
        ("act.publish", date(2026, 10, 4), False, date(2026, 10, 11)),
        ("act.sign", date(2026, 10, 8), False, date(2026, 10, 11)),
        ("session.notice", date(2026, 10, 18), False, date(2026, 10, 11)),
    ],
)
def test_terms(term: str, start: date, extended: bool, last: date) -> None:
    found = due(term, start, extended=extended)
    assert found.due == found.steps[-1].date == last
    assert all(step.text.keys() == {"mk", "sq", "en"} and step.article["mk"] for step in found.steps)


def test_a_term_explains_every_move() -> None:
    said = [step.text["mk"] for step in due("foi.answer", date(2026, 9, 21)).steps]
    assert said == [
        "Рокот почнува да тече наредниот ден од понеделник, 21 септември 2026.",
        "Рокот од 20 дена истекува на недела, 11 октомври 2026.",
        "Последниот ден е празник (Ден на народното востание), "
        "па се поместува на понеделник, 12 октомври 2026.",
        "Денот е неработен, зашто празникот (Ден на народното востание) падна во недела, "
        "па рокот се поместува на вторник, 13 октомври 2026.",
    ]


def test_what_the_law_does_not_know() -> None:
    with pytest.raises(UnknownNorm):
        due("coffee", date(2026, 1, 1))
    with pytest.raises(ValueError, match="cannot be extended"):
        due("act.sign", date(2026, 1, 1), extended=True)
    assert "foi.answer" in terms()


def test_before_and_service() -> None:
    assert in_term("session.notice", date(2026, 10, 20), date(2026, 10, 13))
    assert not in_term("session.notice", date(2026, 10, 20), date(2026, 10, 14))
    assert in_term("act.sign", date(2026, 10, 8), date(2026, 10, 11))
    assert service_target(2, date(2026, 10, 8)).target == date(2026, 10, 13)
    assert next_working(date(2026, 10, 10)) == date(2026, 10, 13)


def test_the_command_needs_no_database() -> None:
    code = "import argparse; from konak.kernel.clock.cli import commands; p = argparse.ArgumentParser();"
    code += "commands(p.add_subparsers()); import sys; a = p.parse_args(sys.argv[1:]); a.run(a);"
    code += "assert 'django' not in sys.modules"
    words = ["due", "--term", "foi.answer", "--from", "2026-09-21", "--json", "--lang", "sq"]
    printed = subprocess.run([sys.executable, "-c", code, *words], capture_output=True, text=True, check=True)
    told = json.loads(printed.stdout)
    assert told["due"] == told["steps"][-1]["date"] == "2026-10-13"
    assert "e hënë" in told["steps"][0]["text"]
