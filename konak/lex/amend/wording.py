"""The deed that the operations on words share: find the places, check how many, change them."""

from collections.abc import Callable
from typing import Protocol

from konak.lex.amend.matching import Edit, Hit, begins_sentence, fold, found_in, tidy
from konak.lex.amend.refusals import Refused
from konak.lex.amend.resolve import Spot, left_out, passages, target
from konak.lex.amend.text import Passage, Text

Found = tuple[Passage, Hit]
BRACKETS = "brackets"


def own_act(text: Text, act: str) -> None:
    """Refuse what concerns another act than the one amended."""
    if act and not text.is_own(act):
        raise Refused("other_act", act, plain=True)


def change(
    text: Text,
    address: str,
    words: str,
    made: Callable[[str, Hit], Edit],
    *,
    every: bool = False,
    count: int | None = None,
    except_: tuple[str, ...] = (),
) -> None:
    """Change every place of `words` that is meant; `made` gives the edit of one of them."""
    at = target(text, address)
    found = places(text, at, words, except_)
    times = len(found)
    if not times:
        raise Refused("not_found", at.what, words=words)
    if count is not None and times != count:
        raise Refused("count_differs", at.what, words=words, times=times, count=count)
    if times > 1 and not every and count is None:
        raise Refused("found_often", at.what, words=words, times=times)
    edit(text, at, [(passage, made(text.read(passage), hit)) for passage, hit in found])


class Worded(Protocol):
    """What operations on words say besides the words."""

    @property
    def target(self) -> str: ...
    @property
    def all(self) -> bool: ...
    @property
    def count(self) -> int | None: ...
    @property
    def except_(self) -> tuple[str, ...]: ...
    @property
    def correction(self) -> bool: ...
    @property
    def act(self) -> str: ...


def add(text: Text, one: Worded, anchor: str, new: str, made: Callable[[str, Hit, str], Edit]) -> None:
    """Put `new` beside `anchor`; `made` says on which side."""
    own_act(text, one.act)
    told = tidy(new)
    if not told:
        raise Refused("incomplete", "new", plain=True)
    change(text, one.target, anchor, lambda words, hit: made(words, hit, told),
           every=one.all, count=one.count, except_=one.except_)  # fmt: skip


def places(text: Text, at: Spot, words: str, except_: tuple[str, ...] = ()) -> list[Found]:
    """Where the words stand; words that operations before brought are not the ones meant."""
    told = fold(tidy(words), text.lang)[0]
    if not told:
        raise Refused("incomplete", "old", plain=True)
    left, fields, title = left_out(text, except_)
    found: list[Found] = []
    for passage, span in passages(text, at, left):
        node, field = passage[:2]
        if (node is None and field == "title" and title) or (fields and (id(node), field) in fields):
            continue
        for hit in found_in(told, *fold(text.read(passage), text.lang)):
            if (span is None or (span[0] <= hit.start and hit.end <= span[1])) and not text.is_new(
                passage, hit.start, hit.end
            ):
                found.append((passage, hit))
    return found


def edit(text: Text, at: Spot, edits: list[tuple[Passage, Edit]]) -> None:
    """Apply edits when all of them may be: none leaves a unit without words, and something changes."""
    grouped: dict[Passage, list[Edit]] = {}
    for passage, one in edits:
        grouped.setdefault(passage, []).append(one)
    changes = False
    for passage, several in grouped.items():
        before = text.read(passage)
        after = before
        for one in sorted(several, reverse=True):
            after = after[: one.start] + one.text + after[one.end :]
        changes = changes or after != before
        if not after.strip() and passage.field != "rows":
            raise Refused("nothing_left", at.what)
    if not changes:
        raise Refused("no_change", at.what)
    for passage, several in grouped.items():
        text.edit(passage, several)


def brackets(text: Text, address: str, except_: tuple[str, ...] = ()) -> tuple[Spot, Passage, Hit]:
    """The one pair of brackets of a place, with all in it."""
    at = target(text, address)
    left, _, _ = left_out(text, except_)
    found: list[Found] = []
    for passage, span in passages(text, at, left):
        words = text.read(passage)
        first, last = span or (0, len(words))
        opening = words.find("(", first, last)
        while opening >= 0:
            closing = words.find(")", opening, last)
            inner = words.find("(", opening + 1, last)
            if closing < 0 or 0 <= inner < closing:
                raise Refused("brackets", at.what)
            found.append(
                (passage, Hit(opening, closing + 1, begins_sentence(words, opening) and opening == 0))
            )
            opening = words.find("(", closing, last)
    if len(found) != 1 or text.is_new(found[0][0], found[0][1].start, found[0][1].end):
        raise Refused("brackets", at.what)
    passage, hit = found[0]
    return at, passage, Hit(hit.start, hit.end)
