"""Words come before words of a unit."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying, wording
from konak.lex.amend.matching import added_before
from konak.lex.amend.operation import Operation
from konak.lex.amend.text import Text


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

    def change(self, text: Text) -> None:
        wording.add(text, self, self.anchor, self.new, added_before)

    def said(self, lang: str) -> str:
        return saying.addition(self, self.anchor, self.new, "before", lang)
