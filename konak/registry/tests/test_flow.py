"""The grids of steps: state × step × who."""

from datetime import date
from types import SimpleNamespace

import pytest

from konak.kernel.journal import NOBODY, Actor
from konak.registry.flow import CASE, DOCUMENT

DAY = date(2026, 10, 13)
WHO = {
    "nobody": NOBODY,
    "registrar": Actor(account=1, person=1, roles=frozenset({"registrar"})),
    "its officer": Actor(account=2, person=2, roles=frozenset({"officer"})),
    "of its unit": Actor(account=3, person=3, roles=frozenset({"officer"}), units=frozenset({5})),
    "other officer": Actor(account=4, person=4, roles=frozenset({"officer"}), units=frozenset({6})),
    "head": Actor(account=5, person=5, roles=frozenset({"head"})),
    "mayor": Actor(account=6, person=6, roles=frozenset({"mayor"})),
    "councillor": Actor(account=7, person=7, roles=frozenset({"councillor"})),
}
CASE_STEPS = {
    "nobody": "",
    "registrar": "route reply file close",
    "its officer": "reply file close",
    "of its unit": "reply file close",
    "other officer": "reply file",
    "head": "route reply file close",
    "mayor": "route reply file",
    "councillor": "",
}


@pytest.mark.parametrize(("who", "steps"), CASE_STEPS.items())
def test_steps_of_a_case(who: str, steps: str) -> None:
    case = SimpleNamespace(state="open", officer_id=2, unit_id=5)
    assert " ".join(s.verb for s in CASE.open_steps(WHO[who], case, DAY)) == steps
    closed = SimpleNamespace(state="closed", officer_id=2, unit_id=5)
    again = ["reopen"] if who in ("registrar", "head") else []
    assert [s.verb for s in CASE.open_steps(WHO[who], closed, DAY)] == again
    void = SimpleNamespace(state="void", officer_id=2, unit_id=5)
    assert CASE.open_steps(WHO[who], void, DAY) == []


@pytest.mark.parametrize(
    ("direction", "state", "who"),
    [("outgoing", "made", "registrar")],
)
def test_only_the_registry_office_dispatches_and_only_what_goes_out(
    direction: str, state: str, who: str
) -> None:
    found = [
        (d, s, name)
        for d in ("incoming", "outgoing", "internal")
        for s in DOCUMENT.states
        for name, actor in WHO.items()
        if DOCUMENT.open_steps(actor, SimpleNamespace(direction=d, state=s), DAY)
    ]
    assert found == [(direction, state, who)]
