"""The arithmetic of the gazette, and its table of steps against the grid written by hand."""

from datetime import date
from pathlib import Path
from types import SimpleNamespace

import pytest

from konak.gazette.flow import ISSUE
from konak.gazette.law import content_hash, roman, row_of
from konak.kernel.journal import Actor

GRID = Path(__file__).with_name("grid.txt")
ROLES = (
    "registrar", "archivist", "officer", "lawyer", "session_clerk", "secretary", "president", "councillor",
    "mayor", "gazette_editor", "pr", "it_admin", "head", "translator",
)  # fmt: skip


@pytest.mark.parametrize(
    ("number", "said"),
    [(1, "I"), (4, "IV"), (9, "IX"), (31, "XXXI"), (49, "XLIX"), (1994, "MCMXCIV"), (0, "")],
)
def test_roman_years(number: int, said: str) -> None:
    assert roman(number) == said


@pytest.mark.parametrize(("numbering", "row"), [("yearly", 2026), ("mandate", 2025), ("never", 0)])
def test_rows_of_numbers(numbering: str, row: int) -> None:
    assert row_of(date(2026, 9, 30), numbering, date(2025, 11, 20)) == row  # type: ignore[arg-type]


def test_the_hash_knows_masthead_texts_and_their_order() -> None:
    hashes = {
        content_hash(("1/2026", "2026-09-30"), ("a", "b")),
        content_hash(("1/2026", "2026-09-30"), ("b", "a")),
        content_hash(("1/2026", "2026-10-01"), ("a", "b")),
        content_hash(("1/20262026", "-09-30"), ("a", "b")),
        content_hash(("1/2026", "2026-09-30"), ("a",)),
    }
    assert len(hashes) == 5


def test_the_grid() -> None:
    lines = [line.split() for line in GRID.read_text().splitlines() if line and line[0] != "#"]
    expected = {(state, verb, role) for state, verb, *roles in lines for role in roles}
    allowed = {
        (state, step.verb, role)
        for state in ("draft", "published")
        for step in ISSUE.steps
        for role in ROLES
        if not ISSUE.check(
            Actor(account=1, person=1, name="Име", roles=frozenset({role})),
            SimpleNamespace(state=state),
            step.verb,
            date(2026, 9, 30),
        )
    }
    assert allowed == expected
