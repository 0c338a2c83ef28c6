"""A unit is written anew."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex.amend import inner, saying, wording
from konak.lex.amend.address import DIVISIONS as DIVISION_STEPS
from konak.lex.amend.address import Step
from konak.lex.amend.matching import Edit, tidy
from konak.lex.amend.operation import Operation, Unsayable
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import target
from konak.lex.amend.text import Node, Passage, Text
from konak.lex.opening import split_enacting
from konak.lex.tree import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Replace(Operation):
    """`content` is all that the unit shall hold, as printed, line by line, without the unit's own label, dash
    and outer quotes. `content_from` takes it from an annex of the amending act (`annex:1`). `heading` gives
    the unit a new heading too; None leaves the heading as it is."""

    op: ClassVar[str] = "replace"

    content: str = ""
    content_from: str = ""
    heading: str | None = None
    act: str = ""

    def change(self, text: Text) -> None:
        wording.own_act(text, self.act)
        at = target(text, self.target)
        content, annex = inner.content_of(text, self.content, self.content_from, at.what)
        match at.kind:
            case "unit":
                self._unit(text, at.node, content, annex, at.what)
            case "intro" | "heading" | "title":
                field = "text" if at.kind == "intro" else at.kind
                passage = Passage(at.node if at.nodes else None, field)
                words = inner.one_line(content, at.what)
                wording.edit(text, at, [(passage, Edit(0, len(text.read(passage)), words))])
            case "sent":
                passage = Passage(at.node, "text")
                wording.edit(text, at, [(passage, Edit(*at.span, inner.one_line(content, at.what)))])
            case "row":
                cells = inner.row_of(at.node, content, at.node.rows[at.row][0].rstrip("."), at.what)
                if cells == at.node.rows[at.row]:
                    raise Refused("no_change", at.what)
                text.set_row(at.node, at.row, cells)
            case "preamble":
                self._preamble(text, tidy(content), at.what)
            case _:
                raise Refused("wrong_place", at.what, words=at.what)

    def _unit(self, text: Text, node: Node, content: str, annex: Unit | None, what: str) -> None:
        """The node keeps number and label; what it held is replaced whole."""
        if node.kind in ("table", "unread"):
            raise Refused("wrong_place", what, words=what)
        heading = None if self.heading is None else tidy(self.heading)
        if annex is not None:
            unit = annex
            heading = annex.heading or None if heading is None and node.kind == "annex" else heading
        else:
            told = node.heading if heading is None else heading
            unit = inner.unit_of(text, node.kind, node.unit.num, node.unit.label, content, what, told)
        if (unit.text, unit.children) == (node.text, _held(node)) and heading in (None, node.heading):
            raise Refused("no_change", what)
        text.refill(node, unit)
        if heading is not None and heading != node.heading:
            text.rewrite(Passage(node, "heading"), heading)

    def _preamble(self, text: Text, words: str, what: str) -> None:
        """Words that enact are replaced only where the new preamble has its own."""
        preamble, enacting = split_enacting(words, text.lang)
        if not enacting and text.preamble.endswith(",") and not preamble.endswith(","):
            preamble += ","
        if (preamble, enacting or text.enacting) == (text.preamble, text.enacting):
            raise Refused("no_change", what)
        text.rewrite(Passage(None, "preamble"), preamble)
        if enacting:
            text.rewrite(Passage(None, "enacting"), enacting)

    def said(self, lang: str) -> str:
        steps = saying.steps_of(self.target)
        begins = saying.in_act(self.act, lang) if self.act else ""
        if self.content_from:
            return saying.sentence(begins + self._exchanged(steps, lang))
        label = saying.label(steps[-1], lang)
        told = f"{label}{self.content}"
        if self.heading is not None:
            division = steps[-1].name in DIVISION_STEPS
            if not (division or steps[-1].name == "art") or not self.heading or len(steps) > 1:
                raise Unsayable("heading")
            told = f"{self.heading}\n{told}"
            told = f"{saying.one(steps[-1], lang)}\n{told}" if division else told
        subject = saying.subject(self.target, lang)
        does = "се менува и гласи" if lang == "mk" else "ndryshohet si vijon"
        subject = saying.lower(subject) if begins else subject
        return saying.sentence(f"{begins}{subject} {does}: {saying.content(told)}")

    def _exchanged(self, steps: tuple[Step, ...], lang: str) -> str:
        """„Прилогот 1 се заменува со нов Прилог 1, кој е составен дел на оваа одлука“."""
        if (
            steps[-1].name != "annex"
            or len(steps) > 1
            or self.content_from.partition(":")[0] != "annex"
            or self.heading
        ):
            raise Unsayable("content_from")
        new, _ = saying.new_unit(saying.step_of(self.content_from), lang)
        if lang == "mk":
            return f"{saying.one(steps[-1], lang)} се заменува со {new}, кој е составен дел на оваа одлука"
        return f"{saying.one(steps[-1], lang)} zëvendësohet me {new}, e cila është pjesë përbërëse e këtij vendimi"


def _held(node: Node) -> tuple[Unit, ...]:
    return tuple(child.frozen() for child in node.children)
