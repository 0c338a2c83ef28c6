"""From an address to the place in the working text that it means, in the numbering of the base text.

Chapters may be left out, and so may the one paragraph of an article that has only one, or the one that has
a list. What could be two places is refused. What the base text has not may be a unit that an operation
before inserted, by its new number.
"""

from collections.abc import Iterator
from typing import NamedTuple

from konak.lex.amend.address import DIVISIONS, EVERY, BadAddress, Place, Step, parse, place, written
from konak.lex.amend.matching import Span, sentences
from konak.lex.amend.refusals import Refused
from konak.lex.amend.text import Node, Passage, Text

_HOLDERS = ("article", "item", "tariff", "annex")
_LISTED = ("point", "indent", "sub", "table")


class Spot(NamedTuple):
    """A place: `kind` is `unit`, `heading`, `intro`, `sent`, `row`, `title`,
    `preamble`, `act` or `articles`; `span` is a sentence's; `row` counts the rows as they are now."""

    kind: str
    what: str
    nodes: tuple[Node, ...] = ()
    span: Span = (0, 0)
    row: int = 0

    @property
    def node(self) -> Node:
        """The one unit of the place; refused where there is none."""
        if len(self.nodes) != 1:
            raise Refused("wrong_place", self.what, words=self.what)
        return self.nodes[0]


def target(text: Text, address: str) -> Spot:
    """The place of a bare address."""
    return spot(text, _steps(text, address))


def goal(text: Text, address: str) -> Place:
    """The place of a new unit, not yet looked up."""
    try:
        return place(address, text.lang)
    except BadAddress as fault:
        raise Refused("bad_address", str(fault), plain=True) from None


def beside(text: Text, goal: Place) -> Spot:
    """The place that a new unit goes beside. Several new units name each the one before it, so `after X` in
    the operation that follows the insertion of X means that one, whatever bore the number before."""
    if goal.where == "after" and text.last and goal.steps == text.last[0]:
        return text.last[1]
    return spot(text, goal.steps)


def brought(text: Text, goal: Place, new: Step, at: Spot) -> None:
    """Note what an insertion brought, for the next one."""
    whole = new.name in (*DIVISIONS, "art", "item", "tariff", "annex")
    above = () if whole else goal.steps if goal.where == "end" else goal.steps[:-1]
    text.last = (*above, new), at


def _steps(text: Text, address: str) -> tuple[Step, ...]:
    try:
        return parse(address, text.lang)
    except BadAddress as fault:
        raise Refused("bad_address", str(fault), plain=True) from None


def spot(text: Text, steps: tuple[Step, ...]) -> Spot:
    """The place that steps mean; `Refused` says why there is none."""
    what, last = written(steps), steps[-1]
    if last.name in ("act", "title", "preamble"):
        return Spot(last.name, what)
    if last.key == EVERY:
        return Spot("articles", what)
    if last.name in ("heading", "intro", "sent", "row"):
        return _part(text, unit(text, steps[:-1], what), last, what)
    return Spot("unit", what, (unit(text, steps, what),))


def unit(text: Text, steps: tuple[Step, ...], what: str) -> Node:
    """The unit at the end of `steps`."""
    first, rest = steps[0], steps[1:]
    node = _first(text, first, what)
    for step in rest:
        node = _below(text, node, step, what)
    return _standing(node, what)


def _standing(node: Node, what: str) -> Node:
    up: Node | None = node
    while up is not None:
        if up.gone:
            raise Refused("changed_before", what)
        up = up.parent
    return node


def _one(found: list[Node], what: str) -> Node | None:
    """The one unit meant; one that still stands goes before one that went."""
    if len(found) > 1:
        raise Refused("ambiguous", what)
    return found[0] if found else None


def _first(text: Text, step: Step, what: str) -> Node:
    if step.name in (*DIVISIONS, "art", "item"):
        found = _twins(text.divided(), step, what)
    elif step.name == "tariff":  # in an act of its own, or in the annex of one
        found = [*_twins(text.divided(), step, what)]
        found += [one for _, annex in text.annexes.base for one in _exact(annex, step, what)]
    elif step.name == "table":
        found = [node for root in text.roots() for node in _tables(root)]
        found = found if len(found) == 1 and step.key == "1" else _exact(text.body, step, what)
    else:
        found = [node for root in text.roots() for node in _exact(root, step, what)]
    node = _one(found, what) or _one([new for root in text.roots() for new in _fresh(root, step)], what)
    if node is None:
        raise Refused("not_there", what)
    return node


def _twins(divided: dict[tuple[str, str], list[Node]], step: Step, what: str) -> list[Node]:
    """Units by number wherever they stand. Of two that share one, `5x1` and `5x2` name each."""
    if step.key.endswith("x1"):
        return divided.get((step.name, step.key[:-2]), [])
    if (step.name, f"{step.key}x2") in divided:
        raise Refused("ambiguous", what)
    return divided.get((step.name, step.key), [])


def _exact(node: Node, step: Step, what: str) -> list[Node]:
    key = step.key.removesuffix("x1")
    found = [one for own, one in node.base if own == key and one.step == step.name]
    if (
        found
        and key == step.key
        and any(own == f"{key}x2" and one.step == step.name for own, one in node.base)
    ):
        raise Refused("ambiguous", what)
    return found


