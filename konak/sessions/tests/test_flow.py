"""The table of steps against the grid of flow.txt, written by hand."""

import re
from pathlib import Path

import pytest

from konak.kernel.journal import NOBODY, Actor
from konak.sessions.flow import SESSION
from konak.sessions.models import Session
from konak.sessions.tests.chamber import DAY

SHORT = {"clerk": "session_clerk", "sec": "secretary", "pres": "president"}
OTHERS = ("councillor", "mayor", "lawyer", "head", "officer", "registrar", "gazette_editor", "it_admin")
LINES = [
    re.split(r"\s{2,}", line)
    for line in Path(__file__).with_name("flow.txt").read_text("utf-8").splitlines()
    if not line.startswith("#")
]
STATES = LINES[0][1:]


def test_the_grid_names_every_step_and_state() -> None:
    assert [line[0] for line in LINES[1:]] == [step.verb for step in SESSION.steps]
    assert list(SESSION.states) == STATES


@pytest.mark.parametrize("row", LINES[1:], ids=lambda row: row[0])
def test_only_those_take_a_step_whose_duty_it_is(row: list[str]) -> None:
    verb, *cells = row
    for state, cell in zip(STATES, cells, strict=True):
        found = {
            role
            for role in (*SHORT.values(), *OTHERS)
            if not SESSION.check(Actor(account=1, roles=frozenset({role})), Session(state=state), verb, DAY)
        }
        assert found == {SHORT[role] for role in cell.split() if role != "-"}, (verb, state)
        assert SESSION.check(NOBODY, Session(state=state), verb, DAY)
