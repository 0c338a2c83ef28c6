"""Clauses about words inside a unit: replaced, added before or after others, deleted; and about its end."""

from dataclasses import dataclass

from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences.context import Path, spell
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.reasons import Unread

_GLUED = ",.;:)"
_JOINTS = ("и", "или", "dhe", "ose")


@dataclass(frozen=True, slots=True)
class Where:
    """Where words are changed: addresses, and how often."""

    targets: tuple[str, ...]
    all: bool = False
    count: int | None = None
    except_: tuple[str, ...] = ()
    correction: bool = False
    act: str = ""

    def often(self, counted: int | None) -> "Where":
        """The same place, with „на двете места“ (2) or „на сите места“ (0) said."""
        if counted is None:
            return self
        if self.count is not None:
            raise Unread("count_mismatch")
        return Where(self.targets, True, counted or None, self.except_, self.correction, self.act)


def times(cur: Cursor) -> int | None:
    """„на двете места“ as 2, „на сите места“ as 0; None where nothing of the kind stands."""
    one = cur.take("all_places")
    return None if one is None else int(one.value or 0)


def named(cur: Cursor) -> list[str] | None:
    """As `quoted`, introduced by its kind („зборот“, „износот“): „Членот 7 „Надзор“ се брише“ deletes no
    words."""
    if not (cur.sees("words") or (cur.unit() == "sent" and cur.peek(1).name in ("quote", "colon"))):
        return None
    return quoted(cur)


def quoted(cur: Cursor, most: int = 0) -> list[str] | None:
    """Words in quotation marks: „зборовите „А“ и „Б““, „бројот „5“ и зборот „пет““, „бројот 10“. Behind `most`
    of them others may begin a further clause; where they do not, they are too many."""
    found: list[str] = []
    while True:
        start = cur.at
        if most and len(found) >= most and not _begins_clause(cur):
            raise Unread("count_mismatch")
        if most and len(found) >= most:
            break
        if found:
            joint = cur.take("comma", "and", "respectively")
            if joint is None:
                break
            cur.take("and", "respectively")
        named = _kinds(cur)
        cur.take("colon")
        if one := cur.take("quote"):
            text = cur.quoted(one)
            if not text:
                raise Unread("no_content")
            found.append(text)
            continue
        if named and not found and (number := _plain_number(cur)):
            found.append(number)
            break
        cur.at = start
        break
    return found or None


def _begins_clause(cur: Cursor) -> bool:
    """Whether no further quoted words follow, or such as have a verb of their own."""
    start = cur.at
    cur.take("comma", "and", "respectively")
    cur.take("and", "respectively")
    more = cur.at > start and quoted(cur) is not None
    own = cur.peek().name in ("replace", "delete", "with", "all_places", "at_end", "in")
    cur.at = start
    return own or not more


def _kinds(cur: Cursor) -> bool:
    start = cur.at
    named = _kind(cur)
    while named and cur.take("and", "respectively"):
        if not _kind(cur):
            cur.at = start
            return _kind(cur)
    return named


def _kind(cur: Cursor) -> bool:
    if cur.take("words"):
        cur.take("new")
        if cur.sees("of", "quote"):
            cur.at += 1
        return True
    if cur.unit() == "sent" and cur.peek(1).name in ("quote", "colon"):
        cur.at += 1
        return True
    return False


def _plain_number(cur: Cursor) -> str:
    one = cur.peek()
    if one.name not in ("num", "date") or cur.peek(1).name in (
        "close",
        "words",
        "word",
        "year",
        "month",
        "unit",
    ):
        return ""
    cur.at += 1
    return one.token.text


def sign(cur: Cursor) -> str:
    """A punctuation mark by its name, or quoted („знакот „;““); empty where none stands."""
    start = cur.at
    units = ("new", "num", "roman")  # „две точки 3-а и 3-б“
    if cur.sees("sign") and cur.peek(1).name not in units:
        cur.at += 1
        return str(cur.peek(-1).value)
    if cur.unit() == "point":
        cur.at += 1
        if cur.peek().name in ("num", "roman", "open", "ord") or cur.peek(1).name == "close":
            cur.at = start
            return ""
        return "."
    if cur.peek().name == "words" and cur.peek(1).name == "quote":
        text = cur.quoted(cur.peek(1))
        joins = cur.peek().value == "conjunction" or (text in _JOINTS and cur.peek(2).name == "at_end")
        if joins or (text and all(one in ".,;:-–" for one in text)):
            cur.at += 2
            return text
    return ""


def glued(before: str, words: str) -> str:
    """A sign and the words behind it."""
    return before + words if words[:1] in _GLUED else f"{before} {words}"


