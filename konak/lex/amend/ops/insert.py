"""A new unit."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert(Operation):
    """`target` is `after X`, `before X` or `end X`; `unit` the new unit's own last step (`art:5-а`, `indent:4`,
    `sent`); `content` as in `Replace`. A chapter has a `heading` and no content; its articles follow, each an
    operation of its own."""

    op: ClassVar[str] = "insert"

    unit: str
    content: str = ""
    content_from: str = ""
    heading: str | None = None
    act: str = ""
