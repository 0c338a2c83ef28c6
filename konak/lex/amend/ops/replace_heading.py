"""A heading is written anew."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceHeading(Operation):
    """The heading of the unit, or the act's title (`target` `title`), becomes `new`."""

    op: ClassVar[str] = "replace_heading"

    new: str
