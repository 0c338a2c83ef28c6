"""Sentences about acts as wholes: force, application, acts that lapse or are quashed, corrections,
appointments, and provisions of the amending act itself."""

from datetime import date

from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences import names
from konak.lex.amend.sentences.clauses import Clause
from konak.lex.amend.sentences.context import Context, spell
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.places import place
from konak.lex.amend.sentences.reasons import Unread
from konak.lex.amend.sentences.wording import quoted

_AMENDING = ("replace", "delete", "add", "change", "reads", "become", "lapse", "quash", "annul", "force",
             "instead", "changes", "at_end")  # fmt: skip
_UNIT_VERBS = ("lapse", "quash", "annul")
_MOST_DAYS = 366


# Force and application


def in_force(cur: Cursor, ctx: Context) -> list[Operation] | None:
    """„Оваа одлука влегува во сила осмиот ден од денот на објавувањето …, а ќе се применува од …“."""
    if not cur.has("force"):
        return None
    subject(cur)
    if not cur.take("force"):
        return None
    result: list[Operation] = [_term(cur)]
    _gazette(cur)
    while not _over(cur):
        cur.take("comma")
        cur.take("and", "but")
        more = applies(cur)
        if more is not None:
            result += more
        elif not _published(cur):
            raise Unread("words_left")
    return result


def subject(cur: Cursor) -> bool:
    """„Оваа одлука“, „Одлуката за …“, „Ky vendim“."""
    if cur.take("this_act"):
        return True
    if cur.sees("act"):
        names.name(cur, False)
        return True
    return False


def _over(cur: Cursor) -> bool:
    start = cur.at
    cur.skip("stop", "semi")
    if cur.sees("end"):
        return True
    cur.at = start
    return False


def _term(cur: Cursor) -> Operation:
    start = cur.at
    if (day := _date(cur)) is not None:
        return ops.EntersIntoForce(date=day)
    cur.at = start
    days = _days(cur)
    if cur.take("adoption"):
        if days:
            raise Unread("bad_term")
        return ops.EntersIntoForce(from_="adoption")
    if not cur.take("publication") or not 0 <= days <= _MOST_DAYS:
        raise Unread("bad_term")
    return ops.EntersIntoForce(days_after_publication=days)


def _days(cur: Cursor) -> int:
    """The days said before „објавувањето“: „осмиот ден од денот на“ 8, „наредниот ден“ 1, „со денот на“ 0."""
    if cur.take("next_day"):
        days = 1
    else:
        cur.take("in", "of", "after")
        cur.take("day")
        counted = cur.take("ord", "card", "num")
        if counted is None and cur.take("with"):
            counted = cur.take("ord")
        days = int(counted.value) if counted is not None and str(counted.value).isdigit() else 0
        if counted is not None and counted.name == "num" and not days:
            raise Unread("bad_term")
        cur.take("day")
    _since(cur)
    return days


def _since(cur: Cursor) -> None:
    """„од денот на“, „по денот на нејзиното“: words between the count and the event."""
    for _ in range(6):
        if not (cur.take("since", "of", "with", "after", "day", "in") or _possessive(cur)):
            return


def _possessive(cur: Cursor) -> bool:
    one = cur.peek()
    if one.name == "word" and one.token.fold in ("неговото", "нејзиното", "saj", "tij"):
        cur.at += 1
        return True
    return False


def _gazette(cur: Cursor) -> None:
    """„во „Службен гласник на Општина Куманово““, in quotation marks or not."""
    start = cur.at
    if not cur.take("in"):
        return
    bare = cur.take("gazette")
    if one := cur.take("quote"):
        if bare or _is_gazette(cur.quoted(one)):
            _owner(cur)
            return
    elif bare:
        _owner(cur)
        return
    cur.at = start


def _is_gazette(told: str) -> bool:
    low = told.lower()
    return any(word in low for word in ("гласник", "весник", "gazet", "fletor"))


def _owner(cur: Cursor) -> None:
    """„на Општина Куманово“ behind a gazette's name."""
    if not cur.take("of"):
        return
    for _ in range(8):
        if cur.peek().name not in ("word", "of") or (cur.peek().name == "of" and cur.peek(1).name != "word"):
            return
        cur.at += 1


def _published(cur: Cursor) -> bool:
    """„ќе се објави во „Службен гласник““: says nothing about the amended text."""
    start = cur.at
    if cur.take("own"):
        _gazette(cur)
        if _over(cur) or cur.sees("comma") or cur.sees("but") or cur.sees("and"):
            return True
    cur.at = start
    return False


def applies(cur: Cursor) -> list[Operation] | None:
    """„ќе се применува од 1.1.2027, освен членот 7, кој ќе се применува од 1.7.2027“."""
    if not cur.take("apply"):
        return None
    day = _from(cur)
    result: list[Operation] = []
    excepted: tuple[str, ...] = ()
    start = cur.at
    cur.take("comma")
    if cur.take("except"):
        cur.take("in")
        found = place(cur, Context())
        if found is None:
            raise Unread("ambiguous_place")
        paths = tuple(spell(path) for path in found.paths)
        own = _own_day(cur)
        if own:
            result = [ops.AppliesFrom(target=path, date=own) for path in paths]
        else:
            excepted = paths
    else:
        cur.at = start
    return [ops.AppliesFrom(date=day, except_=excepted), *result]


