"""Words come after words of a unit."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend.operation import Operation


@dataclass(frozen=True, slots=True, kw_only=True)
class InsertWordsAfter(Operation):
    """`new` follows `anchor`; a comma that the sentence puts between them begins `new` (`, А`)."""

    op: ClassVar[str] = "insert_words_after"

    anchor: str
    new: str
    all: bool = False
    count: int | None = None
    except_: tuple[str, ...] = ()
    correction: bool = False
    act: str = ""
