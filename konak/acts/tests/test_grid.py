"""State by verb by role, against the table written by hand."""

from pathlib import Path

import pytest

from konak.acts.flow import ACT
from konak.acts.models import Act
from konak.acts.tests.office_of import AT, DAY, ROLES
from konak.kernel.journal import Actor


def rows() -> dict[tuple[str, str, str], set[str]]:
    found = {}
    for line in Path(__file__).with_name("grid.txt").read_text().splitlines():
        if line and not line.startswith("#"):
            left, _, right = line.partition(":")
            body, state, verb = left.split()
            assert (body, state, verb) not in found, f"twice: {left}"
            found[body, state, verb] = set(right.split()) - {"-"}
    return found


@pytest.mark.parametrize("body", ["council", "mayor"])
def test_the_grid(body: str) -> None:
    """`gazette_editor` and `session_clerk` of the sample house are officers of their unit too."""
    expected = rows()
    actors = {
        name: Actor(account=n, person=n, roles=frozenset(roles))
        for n, (name, roles) in enumerate(ROLES.items(), start=100)
        if name != "other"
    }
    for state in ACT.states:
        for step in ACT.steps:
            act = Act(body=body, state=state, drafted_by_id=1, drafted_at=AT)
            may = {name for name, actor in actors.items() if not ACT.check(actor, act, step.verb, DAY)}
            assert (state, step.verb, may) == (
                state,
                step.verb,
                expected.get((body, state, step.verb), set()),
            )


def test_who_drafted_an_act_writes_it_and_asks_about_it() -> None:
    councillor = Actor(account=1, person=1, roles=frozenset({"councillor"}))
    act = Act(body="council", state="draft", drafted_by_id=1, drafted_at=AT)
    assert [s.verb for s in ACT.open_steps(councillor, act, DAY)] == [
        "write",
        "amend",
        "comment",
        "ask_opinion",
        "ask_language",
    ]
    act.drafted_by_id = 2
    assert ACT.open_steps(councillor, act, DAY) == []
