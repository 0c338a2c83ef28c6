"""Words come before words of a unit."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying, wording
from konak.lex.amend.matching import added_before, tidy
from konak.lex.amend.operation import Operation, Unsayable
from konak.lex.amend.refusals import Refused
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
        wording.own_act(text, self.act)
        new = tidy(self.new)
        if not new:
            raise Refused("incomplete", "new", plain=True)
        wording.change(text, self.target, self.anchor, lambda words, hit: added_before(words, hit, new),
                       every=self.all, count=self.count, except_=self.except_)  # fmt: skip

    def said(self, lang: str) -> str:
        if self.correction:
            raise Unsayable("correction")
        where = saying.opening(self.target, self.except_, self.act, lang)
        often = saying.times(self.all, self.count, self.target, lang)
        anchor = f"{'пред' if lang == 'mk' else 'para'} {saying.quoted(self.anchor, lang, 'abl')}{often}"
        comma = self.new.startswith(", ") and any(map(str.isalnum, self.new))
        words = self.new[2:] if comma else self.new
        if lang == "mk":
            does = saying.verb("се додава", "се додаваат", words)
            joint = f"се става запирка и {does}" if comma else does
        else:
            does = saying.verb("shtohet", "shtohen", words)
            joint = f"vihet presje dhe {does}" if comma else does
        return saying.sentence(f"{where}{anchor} {joint} {saying.quoted(words, lang)}")
