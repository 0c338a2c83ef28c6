"""Places: „Во членот 4 став 2“, „во ставот 2 на членот 4“, „Во членот 3 став 1 и членот 9“, „Fjalia e dytë e
paragrafit 2“ and the like, to full paths."""

import re
from dataclasses import dataclass

from konak.lex import letters
from konak.lex.amend.sentences.context import RANK, SAME, Context, Path, Step
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.names import name
from konak.lex.amend.sentences.reasons import Unread

MOST_TARGETS = 200
_Step = tuple[str, tuple[str, ...]]  # a unit with its numbers
_ALONE = frozenset(("preamble", "intro", "heading"))
_COUNTED = frozenset(("sent", "indent", "para", "point", "sub"))
_DONE = frozenset(("replace", "delete", "change"))
_PLAIN = re.compile(r"\d+\Z")


@dataclass(frozen=True, slots=True)
class Place:
    """Full paths, in order of print; `inside` where the last of them can only be the place of a change, not
    the unit that is changed („Во членот 4“)."""

    paths: tuple[Path, ...]
    inside: bool


def place(cur: Cursor, ctx: Context) -> Place | None:
    """The place that begins here, or None where none does."""
    start = cur.at
    within = cur.take("in") is not None
    if cur.unit() == "heading" and cur.sees("unit", "of") and cur.peek(2).name in ("act", "this_act"):
        cur.at += 2
        if not cur.take("this_act"):
            name(cur, True)
        paths: tuple[Path, ...] = ((("title", ""),),)
        inside = False
    else:
        with_heading = cur.unit() == "heading" and cur.sees("unit", "and", "unit") and cur.unit(2) == "art"
        cur.at += 2 * with_heading
        first = _chain(cur)
        with_heading |= _own_heading(cur)
        if with_heading and not (first and first.name == "art" and cur.sees("delete")):
            raise Unread("ambiguous_place")
        if first is None:
            cur.at = start
            return None
        if first.name == "heading" and cur.sees("quote") and cur.peek(1).name in _DONE:
            cur.at += 1
        paths, inside = _resolved(cur, ctx, first, within)
    while (more := _sibling(cur, ctx, paths)) is not None:
        paths = paths + more.paths
        inside = more.inside or (inside and within)
        if len(paths) > MOST_TARGETS:
            raise Unread("too_long")
    if any(path[-1][0] == "heading" and path[0][0] != "art" for path in paths) and any(
        path[0][0] == "art" for path in paths
    ):
        raise Unread("ambiguous_place")  # the division's heading, or the article's?
    return Place(paths, inside)


def _own_heading(cur: Cursor) -> bool:
    """„Членот 8 и насловот пред него“."""
    found = cur.sees("and", "unit", "before", "it") and cur.unit(1) == "heading"
    cur.at += 4 * found
    return found


@dataclass(frozen=True, slots=True)
class _Chain:
    """Steps from high to low, the keys of the last one apart; `since` how many steps the last „во“ leads."""

    above: Path
    name: str
    keys: tuple[str, ...]
    within: bool
    since: int


def _resolved(cur: Cursor, ctx: Context, chain: _Chain, within: bool) -> tuple[tuple[Path, ...], bool]:
    paths = []
    for key in chain.keys:
        path = (*chain.above, (chain.name, key))
        paths.append(heading(ctx, path) if chain.name == "heading" and len(path) == 1 else ctx.full(path))
    return tuple(paths), (within or chain.within) and chain.since == 1


def heading(ctx: Context, path: Path) -> Path:
    """A heading named alone is that of the article or division named before."""
    parents = {tuple(step for step in one if RANK[step[0]] <= RANK["art"]) for one in ctx.head or ctx.scope}
    if len(parents) != 1 or not (parent := parents.pop()):
        raise Unread("no_place")
    return (*parent, *path)


