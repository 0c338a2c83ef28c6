"""The sign or word that ends a unit gives way to another."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceEnd(Operation):
    """The unit's own words end with `old` and shall end with `new`; an empty `old` adds to what stands."""

    op: ClassVar[str] = "replace_end"

    old: str
    new: str
