"""Clauses about whole units: new ones, ones written anew, ones that go, ones that get another number."""

import re
from collections.abc import Mapping
from types import MappingProxyType

from konak.lex import letters
from konak.lex.amend import ops
from konak.lex.amend.operation import Operation
from konak.lex.amend.sentences import contents
from konak.lex.amend.sentences.context import RANK, Context, Path, spell
from konak.lex.amend.sentences.cursor import Cursor
from konak.lex.amend.sentences.places import Place, numbers, place
from konak.lex.amend.sentences.reasons import Unread

_SAME: Mapping[Path, str] = MappingProxyType({})
_DIVISIONS = ("part", "chp", "sec")
_EARLY = letters.MK[:5]  # behind „д“ some acts leave letters out
_PLAIN = re.compile(r"\d{1,6}\Z")
_HEADED = ("art", "part", "chp", "sec")
_HEADING_AT = {("before", "art"), *(("end", name) for name in _HEADED)}


def quotations(cur: Cursor) -> list[str]:
    """The quoted texts that follow „кој гласи:“, separated or not."""
    found: list[str] = []
    while True:
        start = cur.at
        if found:
            cur.skip("comma", "and", "semi")
        one = cur.take("quote")
        if one is None or (
            found
            and start != cur.at - 1
            and not one.token.opens
            and cur.peek().name != "stop"
            and _spent(cur)
        ):
            cur.at = start
            return found
        found.append(cur.text[one.token.inner : one.token.until])


def _spent(cur: Cursor) -> bool:
    """Whether a quotation is the object of a further clause rather than more new text."""
    return cur.peek().name not in ("end", "stop", "comma", "semi", "and", "mark", "quote")


def reads(cur: Cursor) -> bool:
    """„и гласи:“, „, кои гласат:“, „: “ before new text; true where such words, or a colon, stand."""
    start = cur.at
    cur.take("comma")
    cur.take("and")
    cur.take("which")
    found = cur.take("reads") is not None
    if found:
        cur.take("and", "comma")
        cur.take("reads")
    else:
        cur.at = start
    colon = cur.take("colon") is not None
    cur.take("dash")
    return found or colon


# New units


def added(cur: Cursor, ctx: Context, mode: str, anchor: Path) -> list[Operation]:
    """After the verb: „нов член 5-а, кој гласи: …“, to be placed `after`, `before` or at the `end` of the
    anchor."""
    cur.take("with")
    units, headed, spoken = _announced(cur)
    if headed and not units:
        return _heading_given(cur, mode, anchor, spoken)
    if not units:
        raise Unread("no_operation")
    if headed and any(name not in _HEADED for name, _ in units):
        raise Unread("words_left")
    taken = cur.attempt(lambda: _part_of(cur))
    if taken:
        if len(units) != 1 or units[0][0] != "annex" or not units[0][1]:
            raise Unread("no_content")
        return [_insert(mode, anchor, units[0], content_from=f"annex:{units[0][1]}")]
    if not reads(cur) and not cur.sees("quote"):
        if len(units) == 1 and units[0][0] in _DIVISIONS and units[0][1] and spoken:
            return _chain(mode, anchor, [contents.Written(units[0][1], spoken, "")], units)
        raise Unread("no_content")
    raws = quotations(cur)
    if not raws:
        raise Unread("no_content")
    units = contents.with_articles(_numbered(units, mode, anchor, raws), raws, cur.lang)
    if units[0][0] in _DIVISIONS and len(units) == 1:
        written = [contents.division(units[0], contents.lines(raws[0]), cur.lang)]
        if len(raws) > 1:
            raise Unread("count_mismatch")
    else:
        if spoken and units[0][0] in _DIVISIONS:
            raws = contents.with_heading(units[0], spoken, raws, cur.lang)
        written = contents.split(units, raws, cur.lang, headed and not spoken and units[0][0] == "art")
        if spoken and units[0][0] == "art":
            if written[0].heading not in (None, spoken):
                raise Unread("count_mismatch")
            written = [written[0]._replace(heading=spoken), *written[1:]]
    return _chain(mode, anchor, written, units)


def _heading_given(cur: Cursor, mode: str, anchor: Path, spoken: str) -> list[Operation]:
    """„Во членот 6 се додава наслов „А““, „Пред членот 6 се додава наслов „А““: the article or division is given
    a heading; after a unit it is nobody's."""
    if not anchor or (mode, anchor[-1][0]) not in _HEADING_AT:
        raise Unread("ambiguous_place")
    raws = [spoken] if spoken else quotations(cur) if reads(cur) or cur.sees("quote") else []
    if not raws:
        raise Unread("no_content")
    return _headings(((*anchor, ("heading", "")),), raws)


