"""Words of a unit go."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying, wording
from konak.lex.amend.matching import Edit, Hit, removed, sentences
from konak.lex.amend.operation import Operation, Unsayable
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import Spot, passages, target
from konak.lex.amend.text import Passage, Text

ENDS = ("sentence_end", "unit_end")


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

    def change(self, text: Text) -> None:
        wording.own_act(text, self.act)
        meant = [bool(self.old), bool(self.after and self.until in ENDS), self.span == wording.BRACKETS]
        if sum(meant) != 1 or (self.until and not self.after):
            raise Refused("incomplete", "old", plain=True)
        if self.span:
            at, passage, hit = wording.brackets(text, self.target, self.except_)
            wording.edit(text, at, [(passage, removed(text.read(passage), hit))])
        elif self.after:
            at = target(text, self.target)
            found = wording.places(text, at, self.after, self.except_)
            if len(found) != 1:
                raise Refused("found_often" if found else "not_found", at.what, words=self.after,
                              times=len(found))  # fmt: skip
            passage, hit = found[0]
            wording.edit(text, at, [(passage, self._rest(text, at, passage, hit))])
        else:
            wording.change(text, self.target, self.old, removed, every=self.all, count=self.count,
                           except_=self.except_)  # fmt: skip

    def _rest(self, text: Text, at: Spot, passage: Passage, hit: Hit) -> Edit:
        """What follows `after`; the sign that ends the sentence or unit stays."""
        words = text.read(passage)
        end = len(words)
        if self.until == "sentence_end":
            end = next((last for first, last in sentences(words) if first <= hit.start < last), end)
        elif [one for one, _ in passages(text, at)][-1] != passage:
            raise Refused("more_follows", at.what, words=self.after)
        while end > hit.end and words[end - 1] in ".;:!?":
            end -= 1
        if end <= hit.end:
            raise Refused("no_change", at.what)
        return Edit(hit.end, end, "")

    def said(self, lang: str) -> str:
        if self.correction:
            raise Unsayable("correction")
        where = saying.opening(self.target, self.except_, self.act, lang)
        if self.span:
            return saying.sentence(
                f"{where}{'зборовите во заградата се бришат' if lang == 'mk' else 'fjalët në kllapa shlyhen'}"
            )
        if self.after:
            return saying.sentence(f"{where}{self._until(lang)}")
        often = saying.times(self.all, self.count, self.target, lang)
        old = f"{saying.quoted(self.old, lang)}{often}"
        if lang == "mk":
            return saying.sentence(f"{where}{old} {saying.verb('се брише', 'се бришат', self.old)}")
        return saying.sentence(f"{where}{old} {saying.verb('shlyhet', 'shlyhen', self.old)}")

    def _until(self, lang: str) -> str:
        """„по зборот „А“ зборовите до крајот на реченицата се бришат“."""
        last = saying.steps_of(self.target)[-1]
        if self.all or self.count is not None:
            raise Unsayable("after and all")
        anchor = saying.quoted(self.after, lang, "abl")
        if self.until == "sentence_end":
            end = "реченицата" if lang == "mk" else "fjalisë"
        elif self.until == "unit_end" and last.key and last.key != "*" and last.name != "sent":
            end = saying.one(last, lang, "abl").rpartition(" ")[0]
        else:
            raise Unsayable(self.until)
        if lang == "mk":
            return f"по {anchor} зборовите до крајот на {end} се бришат"
        return f"pas {anchor} fjalët deri në fund të {end} shlyhen"
