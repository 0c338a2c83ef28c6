"""Where a new unit goes in the working text, and which unit's style its label follows."""

from typing import NamedTuple

from konak.lex.amend.address import Place, Step, order
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import beside, spot
from konak.lex.amend.text import DIVISIONS, Node, Text
from konak.lex.tree import RANK, STEP

KIND = {step: kind for kind, step in STEP.items()}
_HOLDERS = ("article", "item", "tariff", "annex")


class Slot(NamedTuple):
    """A place among the children of `parent`; `like` is the unit whose label the new one follows, `position`
    the place of a counted unit as the base text counts (0: not known)."""

    parent: Node
    at: int
    like: Node | None
    position: int = 0


def slot(text: Text, goal: Place, step: Step, what: str) -> Slot:
    """The place of a new unit `step` at `goal`."""
    kind = KIND.get(step.name)
    if kind is None or kind == "unread":
        raise Refused("wrong_place", what, words=str(step))
    if goal.where == "end":
        found = _end(text, goal, kind, what, str(step))
    elif goal.where:
        at = beside(text, goal)
        if at.kind != "unit":
            raise Refused("wrong_place", what, words=str(step))
        node = at.nodes[-1 if goal.where == "after" else 0]
        found = _beside(node, kind, goal.where == "after", what, step)
    else:
        raise Refused("wrong_place", what, words=str(step))
    return found if found.like else found._replace(like=_any(text, kind))


def _any(text: Text, kind: str) -> Node | None:
    """Some unit of that kind, where no sibling shows the style."""
    return next((nodes[0] for (step, _), nodes in text.divided().items() if step == STEP[kind]), None)


def _beside(node: Node, kind: str, after: bool, what: str, step: Step) -> Slot:
    if RANK[kind] < RANK[node.kind]:
        node = _edge(node, kind, after, what, str(step))
    elif RANK[kind] != RANK[node.kind]:
        raise Refused("wrong_place", what, words=str(step))
    parent = node.parent
    assert parent is not None
    counted = [one for _, one in parent.base if one.kind == kind]
    position = counted.index(node) + 1 + after if node in counted else 0
    at = parent.children.index(node)
    if not after:
        return Slot(parent, at, node if node.kind == kind else _like(parent, kind), position)
    at += 1
    while (
        at < len(parent.children)
        and (next_ := parent.children[at]).fresh
        and next_.key
        and next_.kind == kind
    ):
        if order(next_.key) >= order(step.key):
            break
        at += 1
    return Slot(parent, at, node if node.kind == kind else _like(parent, kind), position)


def _edge(node: Node, kind: str, after: bool, what: str, words: str) -> Node:
    """The unit beside which a higher one goes: `node` must stand at the edge of all that it would divide."""
    if kind not in DIVISIONS or node.kind not in (*DIVISIONS, "article", "item", "tariff"):
        raise Refused("wrong_place", what, words=words)
    while RANK[kind] < RANK[node.kind]:
        parent = node.parent
        assert parent is not None
        if parent.children[-1 if after else 0] is not node or (not after and parent.parent is None):
            raise Refused("inside_division", what)
        if parent.parent is None:
            return node
        node = parent
    return node


def _like(parent: Node, kind: str) -> Node | None:
    return next((one for one in reversed(parent.children) if one.kind == kind), None)


def _end(text: Text, goal: Place, kind: str, what: str, words: str) -> Slot:
    at = spot(text, goal.steps)
    if at.kind == "act":
        return _end_of_act(text, kind, what, words)
    if at.kind != "unit":
        raise Refused("wrong_place", what, words=words)
    node = at.node
    if node.kind in _HOLDERS and kind in ("point", "indent") and not _like(node, kind):
        holders = [one for one in node.children if one.kind == "paragraph"]
        lists = [one for one in holders if _like(one, kind)] or holders
        if len(lists) != 1:
            raise Refused("ambiguous" if lists else "wrong_place", what, words=words)
        node = lists[0]
    if not _holds(node.kind, kind):
        raise Refused("wrong_place", what, words=words)
    if kind in ("article", "tariff"):
        node = _last_division(node)
    like = _like(node, kind)
    if kind in ("article", "tariff") and node.children and node.children[-1].kind != kind:
        raise Refused("wrong_place", what, words=words)
    counted = sum(one.kind == kind for _, one in node.base)
    return Slot(node, len(node.children), like, counted + 1)


def _holds(holder: str, kind: str) -> bool:
    if holder in DIVISIONS:
        return kind in (*DIVISIONS, "article", "tariff") and RANK[kind] > RANK[holder]
    return RANK[kind] > RANK[holder] and not (holder in _HOLDERS and RANK[kind] > RANK["point"]) and not (
        kind == "table" or (holder == "paragraph" and kind == "sub")
    )  # fmt: skip


def _last_division(node: Node) -> Node:
    while node.children and node.children[-1].kind in DIVISIONS:
        node = node.children[-1]
    return node


def _end_of_act(text: Text, kind: str, what: str, words: str) -> Slot:
    if kind == "annex":
        root = text.annexes if text.act.closing or text.act.annexes else text.body
        return Slot(root, len(root.children), _like(root, kind))
    root = text.body
    before = [at for at, node in enumerate(root.children) if node.kind == "annex"]
    end = before[0] if before else len(root.children)
    if kind in DIVISIONS:
        return Slot(root, end, _like(root, kind))
    plain = all(node.kind in ("paragraph", "table") for node in root.children)
    if kind not in ("article", "item", "tariff") and not (kind == "paragraph" and plain):
        raise Refused("wrong_place", what, words=words)
    last = root.children[end - 1] if end else None
    if last is not None and last.kind in DIVISIONS:
        parent = _last_division(last)
        return Slot(parent, len(parent.children), _like(parent, kind))
    return Slot(root, end, _like(root, kind))
