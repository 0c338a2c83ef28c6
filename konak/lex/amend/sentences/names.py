"""Names of acts as printed, with their gazettes: „Одлуката за А („Службен гласник …“ бр. 3/2015)“."""

import re

from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.reasons import Unread

_VERBS = frozenset(("replace", "delete", "add", "change", "reads", "become", "lapse", "quash", "annul", "force",
                    "apply", "changes", "on_force", "instead", "own", "appoint", "should"))  # fmt: skip
_LINKS = frozenset(("за", "на", "per", "i", "e", "te", "se", "mbi"))
_NUMBER_WORDS = frozenset(("бр", "број", "nr", "numer"))
_NEVER = frozenset(("не", "нема", "ако", "доколку", "nuk", "nese", "mos"))
_OPENERS = frozenset(
    (
        "in",
        "after",
        "before",
        "words",
        "at_end",
        "instead",
        "changes",
        "all_text",
        "unit",
        "old",
        "ord",
        "except",
    )
)


def name(cur: Cursor, leading: bool) -> str:
    """The name that begins at an act's noun here: „за А“ or „на А“, then number and day, then brackets with
    gazettes, as far as they stand. `leading` where a place of that act follows, as in „Во Одлуката за А (…),
    во членот 4 …“."""
    start = cur.at
    cur.at += 1
    if cur.peek().token.fold in _LINKS:
        _subject(cur, leading)
    _number(cur)
    while cur.take("open"):
        _brackets(cur)
    if any(one.token.fold in _NEVER for one in cur.found[start : cur.at]):
        raise Unread("words_left")
    return cur.printed(start, cur.at)


def _subject(cur: Cursor, leading: bool) -> None:
    """What the act is about: any words up to its number, its brackets, or what is done to it."""
    while not (cur.sees("open") or _numbers(cur) or _over(cur, leading)):
        if cur.sees("and", "act") or cur.sees("comma", "act"):
            raise Unread("ambiguous_act")
        cur.at += 1


def _numbers(cur: Cursor) -> bool:
    return cur.sees("file") or cur.peek().token.fold in _NUMBER_WORDS


def _number(cur: Cursor) -> None:
    """„бр. 09-123/4 од 12.3.2025 година“."""
    if not _numbers(cur):
        return
    if not cur.sees("file"):
        cur.at += 1
        cur.take("stop")
    cur.need("ambiguous_act", "file", "num")
    start = cur.at
    cur.skip("of")
    if cur.peek().token.fold in ("dates", "date", "data"):
        cur.at += 1
    if not cur.take("date"):
        cur.at = start
        return
    if cur.take("year") and cur.sees("stop") and cur.peek(1).name != "end":
        cur.at += 1


def _over(cur: Cursor, leading: bool) -> bool:
    one = cur.peek()
    if one.name in ("end", "colon") or one.name in _VERBS:
        return True
    if one.name == "stop":
        return cur.peek(1).name == "end"
    if one.name == "comma":
        return _opens(cur, 1) if leading else cur.peek(1).name in ("but", "on_force")
    if not leading or one.name == "ord":
        return False
    return _numbered(cur, 0) if one.name == "unit" else _opens(cur, 0)


def _opens(cur: Cursor, ahead: int) -> bool:
    """Whether a place or an object begins `ahead`."""
    one = cur.peek(ahead)
    if one.name in ("in", "after", "before"):
        beyond = cur.peek(ahead + 1)
        return beyond.name in (
            "unit",
            "words",
            "all_text",
            "every_art",
            "ord",
            "same",
            "old",
            "quote",
            "sign",
        )
    if one.name == "words":
        return cur.peek(ahead + 1).name in ("quote", "colon", "num")
    if one.name == "unit":
        return _numbered(cur, ahead) or one.value in ("preamble", "intro", "heading")
    return one.name in _OPENERS


def _numbered(cur: Cursor, ahead: int) -> bool:
    one, beyond = cur.peek(ahead), cur.peek(ahead + 1)
    return one.name == "unit" and (
        beyond.name in ("num", "roman")
        or (beyond.name == "open" and cur.peek(ahead + 2).name in ("num", "roman"))
    )


def _brackets(cur: Cursor) -> None:
    depth = 1
    while depth and not cur.sees("end"):
        one = cur.peek()
        depth += (one.name == "open") - (one.name == "close")
        cur.at += 1


def several(cur: Cursor) -> list[str]:
    """The names of one or more acts, joined by commas and „и“."""
    found: list[str] = []
    while True:
        if not cur.sees("act"):
            raise Unread("no_place" if not found else "ambiguous_act")
        found.append(name(cur, False))
        if not (cur.sees("and", "act") or cur.sees("comma", "act")):
            return found
        cur.at += 1


_ASIDE = re.compile(r"\([^()]*\)|\s(?:бр|број|nr|numër)\.?\s.*|[,.„“”\"]", re.IGNORECASE)


def other(name: str, title: str) -> bool:
    """Whether an act's name surely is not that of the act in the title („за изменување на Одлуката за А“). The
    noun itself is left out, since it is declined; a title or a name that is cut short is no other."""
    said, told = _plain(name)[1:], _plain(title)
    if not said or not told:
        return False
    places = [place for place, word in enumerate(told) if word == said[0]]
    return not any(_starts(said, told[place:]) for place in places)


def _plain(told: str) -> list[str]:
    return [word for word in _ASIDE.sub(" ", told).lower().split() if word not in ("i", "e", "të", "së")]


def _starts(one: list[str], two: list[str]) -> bool:
    size = min(len(one), len(two))
    return one[:size] == two[:size]
