"""A unit goes."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeal(Operation):
    """The unit is no longer there; the numbers of others stay unless a `renumber` says so. `act` names
    another act than the one amended; `from_` is `publication` where a court quashed it; `effect` `from_start`
    where it is as if it had never been."""

    op: ClassVar[str] = "repeal"

    act: str = ""
    from_: str = ""
    effect: str = ""
