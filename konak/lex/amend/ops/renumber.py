"""A unit gets another number."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex import labels
from konak.lex.amend import saying
from konak.lex.amend.address import BadAddress, key
from konak.lex.amend.operation import Operation
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import target
from konak.lex.amend.text import Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Renumber(Operation):
    """The unit that bore the number of `target` before any change of the same act bears `to` after it."""

    op: ClassVar[str] = "renumber"

    to: str

    def change(self, text: Text) -> None:
        at = target(text, self.target)
        if at.kind != "unit":
            raise Refused("wrong_place", at.what, words=at.what)
        node = at.node
        try:
            new = key(node.step, self.to, text.lang)
        except BadAddress as fault:
            raise Refused("bad_address", str(fault), plain=True) from None
        if node.unit.num == new:
            raise Refused("no_change", at.what)
        if node.unit.num:
            node.label = labels.relabel(node.kind, node.label, new, text.lang)
            node.num = new
            text.give_number(node)
        else:
            text.expected.append((text.place, node, new))

    def said(self, lang: str) -> str:
        last = saying.steps_of(self.target)[-1]
        new = saying.indefinite(saying.step_of(f"{last.name}:{self.to}"), lang)
        return saying.sentence(
            f"{saying.subject(self.target, lang)} {'станува' if lang == 'mk' else 'bëhet'} {new}"
        )