def replaced(where: Where, old: list[str], new: list[str]) -> list[Operation]:
    """Paired in order; one new text may stand for every old one."""
    if len(new) == 1:
        new = new * len(old)
    if len(old) != len(new):
        raise Unread("count_mismatch")
    if any(one == two for one, two in zip(old, new, strict=True)):
        raise Unread("no_operation")
    return [
        ops.ReplaceWords(target=target, old=one, new=two, all=where.all, count=where.count,
                         except_=where.except_, correction=where.correction, act=where.act)
        for target in where.targets
        for one, two in zip(old, new, strict=True)
    ]  # fmt: skip


def deleted(where: Where, old: list[str]) -> list[Operation]:
    """The words go."""
    return [
        ops.DeleteWords(target=target, old=one, all=where.all, count=where.count, except_=where.except_,
                        correction=where.correction, act=where.act)
        for target in where.targets
        for one in old
    ]  # fmt: skip


def inserted(where: Where, mode: str, anchors: list[str], new: str) -> list[Operation]:
    """The words come after or before each anchor."""
    kind = ops.InsertWordsAfter if mode == "after" else ops.InsertWordsBefore
    return [
        kind(target=target, anchor=anchor, new=new, all=where.all, count=where.count, except_=where.except_,
             correction=where.correction, act=where.act)
        for target in where.targets
        for anchor in anchors
    ]  # fmt: skip


def addition(cur: Cursor) -> str | None:
    """After „се става“ or „се додава“: „запирка и се додаваат зборовите „А““ is `, А`; the words alone `А`."""
    mark = sign(cur)
    if mark:
        start = cur.at
        if not (cur.take("and") and (cur.take("add") or cur.sees("words") or cur.sees("quote"))):
            cur.at = start
            return mark
        words = quoted(cur, 1)
        if not words or len(words) != 1:
            raise Unread("count_mismatch")
        return glued(mark, words[0])
    words = quoted(cur, 1)
    if not words:
        return None
    if len(words) != 1:
        raise Unread("count_mismatch")
    return words[0]


# The end of a unit


def suffix(told: str) -> str:
    """A sign as it follows a word, or a word behind a space."""
    return told if told[:1] in _GLUED else f" {told}"


def ended(cur: Cursor, paths: tuple[Path, ...], old: str) -> list[Operation]:
    """The sign or word `old` at the end of the units „се заменува со …“ or „се брише“."""
    new: str | None = None
    if cur.take("replace"):
        cur.need("no_operation", "with")
        new = ending(cur)
    elif cur.take("delete"):
        new = added_behind(cur)
    else:
        raise Unread("no_operation")
    return [ops.ReplaceEnd(target=spell(path), old=suffix(old), new=new) for path in paths]


def added_behind(cur: Cursor) -> str:
    """„се брише и се додаваат зборовите „А““: what comes instead of the sign that went; empty where nothing."""
    start = cur.at
    if cur.take("comma", "and") is not None and (cur.take("and"), cur.take("add"))[1]:
        return suffix(addition(cur) or _fail())
    cur.at = start
    return ""


def closed(paths: tuple[Path, ...], old: str) -> list[Operation]:
    """The sign or word at the end goes."""
    return [ops.ReplaceEnd(target=spell(path), old=suffix(old), new="") for path in paths]


def _fail() -> str:
    raise Unread("no_content")


def ending(cur: Cursor) -> str:
    """The sign or word that comes at an end, with words added behind it where they are said."""
    mark = sign(cur)
    if not mark:
        words = quoted(cur)
        if not words or len(words) != 1:
            raise Unread("no_content")
        return suffix(words[0])
    start = cur.at
    cur.take("comma")
    if cur.take("and") and (cur.take("add") or cur.sees("words") or cur.sees("quote")):
        words = quoted(cur, 1)
        if words:
            return suffix(glued(mark, words[0]))
    cur.at = start
    return suffix(mark)


def appended(cur: Cursor, paths: tuple[Path, ...]) -> list[Operation] | None:
    """„на крајот се додава знакот „;““: a sign added to the end. Words added there are not told from words
    before the full stop, so they ask."""
    mark = sign(cur)
    if not mark:
        if cur.unit() != "sent" and quoted(cur):
            raise Unread("ambiguous_end")
        return None
    if cur.sees("and", "add") or cur.sees("and", "words"):
        cur.at += 1
        cur.take("add")
        words = quoted(cur)
        if not words or len(words) != 1:
            raise Unread("count_mismatch")
        mark = glued(mark, words[0])
    return [ops.ReplaceEnd(target=spell(path), old="", new=suffix(mark)) for path in paths]
