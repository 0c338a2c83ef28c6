"""A whole act goes."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class RepealAct(Operation):
    """`act` is the act's name as printed, with its gazettes; empty where the amended act itself is meant.
    `from_` is `publication` where a court quashed it, `effect` `from_start` where it annulled it."""

    op: ClassVar[str] = "repeal_act"

    act: str = ""
    from_: str = ""
    effect: str = ""
