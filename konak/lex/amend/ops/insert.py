"""A new unit."""

from dataclasses import dataclass
from typing import ClassVar

from konak.lex import labels
from konak.lex.amend import inner, saying, wording
from konak.lex.amend.address import DIVISIONS as DIVISION_STEPS
from konak.lex.amend.address import BadAddress, Place, Step, step
from konak.lex.amend.matching import Edit, tidy
from konak.lex.amend.operation import Operation, Unsayable
from konak.lex.amend.placing import KIND, Slot, slot
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import Spot, beside, brought, goal, own
from konak.lex.amend.text import DIVISIONS, Node, Passage, Text
from konak.lex.tree import Unit


@dataclass(frozen=True, slots=True, kw_only=True)
class Insert(Operation):
    """`target` is `after X`, `before X` or `end X`; `unit` the new unit's own last step (`art:5-а`, `indent:4`,
    `sent`); `content` as in `Replace`. A chapter has a `heading` and no content; its articles follow, each an
    operation of its own."""

    op: ClassVar[str] = "insert"

    unit: str
    content: str = ""
    content_from: str = ""
    heading: str | None = None
    act: str = ""

    def change(self, text: Text) -> None:
        wording.own_act(text, self.act)
        place = goal(text, self.target)
        what = str(place).partition(" ")[2]
        try:
            new = step(self.unit, text.lang)
        except BadAddress as fault:
            raise Refused("bad_address", str(fault), plain=True) from None
        if not place.where:
            raise Refused("bad_address", self.target, plain=True)
        if new.name == "sent":
            self._sentence(text, place, what)
        elif new.name == "row":
            self._row(text, place, new, what)
        else:
            node = self._unit(text, slot(text, place, new, what), new, what)
            brought(text, place, new, Spot("unit", what, (node,)))

    def _unit(self, text: Text, at: Slot, new: Step, what: str) -> Node:
        kind, like = KIND[new.name], at.like
        counted = kind == "indent" or (kind == "paragraph" and not (like and like.num))
        num = "" if counted else new.key
        label = labels.relabel(kind, like.label, num, text.lang) if like else ""
        unit = self._made(text, kind, num, label, what)
        if counted and at.position and new.key != str(at.position):
            text.expected.append(
                (text.place, node := Node(unit, at.parent, fresh=True, key=new.key), new.key)
            )
        else:
            node = Node(unit, at.parent, fresh=True, key=new.key)
        text.insert(at.parent, at.at, node)
        return node

    def _made(self, text: Text, kind: str, num: str, label: str, what: str) -> Unit:
        heading = tidy(self.heading or "")
        if kind in DIVISIONS:
            if self.content or self.content_from:
                raise Refused("content_unread", what)
            if not heading:
                raise Refused("no_content", what)
            return Unit(kind, num, heading, label=label)
        if heading and kind not in ("article", "item", "annex"):
            raise Refused("wrong_place", what, words=f"{what}/heading")
        content, annex = inner.content_of(text, self.content, self.content_from, what)
        if annex is not None:
            return Unit(kind, num, heading or (annex.heading if kind == "annex" else ""), annex.text,
                        annex.children, label)  # fmt: skip
        unit = inner.unit_of(text, kind, num, label, content, what, heading)
        return Unit(kind, num, heading, unit.text, unit.children, label)

    def _sentence(self, text: Text, place: Place, what: str) -> None:
        at = beside(text, place)
        content = inner.one_line(self.content, what)
        if place.where == "end" and at.kind in ("unit", "intro"):
            node = own(at.node, what)
            start, end = 0, len(node.text)
        elif place.where != "end" and at.kind == "sent":
            node, (start, end) = at.node, at.span
        else:
            raise Refused("wrong_place", what, words=self.unit)
        if not node.text or (place.where != "before" and node.children and end == len(node.text)):
            raise Refused("no_own_words", what)
        here = start if place.where == "before" else end
        words = f"{content} " if place.where == "before" else f" {content}"
        wording.edit(text, at, [(Passage(node, "text"), Edit(here, here, words))])
        if place.where == "after":
            number = int(place.steps[-1].key) + 1
            brought(
                text,
                place,
                Step("sent", str(number)),
                Spot("sent", what, (node,), (here + 1, here + len(words))),
            )

    def _row(self, text: Text, place: Place, new: Step, what: str) -> None:
        at = beside(text, place)
        if place.where == "end" and at.kind == "unit" and at.node.kind == "table":
            row = len(at.node.rows)
        elif place.where != "end" and at.kind == "row":
            row = at.row + (place.where == "after")
        else:
            raise Refused("wrong_place", what, words=self.unit)
        if place.where == "after":
            while row < len(at.node.rows) and not text.rows(at.node)[row]:
                row += 1  # behind the rows that this act put there before
        text.add_row(at.node, row, inner.row_of(at.node, self.content, new.key, what))
        brought(text, place, new, Spot("row", what, at.nodes, row=row))

    def said(self, lang: str) -> str:
        place, unit = saying.goal_of(self.target), saying.step_of(self.unit)
        begins = saying.in_act(self.act, lang) if self.act else ""
        where = saying.beside(place, lang)
        where = saying.lower(where) if begins else where
        new, announced = saying.new_unit(unit, lang)
        does = "се додава" if lang == "mk" else "shtohet"
        if self.content_from:
            if unit.name != "annex" or self.content_from != self.unit:
                raise Unsayable("content_from")
            part = ("кој е составен дел на оваа одлука" if lang == "mk"
                    else "e cila është pjesë përbërëse e këtij vendimi")  # fmt: skip
            return saying.sentence(f"{begins}{where} {does} {new}, {part}")
        told = saying.label(unit, lang) + self.content
        if unit.name in DIVISION_STEPS:
            told = f"{saying.one(unit, lang)}\n{self.heading or ''}"
        elif self.heading:
            if unit.name != "art":
                raise Unsayable("heading")
            told = f"{self.heading}\n{told}"
            new = f"{'наслов и' if lang == 'mk' else 'titull dhe'} {new}"
            announced = "кои гласат" if lang == "mk" else "si vijojnë"
            does = "се додаваат" if lang == "mk" else "shtohen"
        return saying.sentence(f"{begins}{where} {does} {new}, {announced}: {saying.content(told)}")
