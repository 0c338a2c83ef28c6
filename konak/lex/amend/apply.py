"""Applying operations: an act and a list of them make a new act, and a reason for each that did not fit.

Every operation is looked up in the numbering and words of the base text as it was before the first one.
What does not fit is refused whole; the others are applied. What can only be judged when all is done (two
units of one number, a text that would not be read again as it was written) refuses the operation that made
it so, and the rest is done again without it.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from konak.lex.amend.operation import Operation
from konak.lex.amend.ops import AppliesFrom, EntersIntoForce, RepealAct
from konak.lex.amend.refusals import Refusal, Refused
from konak.lex.amend.sound import is_sound
from konak.lex.amend.stale import Stale, stale
from konak.lex.amend.text import Gone, Node, Text
from konak.lex.tree import Act, Source

_MOST_UNSOUND = 16  # operations that make a text unreadable are looked for one by one up to here


@dataclass(frozen=True, slots=True)
class Applied:
    """What came of it. `renumbered` are (old path, new path) of units that stayed; `gone` units that did not;
    `kept` operations that change no word (force, other acts); `repealed` where the whole act went. `stale`
    are references in the new text to units that are gone or have another number."""

    act: Act
    refused: tuple[Refusal, ...] = ()
    renumbered: tuple[tuple[str, str], ...] = ()
    stale: tuple[Stale, ...] = ()
    gone: tuple[Gone, ...] = ()
    kept: tuple[Operation, ...] = ()
    repealed: bool = False


def apply(
    act: Act, operations: Sequence[Operation], source: Source | None = None, annexes: Act | None = None
) -> Applied:
    """The act after `operations` of one amending act. `source` is noted on every unit that changes; `annexes`
    is the amending act, whose annexes `content_from` names."""
    banned: dict[int, Refused] = {}
    unsound = 0
    while True:
        text, refused = _run(act, operations, source, annexes, banned)
        if found := _misnumbered(text):
            banned.update(found)
            continue
        new = text.frozen()
        if is_sound(text, new):
            break
        unsound += 1
        done = [place for place in range(len(operations)) if place not in refused]
        if unsound > _MOST_UNSOUND:
            banned.update((place, Refused("unsound", operations[place].target)) for place in done)
            continue
        place = _culprit(act, operations, source, annexes, banned, done)
        banned[place] = Refused("unsound", operations[place].target)
    refusals = tuple(
        Refusal(place, operations[place], why.code, why.sentences()) for place, why in sorted(refused.items())
    )
    kept = tuple(
        one for place, one in enumerate(operations) if place not in refused and _changes_no_word(text, one)
    )
    moved = _renumbered(text)
    return Applied(new, refusals, moved, stale(text, moved), tuple(text.gone), kept, text.repealed)


def _changes_no_word(text: Text, one: Operation) -> bool:
    if isinstance(one, RepealAct):
        return bool(one.act) and not text.is_own(one.act)
    return isinstance(one, EntersIntoForce | AppliesFrom)


def _run(
    act: Act,
    operations: Sequence[Operation],
    source: Source | None,
    annexes: Act | None,
    banned: dict[int, Refused],
) -> tuple[Text, dict[int, Refused]]:
    text = Text(act, source, annexes)
    refused = dict(banned)
    for place, one in enumerate(operations):
        if place in banned:
            continue
        text.place = place
        before = text.last
        try:
            one.change(text)
        except Refused as why:
            refused[place] = why
        if text.last is before:
            text.last = None
    return text, refused


def _misnumbered(text: Text) -> dict[int, Refused]:
    """Operations that gave a number which another unit bears, or counted a unit to where it does not stand."""
    found: dict[int, Refused] = {}
    for node in text.numbered:
        if node.parent is None or not _stands(node):
            continue
        for other in _of_its_number(text, node):
            place = max(node.by, other.by)
            found.setdefault(place, Refused("number_taken", f"{node.step}:{node.num}"))
    for place, node, key in text.expected:
        if node.parent is None or not _stands(node):
            continue
        now = text.path_now(node)
        if now.rpartition(":")[2] != key:
            found.setdefault(place, Refused("position_differs", f"{now.rpartition(':')[0]}:{key}",
                                            times=now.rpartition(":")[2]))  # fmt: skip
    return found


def _of_its_number(text: Text, node: Node) -> list[Node]:
    """Other units that bear the number of `node` where it must be alone: articles in the whole act."""
    parent = node.parent
    assert parent is not None
    others = list(parent.children)
    if node.kind in ("article", "item", "tariff") and not _in_annex(node):
        others += text.divided().get((node.step, node.num), [])
        others += [one for one in text.numbered if one.kind == node.kind and not _in_annex(one)]
    return [
        one
        for one in others
        if one is not node and not one.gone and one.kind == node.kind and one.num == node.num and _stands(one)
    ]


def _in_annex(node: Node) -> bool:
    up: Node | None = node
    while up is not None and up.kind != "annex":
        up = up.parent
    return up is not None


def _stands(node: Node) -> bool:
    up: Node | None = node
    while up is not None and not up.gone:
        up = up.parent
    return up is None


def _culprit(
    act: Act,
    operations: Sequence[Operation],
    source: Source | None,
    annexes: Act | None,
    banned: dict[int, Refused],
    done: list[int],
) -> int:
    """An operation that makes a sound text unsound, found by halving the list."""
    low, high = 0, len(done)  # sound with the first `low`, unsound with the first `high`
    while high - low > 1:
        middle = (low + high) // 2
        without = {place: banned.get(place) or Refused("unsound") for place in done[middle:]} | banned
        text, _ = _run(act, operations, source, annexes, without)
        if is_sound(text, text.frozen()):
            low = middle
        else:
            high = middle
    return done[high - 1]


def _renumbered(text: Text) -> tuple[tuple[str, str], ...]:
    """Units of the base that stayed and have another path because of their own number or position."""
    result: list[tuple[str, str]] = []
    for parent in text.moved.values():
        if parent.fresh or not _stands(parent):
            continue
        now = text.keys_now(parent)
        for key, node in parent.base:
            if id(node) in now and now[id(node)] != key:
                result.append((text.path(node), text.path_now(node)))
    return tuple(result)
