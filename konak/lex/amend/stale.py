"""References inside an act that its amendments made stale: „став 3 на овој член“ where paragraph 3 went.

They are reported with their place and words, never repaired. Words that the same amending act brought are
written for the new numbering and are not looked at; references to other acts are not ours.
"""

import re
from collections.abc import Iterator
from typing import NamedTuple

from konak.lex import letters, tree
from konak.lex.amend.text import DIVISIONS, Node, Passage, Text
from konak.lex.tree import STEP, Unit

_STEMS = {"mk": ("лен", "чл.", "тав", "ст.", "очк", "лине"), "sq": ("nen", "Nen", "aragraf", "ik", "line")}
_NUM = r"\(?(?:\d{1,4}(?:-[^\W\d_]{1,2})?|[IVX]{1,6}|[^\W\d_]{1,2}(?=\)))(?!\w)\)?"
_PART = {
    "mk": re.compile(
        r"(?<!\w)(?:(?P<art>член(?:от|овите|ови)?|чл\.)|(?P<para>став(?:от|овите|ови)?|ст\.)"
        r"|(?P<sub>потточк(?:ата|ите|а|и))|(?P<point>точк(?:ата|ите|а|и)|т\.)"
        rf"|(?P<indent>алине(?:јата|јите|ите|ја|и)))\s?(?P<n>{_NUM}(?:(?:,\s|\sи\s|\sили\s|\sдо\s|\s?[-–]\s?){_NUM})*)"
        r"|(?<!\w)(?:овој|истиот)\s(?P<this>член|став)(?!\w)|(?<!\w)оваа\s(?P<here>\w{4,12})",
        re.IGNORECASE,
    ),
    "sq": re.compile(
        r"(?<!\w)(?:(?P<art>nen(?:i|it|in|et|eve|e))|(?P<para>paragraf(?:i|it|in|ët|ëve|ë))"
        r"|(?P<sub>nënpik(?:a|ës|ën|at|ave|ë))|(?P<point>pik(?:a|ës|ën|at|ave|ë))"
        rf"|(?P<indent>aline(?:ja|jës|jën|jat|jave|së|në|të|ve|a)?))\s(?P<n>{_NUM}(?:(?:,\s|\sdhe\s|\sose\s|\sderi\s|\s?[-–]\s?){_NUM})*)"
        r"|(?<!\w)këtij\s(?P<this>neni|paragrafi)(?!\w)|(?<!\w)(?:këtij|kësaj)\s(?P<here>\w{4,12})",
        re.IGNORECASE,
    ),
}  # fmt: skip
_RANK = {"art": 0, "para": 1, "point": 2, "sub": 3, "indent": 4}
_DOWN = re.compile(r",?\s\Z|\Z")
_UP = {"mk": re.compile(r"\s(?:од|на|во)\s\Z"), "sq": re.compile(r"\s(?:i|e|të|së|në|nga)\s\Z")}
_FOREIGN = {"mk": re.compile(r",?\s(?:од|на)\s[Ѐ-ЯA-Z]"), "sq": re.compile(r",?\s(?:i|e|të|së|nga)\s[A-ZÇË]")}
_RANGE = re.compile(r"\sдо\s|\sderi\s|\s?[-–]\s?(?=\d)")
_MOST = 200  # units that one range may name


class Stale(NamedTuple):
    """A reference that no longer fits: the path of the unit that holds it (as it is now), the span in that
    unit's text, the words, the old path they mean, and `renumbered` or `repealed`."""

    path: str
    start: int
    end: int
    words: str
    meant: str
    reason: str


def stale(text: Text, renumbered: tuple[tuple[str, str], ...]) -> tuple[Stale, ...]:
    """Every stale reference of the new text, in order of print."""
    moved = {old for old, _ in renumbered}
    gone = {unit.path for unit in text.gone}
    if not (moved or gone) or text.lang not in _PART:
        return ()
    found: list[Stale] = []
    for passage, own, now in _looked_at(text):
        words = text.read(passage) if isinstance(passage, Passage) else passage
        for start, end, paths in references(words, text.lang, own, text.articled):
            fresh = isinstance(passage, Passage) and text.is_new(passage, start, end)
            for path in () if fresh else paths:
                if reason := _reason(path, moved, gone):
                    found.append(Stale(now, start, end, words[start:end], path, reason))
    return tuple(found)


def _reason(path: str, moved: set[str], gone: set[str]) -> str:
    steps = path.split("/")
    ways = [steps]
    if len(steps) > 1 and steps[0].startswith(("art:", "item:")) and not steps[1].startswith("para:"):
        ways.append([steps[0], "para:1", *steps[1:]])
    for way in ways:
        heads = {"/".join(way[:size]) for size in range(1, len(way) + 1)}
        if heads & gone:
            return "repealed"
        if heads & moved:
            return "renumbered"
    return ""