def _part_of(cur: Cursor) -> bool | None:
    cur.take("comma")
    return True if cur.take("part_of") else None


def _announced(cur: Cursor) -> tuple[list[tuple[str, str]], bool, str]:
    """The units that are announced (step, number or empty), whether with headings, and a heading said."""
    found: list[tuple[str, str]] = []
    headed, spoken = False, ""
    while True:
        start = cur.at
        if found or headed:
            joint = cur.take("comma", "and", "with")
            cur.take("and", "with")
            if joint is None:
                break
        if cur.sees("sign") and cur.peek().value == ":":
            cur.at += 1
            cur.take("new")
            keys = numbers(cur)
            if len(keys) not in (0, 2):
                raise Unread("count_mismatch")
            found += [("point", key) for key in keys or ("", "")]
            continue
        count = cur.take("card", "num") if cur.peek(1).name in ("new", "unit") else None
        new = cur.take("new")
        count = count or (cur.take("card") if new else None)
        name = cur.unit()
        if name == "heading":
            cur.at += 1
            cur.take("new")
            headed = True
            if one := cur.take("quote"):
                if spoken:
                    raise Unread("count_mismatch")
                spoken = cur.quoted(one)
            continue
        if not name or name in ("intro", "preamble"):
            cur.at = start
            break
        cur.at += 1
        cur.take("new")
        keys = numbers(cur) if name != "sent" else ()
        wanted = _count(count)
        if keys and wanted and len(keys) != wanted:
            raise Unread("count_mismatch")
        found += [(name, key) for key in keys] or [(name, "")] * (wanted or 1)
        if name in _DIVISIONS and (one := cur.take("quote")):
            spoken = cur.quoted(one)
    return found, headed, spoken


def _count(count: object) -> int:
    value = getattr(count, "value", None)
    return int(value) if isinstance(value, int) or (isinstance(value, str) and value.isdigit()) else 0


def _numbered(
    units: list[tuple[str, str]], mode: str, anchor: Path, raws: list[str]
) -> list[tuple[str, str]]:
    """Counted units without a number get the ones that follow the anchor's, where the quoted text has no
    labels of its own that say others; `contents` compares."""
    name = units[0][0]
    if any(key for _, key in units) or name in ("sent", "art", *_DIVISIONS) or not anchor:
        return units
    if name != "indent" and any(
        contents.label(name, line, "mk") for raw in raws for line in contents.lines(raw)[:1]
    ):
        return units
    if mode != "after" or anchor[-1][0] != name:
        return units
    if not _PLAIN.match(anchor[-1][1]):
        raise Unread("ambiguous_number")
    last = int(anchor[-1][1])
    return [(name, str(last + more)) for more in range(1, len(units) + 1)]


def _chain(
    mode: str, anchor: Path, written: list[contents.Written], units: list[tuple[str, str]]
) -> list[Operation]:
    """One insert for each, every one after the one before it; a division's first article at its end."""
    result: list[Operation] = []
    for (name, key), text in zip(units, written, strict=True):
        number = text.key or key
        if not number and name != "sent":
            raise Unread("ambiguous_number")
        if key and text.key and key != text.key:
            raise Unread("number_mismatch")
        result.append(_insert(mode, anchor, (name, number), text.content, text.heading))
        above = anchor if mode == "end" else anchor[:-1]
        if name in _DIVISIONS:
            mode, anchor = "end", ((name, number),)
        elif name == "sent":
            if mode == "after" and anchor[-1][1].isdigit():
                anchor = (*above, ("sent", str(int(anchor[-1][1]) + 1)))
            elif len(written) > 1 and mode == "before":
                raise Unread("ambiguous_place")
        elif name == "art":
            mode, anchor = "after", ((name, number),)
        else:
            mode, anchor = "after", (*above, (name, number))
    return result


def _insert(
    mode: str,
    anchor: Path,
    unit: tuple[str, str],
    content: str = "",
    heading: str | None = None,
    content_from: str = "",
) -> Operation:
    name, number = unit
    above = anchor[-1][0] if anchor else "act"
    if mode in ("after", "before"):
        fits = (
            above == name
            or (name in _DIVISIONS and above in ("art", *_DIVISIONS))
            or (name == "art" and above == "art")
        )
    else:
        fits = RANK[above] < RANK[name]
    if not fits or (heading is not None and name not in _HEADED):
        raise Unread("ambiguous_place")
    return ops.Insert(
        target=f"{mode} {spell(anchor) or 'act'}",
        unit=f"{name}:{number}" if number else name,
        content=content,
        heading=heading,
        content_from=content_from,
    )


# Units that are there


def repealed(paths: tuple[Path, ...], act: str = "") -> list[Operation]:
    """The units go."""
    return [ops.Repeal(target=spell(path), act=act) for path in paths]


