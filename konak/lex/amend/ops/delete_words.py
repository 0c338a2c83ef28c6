"""Words of a unit go."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class DeleteWords(Operation):
    """`old` goes; or what follows `after` until `until` (`sentence_end`, `unit_end`); or the brackets."""

    op: ClassVar[str] = "delete_words"

    old: str = ""
    after: str = ""
    until: str = ""
    all: bool = False
    count: int | None = None
    span: str = ""
    except_: tuple[str, ...] = ()
    correction: bool = False
    act: str = ""
