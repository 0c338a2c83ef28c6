"""Sentences about the amending act itself: its force, its application, its own provisions."""

from datetime import date

from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences import names
from konak.lex.amend.sentences.context import Context, spell
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.places import place
from konak.lex.amend.sentences.reasons import Unread

_AMENDING = ("replace", "delete", "add", "change", "reads", "become", "lapse", "quash", "annul", "force",
             "instead", "changes", "at_end")  # fmt: skip
_HEADS = frozenset(("одредбите", "одредбата", "dispozitat", "dispozita"))
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
    while not cur.over():
        cur.take("comma")
        cur.take("and", "but")
        more = cur.attempt(lambda: _apart(cur)) or applies(cur)
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
        before = cur.peek(-1).name == "day"
        counted = cur.take("ord", "card", "num")
        days = int(counted.value) if counted is not None and str(counted.value).isdigit() else 0
        after = cur.take("day") is not None
        if counted is not None and not (days and (after or (before and counted.name == "ord"))):
            raise Unread("bad_term")
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
        if cur.over() or cur.sees("comma") or cur.sees("but") or cur.sees("and"):
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


def _apart(cur: Cursor) -> list[Operation] | None:
    """„освен членот 5, кој ќе се применува од …“, „а одредбите на членот 5 ќе се применуваат од …“."""
    cur.take("except")
    paths = _provisions(cur)
    day = _own_day(cur) if paths else ""
    return [ops.AppliesFrom(target=path, date=day) for path in paths] if day else None


def _provisions(cur: Cursor) -> tuple[str, ...]:
    """„членот 7“, „одредбите од членовите 7 и 8 на оваа одлука“: units of the amending act itself."""
    if cur.peek().token.fold in _HEADS and cur.peek(1).name == "of":
        cur.at += 2
    found = place(cur, Context())
    if found is None:
        return ()
    start = cur.at
    if cur.take("of") and not cur.take("this_act"):
        cur.at = start
    return tuple(spell(path) for path in found.paths)


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
        return result if result is not None and cur.over() else None
    paths = _provisions(cur)
    if not paths or not cur.take("apply"):
        return None
    day = _from(cur)
    return [ops.AppliesFrom(target=path, date=day) for path in paths] if cur.over() else None


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


# Provisions of the amending act itself


def own(cur: Cursor) -> bool:
    """Whether the sentence belongs to the amending act: it has words of a transitional provision and none
    that amend."""
    return cur.has("own") and not cur.has(*_AMENDING, "open_quote")
