"""Which closed cases may be listed for disposal on a day, and what keeps the others."""

import json
from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from konak.acts.office import draft_from
from konak.archive.office import Disposable, disposable
from konak.house.cli import answered, parser
from konak.kernel.journal import NOBODY, Ref
from konak.kernel.norms import Deviation
from konak.registry import office as registry
from konak.registry.tests.office_of import AT, DAY, Office, letter
from konak.tasks import office as tasks

pytestmark = pytest.mark.django_db


def closed(house: Office, at: datetime = AT, **changes: Any) -> registry.Case:
    """A closed case of a petition (0801, five years)."""
    case = letter(house, **{"mark": "0801"} | changes).case
    return registry.close(house.registrar, case, at=at)


def found(house: Office, day: str) -> list[Disposable]:
    return disposable(house.registrar, date.fromisoformat(day))


def test_the_term_runs_from_the_end_of_the_year_of_closing(house: Office) -> None:
    case = closed(house)
    letter(house, mark="0801")  # open
    assert found(house, "2031-12-31") == []
    assert found(house, "2032-01-01") == [Disposable(case, 2026, DAY, 5, date(2032, 1, 1), ())]
    assert disposable(NOBODY, date(2040, 1, 1)) == []


def test_the_year_of_closing_is_the_one_of_the_office_clock(house: Office) -> None:
    case = closed(house, at=datetime(2026, 12, 31, 23, 30, tzinfo=UTC))
    assert found(house, "2032-12-31") == []
    assert [one.case for one in found(house, "2033-01-01")] == [case]


def test_the_longest_of_the_case_and_its_documents_holds_and_permanent_never_passes(house: Office) -> None:
    for mark in ("0301", "0201"):
        case = letter(house, mark="0801").case
        registry.file_into(house.officer, case, at=AT, subject="Белешка", language="mk", mark=mark)
        registry.close(house.registrar, case, at=AT)
    closed(house, mark="0201")
    assert found(house, "2036-12-31") == []
    assert [(one.case.number, one.years) for one in found(house, "2099-01-01")] == [("08-1", 10)]


def test_open_tasks_and_marks_out_of_the_plan_keep_a_case_with_their_reason(house: Office) -> None:
    case = closed(house)
    paper = registry.documents(house.registrar).get(case=case)
    for about in (case, paper):
        tasks.assign(house.head, about=Ref.of(about), title={"mk": "Жалба"}, role="registrar", at=AT)
    Deviation.objects.create(key="registry.marks", value=[], basis={"mk": "-"}, valid_from=DAY, entered_at=AT)
    (one,) = found(house, "2032-01-01")
    assert one.blocked_by == (
        "Архивскиот знак на 08-1/1 го нема во планот на архивски знаци.",
        "Отворена задача: Жалба.",
        "Отворена задача: Жалба.",
    )


def test_an_act_that_rests_on_a_letter_keeps_its_case(house: Office) -> None:
    case = letter(house, mark="0801").case
    title = {"mk": "Одлука за летни тераси", "sq": "Vendim për tarracat verore"}
    draft_from(house.officer, case, kind="decision", body="council", title=title, at=AT)
    registry.close(house.registrar, case, at=AT)
    (one,) = found(house, "2032-01-01")
    assert one.blocked_by == ("На 08-1/1 се заснова „Одлука за летни тераси“.",)


def test_many_cases_cost_no_more_queries_than_one(house: Office) -> None:
    asked = []
    for count in (1, 3):
        while registry.cases(house.registrar).count() < count:
            closed(house)
        with CaptureQueriesContext(connection) as queries:
            assert len(found(house, "2032-01-01")) == count
        asked.append(len(queries))
    assert asked[0] == asked[1]


def test_the_command_tells_them_as_json_and_in_lines(
    house: Office, capsys: pytest.CaptureFixture[str]
) -> None:
    case = closed(house)

    def said(*words: str) -> str:
        args = parser(["archive"]).parse_args(["archive", "disposable", *words])
        assert answered(args) == 0
        return capsys.readouterr().out

    assert json.loads(said("--on", "2032-01-01", "--json")) == {
        "on": "2032-01-01",
        "cases": [
            {
                "case": case.pk,
                "number": "08-1",
                "year": 2026,
                "mark": "0801",
                "closed_on": "2026-10-13",
                "years": 5,
                "disposable_from": "2032-01-01",
                "blocked_by": [],
            }
        ],
    }
    assert said("--on", "2032-01-01") == "08-1/2026  0801  2026-10-13 + 5  2032-01-01\n"
    assert said("--on", "2031-12-31") == ""
