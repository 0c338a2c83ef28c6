"""The day from which a closed case may be listed for disposal."""

from datetime import date

import pytest

from konak.archive.law import disposable_from, longest


@pytest.mark.parametrize(
    ("closed", "years", "day"),
    [
        ("2010-02-21", 20, "2031-01-01"),
        ("2010-01-01", 20, "2031-01-01"),
        ("2010-12-31", 20, "2031-01-01"),
        ("2011-01-01", 20, "2032-01-01"),
        ("2024-02-29", 1, "2026-01-01"),
        ("2024-02-29", 0, "2025-01-01"),
        ("2010-02-21", None, None),
    ],
)
def test_the_term_runs_from_the_end_of_the_year_of_closing(
    closed: str, years: int | None, day: str | None
) -> None:
    expected = date.fromisoformat(day) if day else None
    assert disposable_from(date.fromisoformat(closed), years) == expected


@pytest.mark.parametrize(
    ("terms", "term"),
    [([5], 5), ([5, 20, 10], 20), ([0, 0], 0), ([5, None, 20], None), ([None], None)],
)
def test_the_longest_term_holds_and_one_permanent_holds_all(
    terms: list[int | None], term: int | None
) -> None:
    assert longest(terms) == term


def test_without_a_term_or_with_one_below_nothing_there_is_no_answer() -> None:
    with pytest.raises(ValueError, match="no retention term"):
        longest([])
    with pytest.raises(ValueError, match="-1 years"):
        disposable_from(date(2010, 2, 21), -1)
