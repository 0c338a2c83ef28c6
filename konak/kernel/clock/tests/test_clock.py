"""Days and terms, held against the calendar and against the law's own examples."""

import json
import subprocess
import sys
from datetime import date

import pytest

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
from konak.kernel.clock.days import orthodox_easter
from konak.kernel.norms import UnknownNorm

pytestmark = pytest.mark.django_db


@pytest.mark.parametrize(
    "monday", [date(2014, 4, 21), date(2022, 4, 25), date(2023, 4, 17), date(2025, 4, 21)]
)
def test_easter_monday(monday: date) -> None:
    assert holidays(monday.year)[monday].name["en"] == "Orthodox Easter Monday"


@pytest.mark.parametrize("friday", [date(2014, 6, 6), date(2025, 6, 6)])
def test_the_friday_before_pentecost_is_for_the_orthodox_only(friday: date) -> None:
    (day,) = [d for d in community_days(friday.year) if d.day == friday]
    assert (day.who, is_working(friday)) == ("orthodox", True)


def test_a_sunday_moves_a_saturday_does_not_and_two_add_none() -> None:
    assert holidays(2025)[date(2025, 3, 31)].moved_from == date(2025, 3, 30)
    assert date(2026, 10, 12) in holidays(2026), "11 October 2026 is a Sunday"
    assert date(2025, 5, 26) not in holidays(2025), "24 May 2025 was a Saturday"
    moved = [day for day, holiday in holidays(2022).items() if day.month == 5 and day.day < 10]
    assert moved == [date(2022, 5, 1), date(2022, 5, 2), date(2022, 5, 3)]
    assert not any(d.day == date(2025, 1, 20) for d in community_days(2025)), "community days do not move"


def test_holidays_against_an_oracle() -> None:
    import holidays as oracle

    for year in range(2015, 2029):
        theirs = set(oracle.country_holidays("MK", years=year))
        ours = holidays(year)
        feast = "first day of Eid al-Fitr"  # announced: shipped for some years only
        assert orthodox_easter(year).weekday() == 6
        assert {day for day, h in ours.items() if not h.moved_from and h.name["en"] != feast} <= theirs
        by_law = {day for day, h in ours.items() if h.moved_from}
        assert all(day.weekday() != 6 for day in by_law)


@pytest.mark.parametrize(
    ("term", "start", "extended", "last"),
    [
        ("foi.answer", date(2026, 9, 21), False, date(2026, 10, 13)),  # 11.10. Sunday → 12.10. is off too
        ("foi.answer", date(2026, 9, 21), True, date(2026, 10, 21)),
        ("foi.oral", date(2026, 10, 13), False, date(2026, 10, 19)),
        ("petition.answer", date(2026, 10, 13), False, date(2026, 10, 28)),
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
        "Последниот ден е празник (Ден на народното востание), па се поместува на вторник, 13 октомври 2026.",
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
