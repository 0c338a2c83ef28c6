"""A heading is written anew."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying
from konak.lex.amend.matching import tidy
from konak.lex.amend.operation import Operation
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import target
from konak.lex.amend.text import Passage, Text

HEADED = ("part", "chapter", "section", "article", "item", "annex")


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplaceHeading(Operation):
    """The heading of the unit, or the act's title (`target` `title`), becomes `new`."""

    op: ClassVar[str] = "replace_heading"

    new: str

    def change(self, text: Text) -> None:
        at = target(text, self.target)
        new = tidy(self.new)
        if not new:
            raise Refused("incomplete", "new", plain=True)
        if at.kind == "title":
            passage = Passage(None, "title")
        elif at.kind in ("unit", "heading") and at.node.kind in HEADED:
            passage = Passage(at.node, "heading")
        else:
            raise Refused("wrong_place", at.what, words=f"{at.what}/heading")
        if text.read(passage) == new:
            raise Refused("no_change", at.what)
        text.rewrite(passage, new)

    def said(self, lang: str) -> str:
        steps = saying.steps_of(self.target)
        whole = steps[-1].name in ("title", "heading")
        told = saying.chain(steps, lang) if whole else saying.heading(steps, lang)
        does = "се менува и гласи" if lang == "mk" else "ndryshohet si vijon"
        return saying.sentence(f"{told} {does}: {saying.content(self.new)}")
