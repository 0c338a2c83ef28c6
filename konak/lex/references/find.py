"""References anywhere in a text: laws and acts with their gazettes, places in them, places in the act itself."""

import re
from collections.abc import Iterator

from konak.lex import closing
from konak.lex.references import gazettes, names, places
from konak.lex.references.model import Reference
from konak.lex.references.places import STEPS, Place
from konak.lex.tree import Act, short, walk

_OF = re.compile(r"\s(?:од|на|i|e|të|së|nga|në)\s")
_AND = re.compile(r"\s{0,3}(?:,|,?\s(?:и|како и|dhe|si dhe|ose|или|односно|përkatësisht))\s")
_OPEN = re.compile(r"\s{0,2}\(\s?")
_CLOSED = re.compile(r"[^()]{0,60}\)")
_WHOLE = ("art", "item", "annex", "chp")


def references(act: Act, latest: int | None = None) -> tuple[Reference, ...]:
    """Every reference of an act in order of print. `latest` is the last year that has begun, for issues that
    cannot exist yet; without it the act's own day says so, where it has one."""
    if latest is None:
        day = closing.facts(act.closing, act.lang).day
        latest = day.year if day else None
    found: list[Reference] = []
    for path, text in _texts(act):
        found += parse(text, act.lang, path, latest)
    return tuple(found)


def _texts(act: Act) -> Iterator[tuple[str, str]]:
    """(path, own text) of everything that may refer to something."""
    yield "preamble", act.preamble
    yield "title", act.title
    for path, _, unit in walk(act):
        yield f"{short(path)}/heading", unit.heading
        yield short(path), unit.text


def parse(text: str, lang: str, unit: str = "", latest: int | None = None) -> tuple[Reference, ...]:
    """The references in a text that stands in `unit`. Spans never overlap."""
    return tuple(_Finder(text, lang if lang in places.START else "sq", unit, latest).all())


