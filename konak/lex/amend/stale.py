"""References inside an act that its amendments made stale: „став 3 на овој член“ where paragraph 3 went.

They are reported with their place and words, never repaired. Words that the same amending act brought are
written for the new numbering and are not looked at; references to other acts are not ours.
"""

import re
from collections.abc import Callable, Iterator
from itertools import pairwise
from typing import NamedTuple

from konak.lex import letters, tree
from konak.lex.amend.text import DIVISIONS, Node, Passage, Text
from konak.lex.tree import STEP, Unit

# The number behind the word of an article, and what shows that more than this number is meant.
_QUICK = {"mk": re.compile(r"лен[^\W\d]{0,6}\s?\(?(\d+)(\)?(?:\s?[-–]|,\s|\sи\s|\sдо\s|\sили\s))?"),
          "sq": re.compile(r"en\w{1,3}\s\(?(\d+)(\)?(?:\s?[-–]|,\s|\sdhe\s|\sderi\s|\sose\s))?")}  # fmt: skip
_STEM = {"mk": "лен", "sq": "en"}
_ALSO = {"mk": ("чл.", "Ч"), "sq": ("NEN",)}
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
    touched = {_number_of(path) for path in moved | gone}
    for at in _looked_at(text, touched):
        own = ""
        for start, end, chain in _chains(at.words, text.lang):
            own = own or at.path(text.path)
            for path in _paths(chain, text.lang, own, text.articled):
                if (reason := _reason(path, moved, gone)) and not at.is_new(text, start, end):
                    here = at.path(text.path_now)
                    found.append(Stale(here, start, end, at.words[start:end], path, reason))
    return tuple(found)


def _number_of(path: str) -> str:
    """The number at the head of a path, as its unit bears it: `art:5x2/para:1` is in an article 5."""
    return path.partition("/")[0].partition(":")[2].partition("x")[0]


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


class _Words(NamedTuple):
    """Words of the new text: the node that holds them, and for a unit that nothing touched the steps below
    that node."""

    words: str
    node: Node
    field: str = "text"
    above: tuple[Unit, ...] = ()

    def path(self, of: Callable[[Node], str]) -> str:
        steps = [of(self.node)]
        for parent, child in pairwise((self.node.unit, *self.above)):
            place = next(at for at, one in enumerate(parent.children) if one is child)
            steps.append(f"{STEP[child.kind]}:{tree.keys(parent.children)[place]}")
        return "/".join(steps)

    def is_new(self, text: Text, start: int, end: int) -> bool:
        return not self.above and text.is_new(Passage(self.node, self.field), start, end)


def _looked_at(text: Text, touched: set[str]) -> Iterator[_Words]:
    """Words of the base text that may refer to what changed, in order of print: in articles where a number went
    or changed any reference, elsewhere one that names such an article."""
    for root in text.roots():
        yield from _node(text, root, touched)


def _node(text: Text, node: Node, touched: set[str]) -> Iterator[_Words]:
    for child in node.children:
        if child.fresh:
            continue
        if child.kind in DIVISIONS:
            yield from _heading(child)
            yield from _node(text, child, touched)
            continue
        near = not text.articled or child.kind != "article" or child.unit.num in touched
        if child.dirty:
            held = [*_heading(child), *_changed(child)]
        elif near or _names("\n".join(_all_words(child.unit)), text.lang, touched):
            held = [*_unit(child.unit, child, ())]
        else:
            continue
        yield from (one for one in held if near or _names(one.words.lower(), text.lang, touched))


def _heading(node: Node) -> Iterator[_Words]:
    if node.heading:
        yield _Words(node.heading, node, "heading")


def _changed(node: Node) -> Iterator[_Words]:
    if node.text and not node.fresh:
        yield _Words(node.text, node)
    for child in node.children:
        yield from _changed(child) if child.dirty else _unit(child.unit, child, ())


def _unit(unit: Unit, node: Node, above: tuple[Unit, ...]) -> Iterator[_Words]:
    if unit.text:
        yield _Words(unit.text, node, "text", above)
    for child in unit.children:
        yield from _unit(child, node, (*above, child))


def _all_words(unit: Unit) -> list[str]:
    """The words of a unit and of what it holds."""
    found = [unit.text]
    for child in unit.children:
        if child.children:
            found += _all_words(child)
        else:
            found.append(child.text)
    return found


def _names(words: str, lang: str, touched: set[str]) -> bool:
    """Whether the words may name one of these articles: a quick look that errs to yes."""
    for sign in _ALSO[lang]:
        if sign in words:
            return True
    if _STEM[lang] not in words:
        return False
    return any(found[1] in touched or found[2] for found in _QUICK[lang].finditer(words))


# References in words


def references(words: str, lang: str, own: str, articled: bool) -> Iterator[tuple[int, int, list[str]]]:
    """Every internal reference of `words` as (start, end, paths); `own` is the path of the unit they stand in."""
    for start, end, chain in _chains(words, lang):
        if paths := _paths(chain, lang, own, articled):
            yield start, end, paths


def _chains(words: str, lang: str) -> Iterator[tuple[int, int, list[re.Match[str]]]]:
    """Runs of „член 7“, „став 2“, „на овој член“ that are one reference, not to another act."""
    chain: list[re.Match[str]] = []
    for part in _PART[lang].finditer(words):
        if chain and not _joins(chain, part, words[chain[-1].end() : part.start()], lang):
            if not _FOREIGN[lang].match(words, chain[-1].end()):
                yield chain[0].start(), chain[-1].end(), chain
            chain = []
        chain.append(part)
    if chain and not _FOREIGN[lang].match(words, chain[-1].end()):
        yield chain[0].start(), chain[-1].end(), chain


def _joins(chain: list[re.Match[str]], part: re.Match[str], gap: str, lang: str) -> bool:
    last = chain[-1]
    if last["this"] or last["here"]:
        return False
    if part["this"] or part["here"]:
        return bool(_UP[lang].match(gap))
    rising = _RANK[_name(part)] < _RANK[_name(last)]
    if rising:
        return bool(_UP[lang].match(gap))
    return _name(part) != _name(last) and bool(_DOWN.match(gap))


def _name(part: re.Match[str]) -> str:
    return next(name for name in _RANK if part[name])


def _paths(chain: list[re.Match[str]], lang: str, own: str, articled: bool) -> list[str]:
    """The old paths that a run means; none where it is not clear."""
    numbered = [part for part in chain if part["n"]]
    if not numbered:
        return []
    steps = sorted(
        ((_name(part), _numbers(part["n"], lang)) for part in numbered), key=lambda one: _RANK[one[0]]
    )
    this = next((part["this"] for part in chain if part["this"]), "")
    heads = [""]
    if steps[0][0] != "art":
        heads = [_above(steps[0][0], this.lower(), own, any(part["here"] for part in chain), articled)]
        if heads[0] == "?":
            return []
    if not articled and steps[0][0] == "point" and not heads[0]:
        steps[0] = ("item", steps[0][1])
    for name, numbers in steps:
        heads = [f"{head}/{name}:{number}".lstrip("/") for head in heads for number in numbers][:_MOST]
    return heads


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
