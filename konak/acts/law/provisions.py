"""An act as a list of provisions, one box each: cut apart, changed one at a time, put together again.

Pure. A box is an article, an item, the heading of a chapter or a piece that stands outside of them; annexes are
left as they are. Every change is written out and read again whole: what a box would make of the others is refused.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from konak import lex
from konak.lex import Act, Unit, labels, letters
from konak.lex.references import parse
from konak.lex.tree import STEP
from konak.lex.tree import keys as tree_keys

DIVISIONS = ("part", "chapter", "section")
PROVISIONS = ("article", "item", "tariff")
_LETTERS = "абвгдѓежзѕијкл"
_ROMAN = ((10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"))
_NUM = r"(?:[IVX]+|\d+)(?:-[^\W\d_]+)?"
_NAMED = re.compile(
    r"(?<!\w)(?:член\w*|чл\.|точк\w+|nen\w*|pik\w+)\s"
    rf"{_NUM}(?:(?:,\s?|\s(?:и|или|до|dhe|ose|deri)\s|\s?[-–]\s?){_NUM})*",
    re.IGNORECASE,
)


class Unfit(ValueError):
    """A change that the text cannot take; `code` says why."""

    def __init__(self, code: str) -> None:
        super().__init__(code)
        self.code = code


@dataclass(frozen=True)
class Box:
    """One box: its place as an address, its unit, and what stands in it."""

    place: str
    unit: Unit
    lang: str

    @property
    def lines(self) -> str:
        inner = (Unit("paragraph", text=self.unit.text), *self.unit.children) if self.unit.text else None
        if self.unit.kind not in (*PROVISIONS, *DIVISIONS):
            inner = (self.unit,)
        return lex.write(Act(self.lang, body=inner or self.unit.children)).strip("\n")

    @property
    def name(self) -> str:
        """Its label as printed: „Член 5-а“; empty for a piece that only has words."""
        unit = self.unit
        return labels.printed(unit.kind, unit.num, unit.label, self.lang) if unit.num else ""

    @property
    def is_division(self) -> bool:
        return self.unit.kind in DIVISIONS

    @property
    def is_provision(self) -> bool:
        return self.unit.kind in PROVISIONS


@dataclass(frozen=True)
class Repair:
    """A reference in the text of `place` that was changed, or (`after` empty) that points nowhere."""

    place: str
    before: str
    after: str = ""


def boxes(tree: Act) -> list[Box]:
    """Everything of the body in order of print."""
    found, held = list[Box](), "\n"
    for path, _, unit in lex.walk(replace(tree, annexes=())):
        if path.startswith(f"{held}/"):
            continue
        if unit.kind in DIVISIONS:
            found.append(Box(path, replace(unit, children=()), tree.lang))
        else:
            held = path
            found.append(Box(lex.short(path), unit, tree.lang))
    return found


def rows(trees: Mapping[str, Act]) -> list[tuple[str, dict[str, Box]]]:
    """The boxes of several languages side by side, by their places."""
    order: list[str] = []
    held: dict[str, dict[str, Box]] = {}
    for lang, tree in trees.items():
        at = 0
        for box in boxes(tree):
            if box.place not in held:
                order.insert(at, box.place)
                held[box.place] = {}
            held[box.place][lang] = box
            at = order.index(box.place) + 1
    return [(place, held[place]) for place in order]


def box_at(tree: Act, place: str) -> Box | None:
    return next((box for box in boxes(tree) if box.place == place), None)


def joined(tree: Act, units: Sequence[Unit], loose: Sequence[int] = ()) -> Act:
    """The act with other boxes; `Unfit` where it would not be read as these boxes. Boxes at the places of `loose`
    must keep kind and number; what stands inside them may be grouped anew."""
    new = _read(tree, units)
    now = [box.unit for box in boxes(new)]
    if len(now) != len(units) or not all(
        (one.kind, one.num) == (meant.kind, meant.num) and (at in loose or one == meant)
        for at, (one, meant) in enumerate(zip(now, units, strict=True))
    ):
        raise Unfit("reads_apart")
    return new


def _read(tree: Act, units: Sequence[Unit]) -> Act:
    return lex.read(lex.write(replace(tree, body=tuple(units))), tree.lang)


def written(tree: Act, place: str, heading: str, lines: str) -> Act:
    """Other words in one box; it must stay one box with its number, and no other may change."""
    units, at = _placed(tree, place)
    old = units[at]
    texts = tuple(Unit("paragraph", text=line.strip()) for line in lines.splitlines() if line.strip())
    if old.kind not in PROVISIONS and old.kind not in DIVISIONS:
        return joined(tree, [*units[:at], *texts, *units[at + 1 :]])
    typed = replace(old, heading=" ".join(heading.split()), text="", children=texts)
    return joined(tree, [*units[:at], typed, *units[at + 1 :]], [at])


def added(tree: Act, place: str, *, after: bool) -> tuple[Act, str]:
    """A new empty provision beside a box, and its place."""
    units, at = _placed(tree, place)
    like = units[at] if units[at].kind in PROVISIONS else _any(units)
    number = _free(units, units[at] if units[at].kind in PROVISIONS and after else None, like)
    new = Unit(like.kind if like else "article", number, children=(Unit("paragraph", text="…"),))
    spot = at + 1 if after else at
    tree = joined(tree, [*units[:spot], new, *units[spot:]])
    return tree, boxes(tree)[spot].place


def removed(tree: Act, place: str) -> Act:
    units, at = _placed(tree, place)
    return joined(tree, [*units[:at], *units[at + 1 :]])


def split(tree: Act, place: str, line: int) -> Act:
    """From its `line`-th paragraph on (2 or more) a provision becomes a new one after it."""
    units, at = _placed(tree, place)
    unit = units[at]
    if unit.kind not in PROVISIONS or not 1 < line <= len(unit.children):
        raise Unfit("no_line")
    first = replace(unit, children=unit.children[: line - 1])
    second = Unit(unit.kind, _free(units, unit, unit), children=_counted(unit.children[line - 1 :]))
    return joined(tree, [*units[:at], first, second, *units[at + 1 :]], [at, at + 1])


def merged(tree: Act, place: str) -> Act:
    """A provision takes in the one after it; numbered paragraphs are counted on."""
    units, at = _placed(tree, place)
    if at + 1 >= len(units) or {units[at].kind, units[at + 1].kind} - set(PROVISIONS):
        raise Unfit("no_next")
    children = _counted((*units[at].children, *units[at + 1].children))
    return joined(tree, [*units[:at], replace(units[at], children=children), *units[at + 2 :]], [at])


def moved(tree: Act, place: str, by: int) -> Act:
    """A box changes places with its neighbour, above (-1) or below (1)."""
    units, at = _placed(tree, place)
    to = at + by
    if not 0 <= to < len(units):
        raise Unfit("no_next")
    units[at], units[to] = units[to], units[at]
    return joined(tree, units)


def renumbered(tree: Act, *, own: bool = True) -> tuple[Act, list[Repair]]:
    """Provisions numbered anew in their order, and every reference to them inside the act repaired. Where a
    reference cannot be repaired with certainty it stays as it is and is told without `after`. The references of an
    amending act (`own` is false) are to the act that it amends and stay."""
    old = boxes(tree)
    units, count = [], 0
    now: dict[str, str] = {}
    for box in old:
        unit = box.unit
        if box.is_provision:
            count += 1
            num = _roman(count) if unit.num[:1] in ("I", "V", "X") else str(count)
            step = box.place.rpartition(":")[0]
            now[box.place] = f"{step}:{num}"
            unit = replace(unit, num=num, label=labels.relabel(unit.kind, unit.label, num, tree.lang))
        units.append(unit)
    repairs: list[Repair] = []
    told = _references(tree) if own else {}
    new = [
        _repaired(unit, box.place, now, told, tree.lang, repairs)
        for unit, box in zip(units, old, strict=True)
    ]
    return joined(tree, new), repairs


def carried(before: Act, after: Act, how: str, place: str) -> dict[str, str]:
    """Where each box stands after the list was changed at `place`; a merged one where it went, a removed one not."""
    old, new = ([box.place for box in boxes(tree)] for tree in (before, after))
    at = old.index(place) if place in old else len(old)
    step = {"up": -1, "down": 1}.get(how, 0)

    def index(i: int) -> int:
        if step:
            return {at: at + step, at + step: at}.get(i, i)
        if how in ("merge", "remove"):
            return i - (i > at)
        return i + (i >= at if how == "before" else i > at and how != "renumber")

    return {one: new[index(i)] for i, one in enumerate(old) if (how, one) != ("remove", place)}


def nowhere(tree: Act) -> list[Repair]:
    """References inside the act that point to no provision of it."""
    return [
        Repair(lex.short(one.unit), one.text)
        for one in lex.references(tree)
        if one.kind == "internal" and any(lex.find(tree, target) is None for target in one.targets)
    ]


def _references(tree: Act) -> dict[str, list[lex.Reference]]:
    found: dict[str, list[lex.Reference]] = {}
    for one in lex.references(tree):
        if one.kind == "internal":
            found.setdefault(one.unit, []).append(one)
    return found


def _repaired(
    unit: Unit,
    place: str,
    now: Mapping[str, str],
    told: Mapping[str, list[lex.Reference]],
    lang: str,
    repairs: list[Repair],
) -> Unit:
    """The unit at `place` (its old address) with repaired words, and all it holds."""
    text = unit.text
    for one in reversed(told.get(place, [])):
        meant = tuple(_target(target, now) for target in one.targets)
        if meant == one.targets or one.relative in ("own", "this"):
            continue
        said = _NAMED.sub(lambda match: _mapped(match[0], now), one.text)
        again = parse(said, lang, _target(place, now))
        if len(again) == 1 and again[0].targets == meant:
            text = text[: one.start] + said + text[one.end :]
            repairs.append(Repair(_target(place, now), one.text, said))
        else:
            repairs.append(Repair(_target(place, now), one.text))
    keys = tree_keys(unit.children)
    children = tuple(
        _repaired(child, f"{place}/{STEP[child.kind]}:{key}", now, told, lang, repairs)
        for child, key in zip(unit.children, keys, strict=True)
    )
    return replace(unit, text=text, children=children)


def _target(target: str, now: Mapping[str, str]) -> str:
    head, slash, rest = target.partition("/")
    return f"{now.get(head, head)}{slash}{rest}"


def _mapped(words: str, now: Mapping[str, str]) -> str:
    """„членовите 3 и 5“ with the numbers that these articles bear now."""
    step = "art" if re.match(r"чл|nen", words, re.IGNORECASE) else "item"
    latin = re.match(r"nen|pik", words, re.IGNORECASE)

    def one(match: re.Match[str]) -> str:
        key = letters.to_address(match[2], "sq" if latin else "mk") if match[2] else ""
        return now.get(f"{step}:{match[1]}{'-' + key if key else ''}", f"{step}:{match[0]}").partition(":")[2]

    return re.sub(r"(?<!\w)([IVX]+|\d+)(?:-([^\W\d_]+))?(?!\w)", one, words)


def _placed(tree: Act, place: str) -> tuple[list[Unit], int]:
    found = boxes(tree)
    at = next((i for i, box in enumerate(found) if box.place == place), None)
    if at is None:
        raise Unfit("not_there")
    return [box.unit for box in found], at


def _any(units: Sequence[Unit]) -> Unit | None:
    return next((unit for unit in units if unit.kind in PROVISIONS), None)


def _free(units: Sequence[Unit], after: Unit | None, like: Unit | None) -> str:
    """A number that nobody bears: `5-а` after 5; before the first, the one after the last."""
    taken = {unit.num for unit in units if unit.kind in PROVISIONS}
    if after is None:
        count = len(taken) + 1
        roman = like is not None and like.num[:1] in ("I", "V", "X")
        numbers: Iterator[str] = (_roman(n) if roman else str(n) for n in range(count, count + 100))
    else:
        stem = after.num.partition("-")[0]
        numbers = (f"{stem}-{letter}" for letter in _LETTERS)
    free = next((number for number in numbers if number not in taken), "")
    if not free:
        raise Unfit("no_number")
    return free


def _counted(children: Sequence[Unit]) -> tuple[Unit, ...]:
    """Numbered paragraphs counted from 1 again; the others as they are."""
    if not all(child.kind == "paragraph" and child.num for child in children):
        return tuple(children)
    return tuple(replace(child, num=str(n), label="") for n, child in enumerate(children, start=1))


def _roman(number: int) -> str:
    said = ""
    for value, sign in _ROMAN:
        while number >= value:
            said, number = said + sign, number - value
    return said
