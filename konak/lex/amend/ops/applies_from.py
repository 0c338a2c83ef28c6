"""From when the amended text is applied, where that is later than its force."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class AppliesFrom(Operation):
    """`date` is ISO; `target` what is applied from then, `act` for all; `except_` addresses that are not."""

    op: ClassVar[str] = "applies_from"

    date: str
    except_: tuple[str, ...] = ()
