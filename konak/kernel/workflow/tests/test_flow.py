"""A flow is a table; its guard gives state and rule together."""

from dataclasses import dataclass
from datetime import date

import pytest

from konak.kernel.errors import Reason
from konak.kernel.journal import NOBODY, Actor
from konak.kernel.workflow import Flow, Step

DAY = date(2026, 10, 13)


@dataclass
class Paper:
    state: str


def clerks_only(actor: Actor, thing: Paper, day: date) -> Reason | None:
    return None if actor.has("registrar") else Reason("Only the registry office.")


FLOW = Flow(
    "test.paper",
    {"draft": "Draft", "sent": "Sent"},
    (Step(verb="send", label="Send", frm=("draft",), to="sent", rule=clerks_only),),
)
CLERK = Actor(account=1, roles=frozenset({"registrar"}))


@pytest.mark.parametrize(
    ("actor", "state", "reasons", "buttons"),
    [
        (CLERK, "draft", [], ["send"]),
        (NOBODY, "draft", ["Only the registry office."], []),
        (CLERK, "sent", ["“Send” is not possible: the state is “Sent”."], []),
        (NOBODY, "sent", ["“Send” is not possible: the state is “Sent”.", "Only the registry office."], []),
    ],
)
def test_guard_and_buttons_read_the_same_table(
    actor: Actor, state: str, reasons: list[str], buttons: list[str]
) -> None:
    from django.utils import translation

    with translation.override("en"):
        assert [str(r.text) for r in FLOW.check(actor, Paper(state), "send", DAY)] == reasons
    assert [s.verb for s in FLOW.open_steps(actor, Paper(state), DAY)] == buttons


def test_a_table_with_an_unknown_state_is_a_fault() -> None:
    with pytest.raises(ValueError, match="unknown states"):
        Flow("x", {"a": "A"}, (Step(verb="go", label="Go", frm=("a",), to="b", rule=clerks_only),))
