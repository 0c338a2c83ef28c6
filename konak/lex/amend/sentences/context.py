"""What earlier sentences left: the place that a later one inherits, and the numbers that they changed."""

from dataclasses import dataclass, field

from konak.lex.amend.sentences.reasons import Unread

Step = tuple[str, str]
Path = tuple[Step, ...]

# A unit inherits those steps of the place before that stand higher than itself.
RANK = {"act": 0, "title": 0, "preamble": 0, "annex": 0, "part": 1, "chp": 2, "sec": 3, "art": 4, "item": 4,
        "tariff": 4, "table": 5, "para": 5, "heading": 5, "row": 6, "point": 6, "sub": 7, "indent": 8,
        "sent": 9, "intro": 9}  # fmt: skip
SAME = "="  # the key of „истиот“ until the place before is looked up
_TOP = 4  # ranks up to this stand alone


def spell(path: Path) -> str:
    """The address: `art:3/para:2`; steps without a number (`title`, `heading`) have no colon."""
    return "/".join(f"{name}:{key}" if key else name for name, key in path)


@dataclass(slots=True)
class Context:
    """`scope` are the places of the last clause, `head` the place that a list's entries stand under, `deeper`
    whether an entry of it was read before, `fresh` whether the present sentence has named no place yet. Of the
    amending act: `items` (instead of articles), `quashes` (a court may speak), `corrects` (an исправка), and
    its `title` where that names the act amended."""

    scope: tuple[Path, ...] = ()
    head: tuple[Path, ...] = ()
    fresh: bool = True
    deeper: bool = False
    items: bool = False
    quashes: bool = True
    title: str = ""
    corrects: bool = False
    renumbered: dict[tuple[Path, str], set[str]] = field(default_factory=dict)
    pending: dict[tuple[Path, str], set[str]] = field(default_factory=dict)

    def begin(self) -> None:
        """A new sentence begins: what the one before renumbered is settled."""
        for key, numbers in self.pending.items():
            self.renumbered.setdefault(key, set()).update(numbers)
        self.pending.clear()
        self.fresh = True

    def forget(self) -> None:
        """No place is inherited after this sentence."""
        self.scope, self.head = (), ()

    def full(self, path: Path) -> Path:
        """The path from the top; steps above the first are inherited."""
        path = _shortened(path)
        name, key = path[0]
        rank = RANK[name]
        if key == SAME:
            return (*self._same(name), *path[1:])
        if rank <= _TOP:
            self.head = ()
            return path
        parents = () if name == "table" and self.fresh and not self.head else self._parents(name, rank)
        if name == "row" and not any(step == "table" for step, _ in parents):
            parents = (*parents, ("table", "1"))
        if not parents and name != "table":
            raise Unread("no_place")
        return (*parents, *path)

    def _same(self, name: str) -> Path:
        """The place before, down to its unit of that name."""
        found = set()
        for one in self.scope or self.head:
            names = [step for step, _ in one]
            found.add(one[: names.index(name) + 1] if name in names else ())
        if len(found) != 1 or () in found:
            raise Unread("ambiguous_place" if self.scope else "no_place")
        return found.pop()

    def _parents(self, name: str, rank: int) -> Path:
        found = {tuple(step for step in one if RANK[step[0]] < rank) for one in self.head or self.scope}
        if len(found) > 1:
            raise Unread("ambiguous_place")
        if self.head and self.deeper and self.scope != self.head:
            return self._in_list(found.pop() if found else (), rank)
        return found.pop() if found else ()

    def _in_list(self, head: Path, rank: int) -> Path:
        """An entry of a list stands under the list's head; where the entry before named a unit between the
        two, either could be meant."""
        between = {tuple(step for step in one if RANK[step[0]] < rank) for one in self.scope}
        if between - {head} and any(len(one) > len(head) for one in between):
            raise Unread("ambiguous_place")
        return head

    def settled(self, paths: tuple[Path, ...]) -> tuple[Path, ...]:
        """The paths, where no earlier sentence of the same act renumbered a unit on the way to them."""
        for path in paths:
            for depth, (name, key) in enumerate(path):
                if key in self.renumbered.get((path[:depth], name), ()):
                    raise Unread("renumbered_before")
        return paths

    def renumber(self, path: Path, to: str) -> None:
        """Keep that the unit at `path` bears another number from now on."""
        name, key = path[-1]
        self.pending.setdefault((path[:-1], name), set()).update((key, to))


def _shortened(path: Path) -> Path:
    """Articles are numbered through an act: divisions above them are left out."""
    places = [place for place, (name, _) in enumerate(path) if name == "art"]
    if places and path[0][0] in ("part", "chp", "sec"):
        return path[places[0] :]
    return path
