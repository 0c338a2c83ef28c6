"""Whether a changed act would be read again as it is written: the promise of `read(write(act)) == act`.

Only what changed and its neighbours are written and read, once for all operations; the whole act only where
that fails. An act that was not sound before is not asked for more.
"""

from dataclasses import replace

from konak.lex.amend.text import DIVISIONS, Node, Text
from konak.lex.reader import read
from konak.lex.tree import Act, Unit
from konak.lex.writer import write


def is_sound(text: Text) -> bool:
    """Whether what the operations made can be written and read without loss."""
    new = text.frozen()
    if new == text.act and not (text.body.dirty or text.annexes.dirty):
        return True
    if text.articled and _again(_part(text, new)):
        return True
    return _again(new) or not _again(text.act)


def _again(act: Act) -> bool:
    return read(write(act), act.lang) == act


def _part(text: Text, new: Act) -> Act:
    """The act with only the articles that changed and those beside them."""
    leaves = list(_leaves(text.body))
    kept = set[int]()
    for place, node in enumerate(leaves):
        if node.dirty or (node.parent is not None and node.parent.dirty and node.parent.parent is not None):
            kept.update(map(id, leaves[max(0, place - 1) : place + 2]))
    if not kept and leaves:
        kept.add(id(leaves[0]))
    annexes = tuple(node.frozen() for node in text.annexes.children if node.dirty)
    return replace(new, body=_kept(text.body, kept), annexes=annexes)


def _leaves(node: Node) -> list[Node]:
    found: list[Node] = []
    for child in node.children:
        if child.kind in DIVISIONS and child.children:
            found += _leaves(child)
        else:
            found.append(child)
    return found


def _kept(node: Node, kept: set[int]) -> tuple[Unit, ...]:
    units: list[Unit] = []
    for child in node.children:
        if child.kind in DIVISIONS and child.children:
            if inner := _kept(child, kept):
                units.append(replace(child.frozen(), children=inner))
        elif id(child) in kept:
            units.append(child.frozen())
    return tuple(units)
