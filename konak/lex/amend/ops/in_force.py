"""When the amending act enters into force."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class EntersIntoForce(Operation):
    """`days_after_publication` (0: that day itself), or `from_` is `adoption`, or a `date` (ISO)."""

    op: ClassVar[str] = "in_force"

    days_after_publication: int | None = None
    from_: str = ""
    date: str = ""
