"""Two sets of operations on the same base text: where they cannot both be applied as they were meant.

Both are looked up in the base text; what one of them alone cannot be applied to is not a conflict of two
(`apply` refuses it).
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from typing import NamedTuple

from konak.lex.amend import ops
from konak.lex.amend.address import BadAddress, Step, key, step
from konak.lex.amend.operation import Operation
from konak.lex.amend.refusals import LANGUAGES, Refused
from konak.lex.amend.resolve import Spot, goal, own, passages, spot, target
from konak.lex.amend.saying import named
from konak.lex.amend.text import Node, Passage, Text
from konak.lex.amend.wording import brackets, places
from konak.lex.tree import Act

REASONS = {
    "same_words": (
        "Двете измени ги менуваат истите зборови „{words}“ во местото {what}.",
        "Të dy ndryshimet i ndryshojnë fjalët e njëjta „{words}“ në vendin {what}.",
        "Both change the same words “{words}” in {what}.",
    ),
    "overlapping": (
        "Измените зафаќаат зборови што се преклопуваат во местото {what}: „{words}“.",
        "Ndryshimet përfshijnë fjalë që mbivendosen në vendin {what}: „{words}“.",
        "The changes touch words that overlap in {what}: “{words}”.",
    ),
    "same_unit": (
        "Двете измени целосно го уредуваат истото место: {what}.",
        "Të dy ndryshimet e rregullojnë tërësisht të njëjtin vend: {what}.",
        "Both settle the same unit as a whole: {what}.",
    ),
    "repealed": (
        "Едната измена го брише или целосно го менува местото {other}, а другата менува нешто во него: {what}.",
        "Njëri ndryshim e shlyen ose e ndryshon tërësisht vendin {other}, ndërsa tjetri ndryshon diçka në të: {what}.",
        "One repeals or rewrites {other}, the other changes something in it: {what}.",
    ),
    "same_number": (
        "Двете измени го даваат истиот нов број: {what}.",
        "Të dy ndryshimet japin të njëjtin numër të ri: {what}.",
        "Both give the same new number: {what}.",
    ),
}


class Conflict(NamedTuple):
    """Two operations that clash: their places in the two lists (from 0), a code of `REASONS`, the address
    where, and the sentence in `mk`, `sq` and `en`."""

    first: int
    second: int
    reason: str
    where: str
    words: dict[str, str]


@dataclass(slots=True)
class _Reach:
    """What an operation reaches in the base text: words, whole units, numbers that it gives, and units that
    must still stand."""

    what: str = ""
    words: list[tuple[Passage, int, int]] = field(default_factory=list)
    whole: list[Node] = field(default_factory=list)
    numbers: list[tuple[int, str]] = field(default_factory=list)
    needs: list[Node] = field(default_factory=list)
    everything: bool = False


def conflicts(act: Act, first: Sequence[Operation], second: Sequence[Operation]) -> tuple[Conflict, ...]:
    """Every clash between an operation of `first` and one of `second`, in the order of the lists."""
    text = Text(act, None, None)
    mine = [(place, reach) for place, one in enumerate(first) if (reach := _reach(text, one))]
    theirs = [(place, reach) for place, one in enumerate(second) if (reach := _reach(text, one))]
    near: dict[int, list[tuple[int, _Reach]]] = {}
    for place, reach in theirs:
        for mark in _marks(reach):
            near.setdefault(mark, []).append((place, reach))
    found: list[Conflict] = []
    wide = [(place, reach) for place, reach in theirs if reach.everything]
    for place, reach in mine:
        others = (
            theirs
            if reach.everything
            else [*wide, *(one for mark in _marks(reach) for one in near.get(mark, ()))]
        )
        seen: set[int] = set()
        for other, its in sorted(others, key=lambda one: one[0]):
            if other not in seen and (clash := _clash(text, reach, its)):
                found.append(Conflict(place, other, clash[0], clash[1], _sentences(*clash)))
            seen.add(other)
    return tuple(found)


def _sentences(reason: str, what: str, words: str, other: str) -> dict[str, str]:
    return {
        lang: sentence.format(what=named(what, lang), words=words, other=named(other, lang))
        for lang, sentence in zip(LANGUAGES, REASONS[reason], strict=True)
    }


def _marks(reach: _Reach) -> set[int]:
    """The ids of what two operations must share to clash: a unit or one above it, or what bears the number."""
    marks = {mark for mark, _ in reach.numbers}
    for node in (*reach.whole, *reach.needs, *(passage.node for passage, _, _ in reach.words)):
        marks.update(map(id, _up(node)))
        marks.add(id(node))  # of None: the act's own words
    return marks


def _up(node: Node | None) -> Iterator[Node]:
    while node is not None and node.parent is not None:
        yield node
        node = node.parent


def _reach(text: Text, one: Operation) -> _Reach | None:
    """What the operation reaches; None where it does not fit the base text or changes no word of it."""
    try:
        return _reached(text, one)
    except Refused:
        return None


def _reached(text: Text, one: Operation) -> _Reach | None:
    match one:
        case ops.RepealAct():
            return None if one.act and not text.is_own(one.act) else _Reach("act", everything=True)
        case ops.Insert():
            return _insert(text, one)
        case ops.Renumber():
            at = target(text, one.target)
            new = _key(at.node.step, one.to, text.lang)
            return _Reach(at.what, needs=[at.node], numbers=[(id(at.node.parent), f"{at.node.step}:{new}")])
        case ops.Repeal() | ops.Replace():
            return _whole(text, target(text, one.target))
        case ops.ReplaceHeading():
            at = target(text, one.target)
            passage = Passage(None, "title") if at.kind == "title" else Passage(at.node, "heading")
            return _Reach(at.what, words=[(passage, 0, len(text.read(passage)))])
        case ops.ReplaceEnd():
            at = target(text, one.target)
            passage = Passage(own(at.node, at.what), "text")
            end = len(text.read(passage))
            return _Reach(at.what, words=[(passage, end - len(one.old.strip()), end)])
        case ops.ReplaceWords() | ops.DeleteWords() | ops.InsertWordsAfter() | ops.InsertWordsBefore():
            return _words(text, one)
    return None


def _words(
    text: Text, one: ops.ReplaceWords | ops.DeleteWords | ops.InsertWordsAfter | ops.InsertWordsBefore
) -> _Reach | None:
    at = target(text, one.target)
    if isinstance(one, ops.ReplaceWords | ops.DeleteWords):
        if one.span:
            _, passage, hit = brackets(text, one.target, one.except_)
            return _Reach(at.what, words=[(passage, hit.start, hit.end)])
        told = one.old or getattr(one, "after", "")
    else:
        told = one.anchor
    found = [(passage, hit.start, hit.end) for passage, hit in places(text, at, told, one.except_)]
    if isinstance(one, ops.DeleteWords) and one.after:
        found = [(passage, start, len(text.read(passage))) for passage, start, _ in found]
    return _Reach(at.what, words=found)


def _whole(text: Text, at: Spot) -> _Reach:
    if at.kind == "unit":
        return _Reach(at.what, whole=list(at.nodes))
    if at.kind == "sent":
        return _Reach(at.what, words=[(Passage(at.node, "text"), *at.span)])
    return _Reach(at.what, words=[(passage, 0, len(text.read(passage))) for passage, _ in passages(text, at)])


def _insert(text: Text, one: ops.Insert) -> _Reach | None:
    place = goal(text, one.target)
    at = spot(text, place.steps)
    try:
        new = step(one.unit, text.lang)
    except BadAddress:
        return None
    if at.kind != "unit":
        return _Reach(at.what, needs=list(at.nodes))
    holder = at.nodes[0] if place.where == "end" else at.nodes[0].parent
    what = _beside(place.steps, new, place.where)
    bears = [(id(holder), str(new))] if new.key else []
    return _Reach(what, needs=list(at.nodes), numbers=bears)


def _beside(steps: tuple[Step, ...], new: Step, where: str) -> str:
    return "/".join(map(str, (*(steps if where == "end" else steps[:-1]), new)))


def _key(name: str, typed: str, lang: str) -> str:
    try:
        return key(name, typed, lang)
    except BadAddress as fault:
        raise Refused("bad_address", str(fault), plain=True) from None


def _clash(text: Text, one: _Reach, two: _Reach) -> tuple[str, str, str, str] | None:
    """(reason, where, words, the other place) of a clash; None where both can be done."""
    if one.everything or two.everything:
        if one.everything and two.everything:
            return "same_unit", "act", "", ""
        return "repealed", (two if one.everything else one).what, "", "act"
    for passage, start, end in one.words:
        for its, first, last in two.words:
            if passage == its and (start < last and first < end):
                words = text.read(passage)[max(start, first) : min(end, last)]
                return (
                    "same_words" if (start, end) == (first, last) else "overlapping",
                    one.what,
                    words,
                    two.what,
                )
    for whole, changed in ((one, two), (two, one)):
        for node in whole.whole:
            if node in changed.whole:
                return "same_unit", one.what, "", two.what
            inside = [*changed.whole, *changed.needs, *(passage.node for passage, _, _ in changed.words)]
            if any(node in _up(other) for other in inside):
                return "repealed", changed.what, "", whole.what
    if shared := set(one.numbers) & set(two.numbers):
        return "same_number", min(shared)[1], "", two.what
    return None
