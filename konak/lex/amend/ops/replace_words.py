"""Words of a unit give way to others."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying, wording
from konak.lex.amend.matching import replaced, tidy
from konak.lex.amend.operation import Operation
from konak.lex.amend.refusals import Refused
from konak.lex.amend.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceWords(Operation):
    """`old` becomes `new`. One place is meant unless `all` says every place, and `count` how many those are.

    `span="brackets"` means the one pair of brackets of the target and all in it; `old` is empty then.
    `except_` are addresses left as they are. `correction` marks an исправка, in force from the publication
    of the text that it corrects. `act` names another act than the one amended.
    """

    op: ClassVar[str] = "replace_words"

    old: str = ""
    new: str
    all: bool = False
    count: int | None = None
    span: str = ""
    except_: tuple[str, ...] = ()
    correction: bool = False
    act: str = ""

    def change(self, text: Text) -> None:
        wording.own_act(text, self.act)
        new = tidy(self.new)
        if not new:
            raise Refused("incomplete", "new", plain=True)
        if self.span:
            if self.span != wording.BRACKETS or self.old:
                raise Refused("incomplete", "span", plain=True)
            at, passage, hit = wording.brackets(text, self.target, self.except_)
            wording.edit(text, at, [(passage, replaced(text.read(passage), hit, new))])
            return
        wording.change(text, self.target, self.old, lambda words, hit: replaced(words, hit, new),
                       every=self.all, count=self.count, except_=self.except_)  # fmt: skip

    def said(self, lang: str) -> str:
        where = saying.opening(self.target, self.except_, self.act, lang)
        new = saying.quoted(self.new, lang, "acc")
        if self.span:
            if lang == "mk":
                return saying.sentence(f"{where}зборовите во заградата се заменуваат со {new}")
            return saying.sentence(f"{where}fjalët në kllapa zëvendësohen me {new}")
        often = saying.times(self.all, self.count, self.target, lang)
        if self.correction:
            if lang == "mk":
                return saying.sentence(
                    f"{where}наместо {saying.quoted(self.old, lang)}{often} треба да стои {new}"
                )
            old, now = saying.quoted(self.old, lang, "abl"), saying.quoted(self.new, lang)
            return saying.sentence(f"{where}në vend të {old}{often} duhet të qëndrojë {now}")
        old = saying.quoted(self.old, lang)
        if lang == "mk":
            does = saying.verb("се заменува", "се заменуваат", self.old)
            return saying.sentence(f"{where}{old}{often} {does} со {new}")
        does = saying.verb("zëvendësohet", "zëvendësohen", self.old)
        return saying.sentence(f"{where}{old}{often} {does} me {new}")
