"""Names of acts as printed, with their gazettes: „Одлуката за А („Службен гласник …“ бр. 3/2015)“."""

import re

from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.reasons import Unread

_VERBS = frozenset(("replace", "delete", "add", "change", "reads", "become", "lapse", "quash", "annul", "force",
                    "apply", "changes", "on_force", "instead", "own", "appoint", "should"))  # fmt: skip
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
    """The name that begins at an act's noun here. `leading` where a place of that act follows it, as in „Во
    Одлуката за А (…), во членот 4 …“; the name then ends with its brackets."""
    start = cur.at
    cur.at += 1
    whole = False
    while not _over(cur, leading, whole):
        if cur.take("open"):
            _brackets(cur)
            whole = True
            continue
        if cur.take("file"):
            whole = True
            continue
        if cur.sees("and", "act") or cur.sees("comma", "act"):
            if whole and not leading:
                break
            raise Unread("ambiguous_act")
        cur.at += 1
    return cur.printed(start, cur.at)


def _over(cur: Cursor, leading: bool, whole: bool) -> bool:
    one = cur.peek()
    if one.name in ("end", "colon") or one.name in _VERBS:
        return True
    if one.name == "stop":
        return cur.peek(1).name == "end"
    if not leading:
        return one.name == "comma" and cur.peek(1).name in ("but", "on_force")
    if one.name == "comma":
        return _opens(cur, 1)
    return one.name != "ord" and (_opens(cur, 0) if whole or one.name != "unit" else _numbered(cur, 0))


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
