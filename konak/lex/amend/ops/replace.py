"""A unit is written anew."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace(Operation):
    """`content` is all that the unit shall hold, as printed, line by line, without the unit's own label, dash
    and outer quotes. `content_from` takes it from an annex of the amending act (`annex:1`). `heading` gives
    the unit a new heading too; None leaves the heading as it is."""

    op: ClassVar[str] = "replace"

    content: str = ""
    content_from: str = ""
    heading: str | None = None
    act: str = ""
