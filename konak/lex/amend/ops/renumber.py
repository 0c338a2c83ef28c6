"""A unit gets another number."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumber(Operation):
    """The unit that bore the number of `target` before any change of the same act bears `to` after it."""

    op: ClassVar[str] = "renumber"

    to: str
