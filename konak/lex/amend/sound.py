"""Whether a changed act would be read again as it is written: the promise of `read(write(act)) == act`.

Only what changed and its neighbours are written and read, once for all operations; the whole act only where
that fails. An act that was not sound before is not asked for more.
"""

from dataclasses import replace

from konak.lex.amend.text import DIVISIONS, Node, Text
from konak.lex.reader import read
from konak.lex.tree import Act, Unit
from konak.lex.writer import write

_APART = (*DIVISIONS, "article", "tariff", "annex")  # what is read each for itself


def is_sound(text: Text, new: Act) -> bool:
    """Whether `new`, which the operations made of the text, can be written and read without loss."""
    if not (text.risky or text.opening):
        return True
    apart = text.articled and all(_leaf(node).kind in _APART for node in text.risky)
    if apart and _again(_part(text, new)):
        return True
    return _again(new) or not _again(text.act)


def _again(act: Act) -> bool:
    return read(write(act), act.lang) == act


def _part(text: Text, new: Act) -> Act:
    """The act with only the articles whose reading may have changed, and as much of those beside them as is
    read together with them: the one before a heading, the beginning of the one behind."""
    changed = {_leaf(node) for node in text.risky}
    leaves = _leaves(text.body)
    kept: dict[Node, Unit] = {}
    near = [node in changed or node.parent in changed for node in leaves]
    for place, node in enumerate(leaves):
        behind = leaves[place + 1 : place + 2]
        if near[place]:
            kept[node] = node.frozen()
        elif place and near[place - 1]:
            kept[node] = _beginning(node)
        elif behind and behind[0] in changed and behind[0].heading:
            kept[node] = node.frozen()
    if not kept and leaves:
        kept[leaves[0]] = leaves[0].frozen()
    annexes = tuple(node.frozen() for node in text.annexes.children if node in changed)
    return replace(new, body=_kept(text.body, kept), annexes=annexes)


def _leaf(node: Node) -> Node:
    """The article, division or annex at the top that holds a node."""
    while node.parent is not None and node.parent.parent is not None and node.parent.kind not in DIVISIONS:
        node = node.parent
    return node


def _beginning(node: Node) -> Unit:
    """A unit with its heading and label, and other words."""
    unit = node.frozen()
    return replace(unit, text="", children=(_WORDS,)) if unit.kind in ("article", "tariff") else unit


_WORDS = Unit("paragraph", text="...")


def _leaves(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.children:
        if child.kind in DIVISIONS and child.children:
            found += _leaves(child)
        else:
            found.append(child)
    return found


def _kept(node: Node, kept: dict[Node, Unit]) -> tuple[Unit, ...]:
    units: list[Unit] = []
    for child in node.children:
        if child.kind in DIVISIONS and child.children:
            if inner := _kept(child, kept):
                units.append(child.frozen(inner))
        elif child in kept:
            units.append(kept[child])
    return tuple(units)