def _sibling(cur: Cursor, ctx: Context, before: tuple[Path, ...]) -> Place | None:
    """A further place after a comma or „и“, of the last one's level or higher."""
    start = cur.at
    comma = cur.take("comma")
    joined = cur.take("and", "respectively")
    if not (comma or joined):
        return None
    within = cur.take("in") is not None
    chain = _chain(cur)
    first = (chain.above[0][0] if chain.above else chain.name) if chain else ""
    if chain is None or (
        RANK[first] > RANK["art"] and RANK[first] > max(RANK[step[0]] for step in before[-1])
    ):
        if chain is not None and joined and first:
            raise Unread("ambiguous_place")
        cur.at = start
        return None
    head, scope = ctx.head, ctx.scope
    ctx.head, ctx.scope = (), before[-1:]
    try:
        paths, inside = _resolved(cur, ctx, chain, within)
    finally:
        ctx.head, ctx.scope = head, scope
    return Place(paths, inside)


def _chain(cur: Cursor) -> _Chain | None:
    """Units going down („член 4 став 2“) or up („ставот 2 на членот 4“)."""
    one = _step(cur)
    if one is None:
        return None
    if one[0] == "point" and (cur.items or cur.sees("of", "act")):
        one = ("item", one[1])
    steps = [one]
    within, since = False, 1
    while True:
        start = cur.at
        if upward(cur, steps[-1][0]):
            higher = _chain(cur)
            if higher is None:
                raise Unread("ambiguous_place")
            return _sorted(_between(steps[:-1], higher), higher, steps[-1], within, since)
        cur.take("comma")
        inner = cur.take("in") is not None
        rank = RANK[steps[-1][0]]
        deeper = _step(cur)
        if deeper is None or RANK[deeper[0]] <= rank or (deeper[0] == "heading" and rank > RANK["art"]):
            cur.at = start
            break
        if len(steps[-1][1]) != 1:
            raise Unread("ambiguous_place")
        since = 1 if inner else since + 1
        within = within or inner
        steps.append(deeper)
    above = tuple((name, keys[0]) for name, keys in steps[:-1])
    return _Chain(above, steps[-1][0], steps[-1][1], within, since)


def _sorted(above: Path, higher: _Chain, own: _Step, within: bool, since: int) -> _Chain:
    """`own` in the place of `higher`. What was said behind the higher unit may stand below `own`: „во ставот 2 на
    членот 5 во точката 3“."""
    name, keys = own
    if name == "heading" or RANK[higher.name] < RANK[name]:
        if len(higher.keys) != 1:
            raise Unread("ambiguous_place")
        return _Chain((*above, (higher.name, higher.keys[0])), name, keys, within, since)
    over = tuple(one for one in above if RANK[one[0]] < RANK[name])
    under = above[len(over) :]
    if len(keys) != 1 or not over or any(RANK[one[0]] <= RANK[name] for one in (*under, (higher.name, ""))):
        raise Unread("ambiguous_place")
    return _Chain(
        (*over, (name, keys[0]), *under), higher.name, higher.keys, within or higher.within, higher.since
    )


def _between(steps: list[_Step], higher: _Chain) -> Path:
    """What stands above `higher`: its own steps, or in „во членот 8 втората реченица од ставот 2“ those said
    before."""
    said = tuple((name, keys[0]) for name, keys in steps)
    if not said:
        return higher.above
    top = higher.above[0][0] if higher.above else higher.name
    if any(len(keys) != 1 for _, keys in steps) or RANK[said[-1][0]] >= RANK[top]:
        raise Unread("ambiguous_place")
    return (*said, *higher.above)


def upward(cur: Cursor, name: str) -> bool:
    """Whether „на членот 4“ follows: the preposition and a unit that may hold `name`."""
    ahead = 1 if cur.sees("of") else 0
    if not ahead and name == "heading" and cur.sees("before"):
        ahead = 1
    if not ahead:
        return False
    beyond = ahead + (cur.peek(ahead).name in ("old", "same", "ord"))
    unit = cur.unit(beyond)
    if not unit or (unit != "heading" and RANK[unit] > RANK[name]):
        return False
    if unit == name or (RANK[unit] == RANK[name] and name != "heading"):
        return False
    cur.at += ahead
    return True


