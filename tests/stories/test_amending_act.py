"""A clerk amends an act in force: points at what changes, sees it in both languages, reads an old decision, proposes.

A colleague asks about a provision meanwhile, and what is typed in a box is kept while it is typed.
"""

from collections.abc import Callable
from typing import Any

from tests.browser import Served

from .office import Desk

OLD_MK = "Во членот 2 зборот „денови“ се заменува со зборовите „работни дена“.\nЧленот 1 се подобрува."


def test_an_act_in_force_is_amended(visitors: Callable[..., Any], live: Served) -> None:
    def at_desk(login: str) -> Desk:
        return Desk(visitors()).sign_in(login)