def _fresh(node: Node, step: Step) -> list[Node]:
    """Units that this act brought, by their new number, here or in divisions below."""
    found = []
    for child in node.children:
        if child.fresh and child.step == step.name and (child.key or child.num) == step.key:
            found.append(child)
        if child.kind in ("part", "chapter", "section") and step.name in (*DIVISIONS, "art", "tariff"):
            found += _fresh(child, step)
    return found


def _below(text: Text, node: Node, step: Step, what: str) -> Node:
    found = _exact(node, step, what)
    if not found and step.name in (*DIVISIONS, "art", "tariff") and node.step in DIVISIONS:
        found = [one for one in text.divided().get((step.name, step.key), []) if _is_in(one, node)]
    result = _one(found, what) or _one(_fresh(node, step), what)
    if result is None and step.name in _LISTED and node.kind in _HOLDERS:
        holders = [
            one
            for _, one in node.base
            if one.kind == "paragraph" and any(c.step == step.name for _, c in one.base)
        ]
        if len(holders) > 1:
            raise Refused("ambiguous", what)
        if holders:
            result = _one(_exact(holders[0], step, what), what) or _one(_fresh(holders[0], step), what)
    if result is None:
        raise Refused("not_there", what)
    return result


def _is_in(node: Node, above: Node) -> bool:
    up = node.parent
    while up is not None and up is not above:
        up = up.parent
    return up is above


def _tables(node: Node) -> Iterator[Node]:
    for _, child in node.base:
        if child.kind == "table":
            yield child
        yield from _tables(child)


# Parts of units


def _part(text: Text, node: Node, step: Step, what: str) -> Spot:
    match step.name:
        case "heading":
            return Spot("heading", what, (node,))
        case "intro":
            return Spot("intro", what, (_intro(node, what),))
        case "row":
            return _row(text, node, step, what)
    node = own(node, what)
    return Spot("sent", what, (node,), _sentence(node, int(step.key), what))


def own(node: Node, what: str) -> Node:
    """The node whose own words are meant: an article's only paragraph stands for the article."""
    if node.kind not in _HOLDERS or node.text:
        return node
    inside = [child for child in node.children if child.kind != "unread"]
    if len(inside) > 1:
        raise Refused("ambiguous", what)
    if not inside or inside[0].kind != "paragraph":
        raise Refused("no_own_words", what)
    return inside[0]


def _intro(node: Node, what: str) -> Node:
    if node.kind in _HOLDERS:
        lists = [child for child in node.children if child.kind == "paragraph" and child.children]
        if len(lists) > 1:
            raise Refused("ambiguous", what)
        node = lists[0] if lists else node
    if not node.text or not node.children:
        raise Refused("no_own_words", what)
    return node


def _row(text: Text, node: Node, step: Step, what: str) -> Spot:
    if node.kind != "table":
        raise Refused("bad_address", what, plain=True)
    position = int(step.key)
    if position in text.rows(node):
        return Spot("row", what, (node,), row=text.rows(node).index(position))
    raise Refused("changed_before" if 0 < position <= len(node.unit.rows) else "not_there", what)


def _sentence(node: Node, position: int, what: str) -> Span:
    """Where a sentence of the base text stands now; refused when operations before have changed it."""
    before = sentences(node.unit.text)
    if not 0 < position <= len(before):
        raise Refused("not_there", what)
    start, end = before[position - 1]
    now = [(a, b) for a, b in sentences(node.text) if node.text[a:b] == node.unit.text[start:end]]
    if len(now) == 1:
        return now[0]
    if node.text == node.unit.text:
        return start, end
    raise Refused("changed_before", what)


# What a place holds


def passages(
    text: Text, at: Spot, left: frozenset[int] = frozenset()
) -> Iterator[tuple[Passage, Span | None]]:
    """The words of a place, for operations on words: (passage, the span of it that counts or None for all).

    `act` is title, headings, body and annexes (not the preamble, which tells what the act rested on when it
    was made); every other unit is its words without headings, which have addresses of their own.
    """
    match at.kind:
        case "act":
            if text.title:
                yield Passage(None, "title"), None
            for root in text.roots():
                for found in text.within(root, left, wide=True, headings=True):
                    yield found, None
        case "articles":
            for (name, _), nodes in text.divided().items():
                for node in nodes if name == "art" else ():
                    if not node.gone:
                        yield from ((found, None) for found in text.within(node, left, wide=True))
        case "title" | "preamble":
            yield Passage(None, at.kind), None
        case "heading":
            yield Passage(at.node, "heading"), None
        case "intro":
            yield Passage(at.node, "text"), None
        case "sent":
            yield Passage(at.node, "text"), at.span
        case "row":
            yield from (
                (Passage(at.node, "rows", at.row, cell), None) for cell in range(len(at.node.rows[at.row]))
            )
        case _:
            for node in at.nodes:
                yield from ((found, None) for found in text.within(node, left))


def left_out(
    text: Text, addresses: tuple[str, ...]
) -> tuple[frozenset[int], frozenset[tuple[int, str]], bool]:
    """What `except` names: units by id, headings and introductions by (id, field), and whether the title."""
    nodes: set[int] = set()
    fields: set[tuple[int, str]] = set()
    title = False
    for address in addresses:
        at = target(text, address)
        if at.kind == "title":
            title = True
        elif at.kind == "unit":
            nodes.update(map(id, at.nodes))
        elif at.kind in ("heading", "intro"):
            fields.add((id(at.node), "heading" if at.kind == "heading" else "text"))
        else:
            raise Refused("wrong_place", address, words=at.what)
    return frozenset(nodes), frozenset(fields), title
