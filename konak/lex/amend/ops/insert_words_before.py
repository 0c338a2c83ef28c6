"""Words come before words of a unit."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertWordsBefore(Operation):
    """`new` stands before `anchor`."""

    op: ClassVar[str] = "insert_words_before"

    anchor: str
    new: str
    all: bool = False
    count: int | None = None
    except_: tuple[str, ...] = ()
    correction: bool = False
    act: str = ""
