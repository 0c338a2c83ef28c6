"""A unit goes."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import saying, wording
from konak.lex.amend.matching import Hit, removed
from konak.lex.amend.operation import Operation
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import target
from konak.lex.amend.text import Passage, Text


@dataclass(frozen=True, slots=True, kw_only=True)
class Repeal(Operation):
    """The unit is no longer there; the numbers of others stay unless a `renumber` says so. `act` names
    another act than the one amended; `from_` is `publication` where a court quashed it; `effect` `from_start`
    where it is as if it had never been."""

    op: ClassVar[str] = "repeal"

    act: str = ""
    from_: str = ""
    effect: str = ""

    def change(self, text: Text) -> None:
        wording.own_act(text, self.act)
        at = target(text, self.target)
        match at.kind:
            case "unit":
                text.remove(at.node)
            case "sent":
                passage = Passage(at.node, "text")
                wording.edit(text, at, [(passage, removed(text.read(passage), Hit(*at.span)))])
            case "row":
                if len(at.node.rows) == 1:
                    raise Refused("nothing_left", at.what)
                text.drop_row(at.node, at.row)
            case "heading" if at.node.heading:
                text.rewrite(Passage(at.node, "heading"), "")
            case _:
                raise Refused("wrong_place", at.what, words=at.what)

    def said(self, lang: str) -> str:
        does = saying.ends(self.from_, self.effect, lang)
        if not (self.from_ or self.effect or self.act):
            return saying.sentence(
                f"{saying.subject(self.target, lang)} {'се брише' if lang == 'mk' else 'shlyhet'}"
            )
        of = ""
        if self.act:
            of = f" од {self.act}" if lang == "mk" else f" i {saying.declined(self.act, 'abl')}"
        return saying.sentence(f"{does} {saying.chain(saying.steps_of(self.target), lang)}{of}")