class _Finder:
    def __init__(self, text: str, lang: str, unit: str, latest: int | None) -> None:
        self.text, self.lang, self.unit, self.latest = text, lang, unit, latest
        self._next: dict[str, re.Match[str] | None] = {}

    def all(self) -> Iterator[Reference]:
        at = 0
        while (start := self._start(at)) is not None:
            kind, begin = start
            found = {"place": self._places, "name": self._named, "gazette": self._printed}[kind](begin)
            if found is not None:
                yield found
            at = max(found.end if found else 0, begin + 1)

    def _start(self, at: int) -> tuple[str, int] | None:
        """What begins first at or after `at`. Each of the three searches goes on from where it found."""
        for kind in ("name", "gazette", "place"):
            known = self._next.get(kind)
            if kind not in self._next or (known and known.start() < at):
                self._next[kind] = self._search(kind, at)
        begun = [(found.start(), kind) for kind, found in self._next.items() if found]
        return (min(begun)[1], min(begun)[0]) if begun else None

    def _search(self, kind: str, at: int) -> re.Match[str] | None:
        if kind == "name":
            return names.HEAD.search(self.text, at)
        if kind == "gazette":
            return gazettes.find(self.text, at)
        return places.START[self.lang].search(self.text, at)

    def _printed(self, at: int) -> Reference | None:
        """Gazettes without a name before them."""
        found, end = gazettes.take(self.text, at)
        return self._made("act", at, end, printed=found) if found else None

    def _named(self, at: int, begun: int | None = None, told: tuple[Place, ...] = ()) -> Reference | None:
        """A law or act by its name, with the gazettes in brackets after it and the places named before it."""
        head = names.HEAD.match(self.text, at)
        name = names.name_at(self.text, head) if head else None
        if name is None:
            return None
        flags = [flag for place in told for flag in place.flags]
        end, found = name.end, tuple[gazettes.Issues, ...]()
        if bracket := _OPEN.match(self.text, end):
            found, after = gazettes.take(self.text, bracket.end())
            if found:
                end = after
                closed = _CLOSED.match(self.text, end)
                end = closed.end() if closed else end
                flags += [] if closed else ["missing_bracket"]
        if not found and not name.sure:
            flags.append("name_end")
        targets = tuple(path for place in told for path in places.paths(place.steps))
        start = at if begun is None else begun
        kind = "law" if name.law else "act"
        return self._made(kind, start, end, name.text, found, targets, flags=flags)

    def _places(self, at: int) -> Reference | None:
        """Places one after another, and what they are in: a law, an act, or the act itself."""
        place = places.take(self.text, at, self.lang)
        if place is None:
            return None
        told, end = [place], place.end
        while not told[-1].relative and (more := _AND.match(self.text, end)):
            top = min(told[0].steps, key=STEPS.index)
            another = places.take(self.text, more.end(), self.lang, top)
            if another is None or another.relative or not self._alike(told[0], another):
                break
            told.append(another)
            end = another.end
        if not place.relative and (of := _OF.match(self.text, end)):
            if found := self._named(of.end(), at, tuple(told)):
                return found
            if bare := names.BARE.match(self.text, of.end()):
                targets = tuple(path for one in told for path in places.paths(one.steps))
                kind = "law" if bare["law"] else "act"
                return self._made(kind, at, bare.end(), bare[0], targets=targets, flags=["unnamed"])
        if self.text[at - 1 : at] == "(" and self.text[end - 1] == ")" and "(" not in self.text[at:end]:
            end -= 1  # it closes the bracket before the place
        return self._internal(at, end, told)

    @staticmethod
    def _alike(first: Place, second: Place) -> bool:
        """Whether two places can belong to one list: both whole, or both starting at the same step."""
        tops = [min(place.steps, key=STEPS.index) for place in (first, second)]
        return tops[0] == tops[1] or all(top in _WHOLE for top in tops)

    def _internal(self, at: int, end: int, told: list[Place]) -> Reference:
        flags = [flag for place in told for flag in place.flags]
        relative, base = told[0].relative, told[0].base
        if relative:
            above = self._pointed(relative, base)
            inner = places.paths(told[0].steps) if told[0].steps else ("",)
            targets = (
                tuple("/".join(part for part in (above, path) if part) for path in inner) if above else ()
            )
            if not above:
                flags.append("unresolved")
            return self._made("internal", at, end, targets=targets, relative=relative, base=base, flags=flags)
        result = []
        for place in map(self._of_items, told):
            top = min(place.steps, key=STEPS.index)
            above = "" if top in _WHOLE else self._above(top)
            if top not in _WHOLE:
                relative = "own"
            result += ["/".join(part for part in (above, path) if part) for path in places.paths(place.steps)]
        if relative and not self._above("indent"):
            flags.append("unresolved")
        return self._made("internal", at, end, targets=tuple(result), relative=relative, flags=flags)

    def _of_items(self, place: Place) -> Place:
        """In an act of items 1., 2. a point that is named alone is an item."""
        own = self._own()
        if own and own[0].startswith("item:") and own[0][5:].isdigit() and list(place.steps) == ["point"]:
            return place._replace(steps={"item": place.steps["point"]})
        return place

    def _own(self) -> list[str]:
        steps = self.unit.split("/")
        return steps if steps[0].partition(":")[0] in _WHOLE else []

    def _above(self, top: str) -> str:
        """The steps of this unit that stand above a step which is named without them."""
        rank = STEPS.index(top)
        known = [
            step
            for step in self._own()
            if (name := step.partition(":")[0]) in STEPS and STEPS.index(name) < rank
        ]
        return "/".join(known)

    def _pointed(self, relative: str, base: str) -> str:
        """What „овој член“ or „претходниот став“ means here; empty where it cannot be told."""
        own = self._own()
        at = next((i for i, step in enumerate(own) if step.partition(":")[0] == base), None)
        if at is None:
            return ""
        step, _, key = own[at].partition(":")
        if relative != "this":
            number = int(key) + (1 if relative == "next" else -1) if key.isdigit() else 0
            if number < 1:
                return ""
            key = str(number)
        return "/".join([*own[:at], f"{step}:{key}"])

    def _made(
        self,
        kind: str,
        start: int,
        end: int,
        name: str = "",
        printed: tuple[gazettes.Issues, ...] = (),
        targets: tuple[str, ...] = (),
        *,
        relative: str = "",
        base: str = "",
        flags: list[str] | None = None,
    ) -> Reference:
        told = (*(flags or ()), *gazettes.faults(printed, self.latest))
        text = self.text[start:end]
        return Reference(kind, name, printed, targets, relative, base, self.unit, start, end, text, told)
