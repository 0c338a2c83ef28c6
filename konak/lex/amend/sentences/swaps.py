"""Corrections („наместо „50“ треба да стои „500““) and appointments („наместо А. Б. се именува В. Г.“)."""

from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences.clauses import Clause
from konak.lex.amend.sentences.context import Context
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.places import place
from konak.lex.amend.sentences.reasons import Unread
from konak.lex.amend.sentences.wording import quoted


def instead(cur: Cursor, ctx: Context) -> list[Operation] | None:
    """„наместо „50“ треба да стои „500““; „наместо А. Б. се именува В. Г.“."""
    if not cur.has("instead"):
        return None
    clause = Clause(cur, ctx)
    cur.mark()
    clause.named()
    result: list[Operation] = []
    while True:
        found = place(cur, ctx)
        if found is not None:
            ctx.settled(found.paths)
            clause.of_act()
            clause.at(found)
            clause.named_here = True
            ctx.scope = found.paths
            cur.take("comma")
        clause.often()
        if not cur.take("instead"):
            return None if not result else _left()
        result += _swapped(cur, clause)
        if cur.over():
            return result
        cur.take("comma", "semi")
        cur.take("and", "but")


def _left() -> list[Operation]:
    raise Unread("words_left")


def _swapped(cur: Cursor, clause: Clause) -> list[Operation]:
    cur.take("colon")
    old = quoted(cur)
    if old is None:
        where = clause.here()
        if cur.lang != "mk":
            raise Unread("name_declined")
        one, two = _person(cur), ""
        cur.take("comma")
        if one and cur.take("appoint"):
            two = _person(cur)
        if not (one and two):
            raise Unread("words_left")
        return [ops.ReplaceWords(target=target, old=one, new=two) for target in where.targets]
    cur.take("comma")
    verb = cur.take("should", "appoint")
    if verb is None:
        raise Unread("no_operation")
    cur.take("colon")
    new = quoted(cur)
    clause.behind()
    where = clause.here()
    if new is None or len(new) != len(old):
        raise Unread("count_mismatch")
    return [
        ops.ReplaceWords(target=target, old=one, new=two, all=where.all, count=where.count,
                         correction=verb.name == "should")
        for target in where.targets
        for one, two in zip(old, new, strict=True)
    ]  # fmt: skip


def _person(cur: Cursor) -> str:
    """A person's name: words with capitals and initials."""
    start = cur.at
    while True:
        one = cur.peek()
        text = one.token.text
        if one.name in ("word", "roman", "but", "and", "in", "act", "to") and text[:1].isupper():
            cur.at += 1
            if len(text) == 1:
                cur.take("stop") if cur.peek(1).name != "end" or cur.peek().name == "stop" else None
            continue
        if one.name == "dash" and cur.at > start and cur.peek(1).token.text[:1].isupper():
            cur.at += 1
            continue
        break
    if not 1 < cur.at - start <= 8:
        cur.at = start
        return ""
    return cur.printed(start, cur.at)