def _step(cur: Cursor) -> _Step | None:
    """One unit with its numbers: „членовите 3, 5 и 7“, „втората реченица“, „насловот“."""
    start = cur.at
    cur.take("old")
    if cur.take("last"):
        if cur.unit() and cur.unit() not in _ALONE:
            raise Unread("ambiguous_number")
        cur.at = start
        return None
    ordinals = _ordinals(cur)
    if not ordinals and cur.take("same"):
        if not (name := cur.unit()) or name in _ALONE:
            raise Unread("ambiguous_place")
        cur.at += 1
        return name, (SAME,)
    name = cur.unit()
    if not name or (ordinals and name not in _COUNTED):
        if ordinals and name == "row":
            raise Unread("row_by_position")
        cur.at = start
        return None
    cur.at += 1
    if cur.sees("last") and name not in _ALONE:
        raise Unread("ambiguous_number")
    if cur.peek().name == "quote" and name in ("heading", "sent"):
        if name == "heading" and cur.peek(1).name in (*_DONE, "of"):
            cur.at += cur.peek(1).name == "of"  # else `place` passes it
            return name, ("",)
        cur.at = start
        return None
    if ordinals:
        return name, ordinals
    if name in _ALONE:
        return name, ("",)
    keys = numbers(cur) if name != "sent" or cur.peek().name == "num" else ()
    if not keys and name in _COUNTED:
        keys = _ordinals(cur)
    if not keys and name in ("annex", "table") and cur.peek().name != "quote":
        return name, ("1",)
    if not keys:
        cur.at = start
        return None
    if name == "point" and keys[0][0] in "IVXL":
        name = "item"
    return name, keys


def _ordinals(cur: Cursor) -> tuple[str, ...]:
    start = cur.at
    found: list[str] = []
    while one := cur.take("ord"):
        found.append(str(one.value))
        if not (cur.sees("comma", "ord") or cur.sees("and", "ord")):
            break
        cur.at += 1
    if not found:
        cur.at = start
    return tuple(found)


def numbers(cur: Cursor) -> tuple[str, ...]:
    """Numbers of units: „3, 5 и 7“, „од 14 до 18“, „14–18“, „2)“, „(2)“, „б)“, „5-а“. Empty where none."""
    if (cur.peek().name == "words" and cur.peek().token.fold in ("број", "бр", "numri", "nr", "numer")) or (
        cur.peek().name == "word" and cur.peek().token.fold in ("бр", "nr", "број")
    ):
        cur.at += 1
        cur.take("stop")
    start = cur.at
    spanning = cur.peek().name == "of" and cur.peek(1).name in ("num", "roman", "open")
    if spanning:
        cur.at += 1
    first = _number(cur)
    if not first:
        cur.at = start
        return ()
    found = list(first)
    until = cur.at
    if cur.take("to", "dash") and (last := _number(cur)):
        found = _range(found[-1], last[0])
    elif spanning:
        cur.at = start
        return ()
    else:
        cur.at = until
    while True:
        start = cur.at
        comma = cur.take("comma")
        joined = cur.take("and", "respectively")
        more = _number(cur) if comma or joined else ()
        if not more:
            cur.at = start
            break
        until = cur.at
        if cur.take("to", "dash") and (last := _number(cur)):
            found += _range(more[-1], last[0])
            continue
        cur.at = until
        found += more
    if len(found) > MOST_TARGETS:
        raise Unread("too_long")
    return tuple(found)


def _range(first: str, last: str) -> list[str]:
    if not (_PLAIN.match(first) and _PLAIN.match(last)):
        raise Unread("ambiguous_number")
    low, high = int(first), int(last)
    if not low < high <= low + MOST_TARGETS:
        raise Unread("ambiguous_number")
    return [str(number) for number in range(low, high + 1)]


def _number(cur: Cursor) -> tuple[str, ...]:
    """One number; several where commas stand in it without a space („3,5“)."""
    start = cur.at
    opened = cur.take("open")
    one = cur.peek()
    if one.name in ("num", "roman"):
        cur.at += 1
        closed = cur.take("close")
        if opened and not closed:
            cur.at = start
            return ()
        if not closed and cur.peek().name == "stop" and cur.peek(1).name not in ("end",):
            cur.at += 1
        return tuple(str(one.value).split(","))
    letter = one.token.text
    known = len(letter) == 1 or letter.lower() in letters.SQ
    if known and letter.isalpha() and cur.peek(1).name == "close":
        cur.at += 2
        return (letters.to_address(letter, cur.lang),)
    if len(letter) == 1 and letter.isalpha() and one.name == "word":
        cur.at += 1
        return (letters.to_address(letter, cur.lang),)
    cur.at = start
    return ()


def step(path: Path) -> Step:
    """The last step of a path."""
    return path[-1]