def _own_day(cur: Cursor) -> str:
    start = cur.at
    cur.take("comma")
    cur.take("which")
    if cur.take("apply"):
        return _from(cur)
    cur.at = start
    return ""


def _from(cur: Cursor) -> str:
    """„од 1 јануари 2027 година“, „duke filluar nga data 1.1.2027“."""
    for _ in range(6):
        one = cur.peek()
        if one.name in ("of", "since", "in", "day", "with") or (
            one.name in ("word", "words")
            and one.token.fold
            in ("duke", "filluar", "почнувајќи", "почнувајки", "data", "daten", "dates", "датум", "me")
        ):
            cur.at += 1
    day = _date(cur)
    if day is None:
        raise Unread("bad_date")
    return day


def applies_alone(cur: Cursor, ctx: Context) -> list[Operation] | None:
    """„Членот 7 ќе се применува од …“, „Оваа одлука ќе се применува од …“."""
    if not cur.has("apply") or cur.has(*_AMENDING):
        return None
    if subject(cur):
        result = applies(cur)
        return result if result is not None and _over(cur) else None
    found = place(cur, Context())
    if found is None:
        return None
    if cur.take("of") and not cur.take("this_act"):
        return None
    if not cur.take("apply"):
        return None
    day = _from(cur)
    return [ops.AppliesFrom(target=spell(path), date=day) for path in found.paths] if _over(cur) else None


def _date(cur: Cursor) -> str | None:
    """A date in numbers or words as ISO; None where none stands."""
    start = cur.at
    cur.take("in", "of", "with")
    if one := cur.take("date"):
        day, month, year = (int(bit) for bit in one.token.text.replace(" ", "").split("."))
    else:
        first = cur.take("num", "ord", "card")
        if first is not None:
            cur.take("stop")
        named = cur.take("month")
        last = cur.take("num")
        if first is None or named is None or last is None or not str(last.value).isdigit():
            cur.at = start
            return None
        day, month, year = (
            int(str(first.value).split(".")[0].split("-")[0]),
            int(named.value),
            int(last.value),
        )
    if cur.take("stop") and cur.sees("end"):
        cur.at -= 1
    cur.take("year")
    if cur.sees("stop") and cur.peek(1).name != "end":
        cur.take("stop")
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        raise Unread("bad_date") from None


# Acts that go


def lapses(cur: Cursor, ctx: Context) -> list[Operation] | None:
    """„престанува да важи Одлуката …“, „Одлуката … се става вон сила“, „СЕ УКИНУВА членот 5 од …“."""
    if not cur.has(*_UNIT_VERBS):
        return None
    _on_force(cur)
    verb = cur.take(*_UNIT_VERBS)
    start = cur.at
    found = place(cur, ctx)
    acts: list[str] = []
    if found is not None:
        if cur.take("of") and not cur.take("this_act"):
            acts = names.several(cur)
    elif cur.sees("act"):
        acts = names.several(cur)
    else:
        cur.at = start
        return None
    cur.take("comma")
    _on_force(cur)
    if verb is None:
        verb = cur.take(*_UNIT_VERBS)
        cur.take("comma")
        _on_force(cur)
    if verb is None or not _over(cur):
        return None
    if verb.name == "quash" and not ctx.quashes:
        raise Unread("ambiguous_verb")
    from_ = "publication" if verb.name == "quash" else ""
    effect = "from_start" if verb.name == "annul" else ""
    if found is None:
        return [ops.RepealAct(act=_whole(one), from_=from_, effect=effect) for one in acts]
    if len(acts) > 1:
        raise Unread("ambiguous_act")
    if not acts:
        ctx.settled(found.paths)
    act = _whole(acts[0]) if acts else ""
    return [ops.Repeal(target=spell(path), act=act, from_=from_, effect=effect) for path in found.paths]


def _whole(name: str) -> str:
    """The name; empty where the bare noun („Одлуката“) can only be the act amended."""
    return name if " " in name else ""


def _on_force(cur: Cursor) -> None:
    if cur.take("on_force"):
        for _ in range(3):
            if cur.sees("act") and cur.peek(1).name in (*_UNIT_VERBS, "comma", "stop", "end"):
                cur.at += 1
            cur.take("comma")


# Corrections and appointments


def instead(cur: Cursor, ctx: Context) -> list[Operation] | None:
    """„наместо „50“ треба да стои „500““; „наместо А. Б. се именува В. Г.“."""
    if not cur.has("instead"):
        return None
    clause = Clause(cur, ctx)
    clause.mark()
    clause.named()
    result: list[Operation] = []
    while True:
        found = place(cur, ctx)
        if found is not None:
            ctx.settled(found.paths)
            clause.of_act()
            clause.at(found)
            ctx.scope = found.paths
            cur.take("comma")
        clause.often()
        if not cur.take("instead"):
            return None if not result else _left()
        result += _swapped(cur, clause)
        if _over(cur):
            return result
        cur.take("comma", "semi")
        cur.take("and", "but")


def _left() -> list[Operation]:
    raise Unread("words_left")


def _swapped(cur: Cursor, clause: Clause) -> list[Operation]:
    cur.take("colon")
    old = quoted(cur)
    where = clause.here()
    if old is None:
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
    clause.often()
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


# Provisions of the amending act itself


def own(cur: Cursor) -> bool:
    """Whether the sentence belongs to the amending act: it has words of a transitional provision and none
    that amend."""
    return cur.has("own") and not cur.has(*_AMENDING, "open_quote")