# The words of the act, with the old and the new path of the unit that holds them


def _looked_at(text: Text) -> Iterator[tuple[Passage | str, str, str]]:
    stems = _STEMS[text.lang]
    for root in text.roots():
        yield from _node(text, root, stems)


def _node(text: Text, node: Node, stems: tuple[str, ...]) -> Iterator[tuple[Passage | str, str, str]]:
    for child in node.children:
        if child.fresh:
            continue
        if child.dirty or child.kind in DIVISIONS:
            for field in ("text", "heading"):
                if any(stem in getattr(child, field) for stem in stems):
                    yield Passage(child, field), text.path(child), text.path_now(child)
            yield from _node(text, child, stems)
        else:
            for steps, words in _unit(child.unit, stems):
                yield (words, "/".join(filter(None, (text.path(child), steps))),
                       "/".join(filter(None, (text.path_now(child), steps))))  # fmt: skip


def _unit(unit: Unit, stems: tuple[str, ...], above: str = "") -> Iterator[tuple[str, str]]:
    for stem in stems:
        if stem in unit.text:
            yield above, unit.text
            break
    for child in unit.children:
        for below, words in _unit(child, stems):
            step = f"{STEP[child.kind]}:{_key(unit, child)}"
            yield (f"{step}/{below}" if below else step), words


def _key(parent: Unit, child: Unit) -> str:
    place = next(at for at, one in enumerate(parent.children) if one is child)
    return tree.keys(parent.children)[place]


# References in words


def references(words: str, lang: str, own: str, articled: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Every internal reference of `words` as (start, end, paths); `own` is the path of the unit they stand in."""
    chain: list[re.Match[str]] = []
    for part in _PART[lang].finditer(words):
        if chain and not _joins(chain, part, words[chain[-1].end() : part.start()], lang):
            yield from _read(chain, words, lang, own, articled)
            chain = []
        chain.append(part)
    if chain:
        yield from _read(chain, words, lang, own, articled)


def _joins(chain: list[re.Match[str]], part: re.Match[str], gap: str, lang: str) -> bool:
    last = chain[-1]
    if last["this"] or last["here"]:
        return False
    if part["this"] or part["here"]:
        return bool(_UP[lang].match(gap))
    rising = _RANK[str(part.lastgroup and _name(part))] < _RANK[_name(last)]
    return bool(_UP[lang].match(gap) if rising else _DOWN.match(gap) and _name(part) != _name(last))


def _name(part: re.Match[str]) -> str:
    return next(name for name in _RANK if part[name])


def _read(
    chain: list[re.Match[str]], words: str, lang: str, own: str, articled: bool
) -> Iterator[tuple[int, int, list[str]]]:
    numbered = [part for part in chain if part["n"]]
    if not numbered or _FOREIGN[lang].match(words, chain[-1].end()):
        return
    steps = sorted(
        ((_name(part), _numbers(part["n"], lang)) for part in numbered), key=lambda one: _RANK[one[0]]
    )
    this = next((part["this"] for part in chain if part["this"]), "")
    heads = [""]
    if steps[0][0] != "art":
        heads = [_above(steps[0][0], this.lower(), own, any(part["here"] for part in chain), articled)]
        if heads[0] == "?":
            return
    if not articled and steps[0][0] == "point" and not heads[0]:
        steps[0] = ("item", steps[0][1])
    for name, numbers in steps:
        heads = [f"{head}/{name}:{number}".lstrip("/") for head in heads for number in numbers][:_MOST]
    yield chain[0].start(), chain[-1].end(), heads


def _above(first: str, this: str, own: str, here: bool, articled: bool) -> str:
    """The path above a reference that names no article: that of the unit it stands in; `?` where it is not
    clear what is meant."""
    steps = own.split("/")
    if not articled and first == "point" and not this:
        return ""
    if here or not steps[0].startswith(("art:", "item:")):
        return "?"
    if first == "para" or this in ("член", "neni"):
        return steps[0]
    return "/".join(steps[:2]) if this and len(steps) > 1 and steps[1].startswith("para:") else "?"


def _numbers(typed: str, lang: str) -> list[str]:
    found: list[str] = []
    for bit in re.split(r",\s|\sи\s|\sили\s|\sdhe\s|\sose\s", typed):
        ends = [_number(end, lang) for end in _RANGE.split(bit)]
        if len(ends) == 2 and all(end.isdigit() for end in ends) and 0 < int(ends[1]) - int(ends[0]) < _MOST:
            found += map(str, range(int(ends[0]), int(ends[1]) + 1))
        else:
            found += ends
    return found


def _number(typed: str, lang: str) -> str:
    text = typed.strip("() ")
    digits, dash, letter = text.partition("-")
    if dash:
        return f"{digits}-{letters.to_address(letter, lang)}"
    return text if text.isdigit() or letters.from_latin_roman(text) else letters.to_address(text, lang)