def rewritten(
    cur: Cursor, paths: tuple[Path, ...], numbered: Mapping[Path, str] = _SAME, act: str = ""
) -> list[Operation]:
    """The units as quoted from here on; `numbered` are the new numbers under which they are printed there."""
    raws = quotations(cur)
    if not raws:
        raise Unread("no_content")
    if any(path[-1][0] in ("heading", "title") for path in paths):
        return _headings(paths, raws)
    units = [(path[-1][0], numbered.get(path, path[-1][1])) for path in paths]
    if len(units) == 1 and units[0][0] in _DIVISIONS:
        text = contents.whole_division(units[0], raws, cur.lang)
        return [ops.Replace(target=spell(paths[0]), content=text.content, heading=text.heading, act=act)]
    if any(name in _DIVISIONS or name == "table" for name, _ in units):
        raise Unread("no_operation")
    result: list[Operation] = []
    for path, text in zip(paths, contents.split(units, raws, cur.lang), strict=True):
        result.append(ops.Replace(target=spell(path), content=text.content, heading=text.heading, act=act))
    return result


def _headings(paths: tuple[Path, ...], raws: list[str]) -> list[Operation]:
    if len(paths) != 1 or len(raws) != 1 or not (told := contents.lines(raws[0])):
        raise Unread("count_mismatch")
    target = paths[0] if paths[0][-1][0] == "title" else paths[0][:-1]
    return [ops.ReplaceHeading(target=spell(target), new=" ".join(told))]


def exchanged(cur: Cursor, paths: tuple[Path, ...]) -> list[Operation]:
    """„се заменуваат со нов став 2, кој гласи: …“: the first is written anew, the others go."""
    units, headed, spoken = _announced(cur)
    if headed and not units and paths[0][-1][0] in ("heading", "title"):
        return _headings(paths, [spoken] if spoken else quotations(cur) if reads(cur) else [])
    if not units or {name for name, _ in units} != {paths[0][-1][0]} or len(units) > len(paths):
        raise Unread("count_mismatch")
    for (_, key), path in zip(units, paths, strict=False):
        if key and key != path[-1][1]:
            raise Unread("number_mismatch")
    if cur.attempt(lambda: _part_of(cur)):
        if len(paths) != len(units) or paths[0][-1][0] != "annex":
            raise Unread("no_content")
        return [ops.Replace(target=spell(path), content_from=f"annex:{path[-1][1]}") for path in paths]
    if not reads(cur):
        raise Unread("no_content")
    return [*rewritten(cur, paths[: len(units)]), *repealed(paths[len(units) :])]


def renumbered(cur: Cursor, ctx: Context, paths: tuple[Path, ...]) -> list[ops.Renumber]:
    """After „стануваат“: the new numbers, as many as there were old ones."""
    name = paths[0][-1][0]
    cur.take("new")
    if cur.unit():
        if cur.unit() != name and not (cur.unit() == "point" and name == "item"):
            raise Unread("count_mismatch")
        cur.at += 1
    keys = numbers(cur)
    if not keys:
        raise Unread("ambiguous_number")
    if (
        len(keys) != len(paths)
        or len({path[-1][0] for path in paths}) != 1
        or name in ("sent", "heading", "intro")
    ):
        raise Unread("count_mismatch")
    result: list[ops.Renumber] = []
    for path, key in zip(paths, keys, strict=True):
        ctx.renumber(path, key)
        result.append(ops.Renumber(target=spell(path), to=key))
    return result


def following(key: str) -> str:
    """The number after `key`, for a letter the letter after it; empty where there is none."""
    if key.isdigit():
        return str(int(key) + 1)
    if len(key) == 1 and key in letters.MK[:-1]:
        return letters.MK[letters.MK.index(key) + 1]
    return ""


def preceding(key: str) -> str:
    """The number before `key`: 4 for 5, 5 for 5-а, 5-а for 5-б; empty where there is none or it cannot be told."""
    number, _, letter = key.partition("-")
    if not number.isdigit() or (letter and letter not in _EARLY):
        return ""
    if not letter:
        return str(int(number) - 1) if int(number) > 1 else ""
    place = _EARLY.index(letter)
    return f"{number}-{_EARLY[place - 1]}" if place else number


def announced(cur: Cursor) -> tuple[str, bool]:
    """The kind of unit that is announced next, and whether with a number; nothing is passed."""
    start = cur.at
    try:
        found, _, _ = _announced(cur)
    finally:
        cur.at = start
    return (found[0][0], bool(found[0][1])) if found else ("", False)


def verb_first(cur: Cursor, ctx: Context, before: Place | None) -> Place | None:
    """The unit that follows its verb („се брише ставот 2“), inside the place named before the verb."""
    if before is not None:
        ctx.scope = before.paths
    return place(cur, ctx)
