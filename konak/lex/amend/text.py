"""The working text: an act that operations change in place, made lazily from the frozen tree.

Units that nothing touches stay the very objects they were. Every list of units remembers how it stood in
the base text, so addresses keep meaning what they meant before the first operation.
"""

from collections.abc import Iterator
from dataclasses import replace
from functools import cached_property
from typing import Any, NamedTuple

from konak.lex import tree
from konak.lex.amend.address import Step
from konak.lex.amend.matching import Edit, Span, edited, same_line
from konak.lex.tree import STEP, Act, Source, Unit
from konak.lex.words import KINDS

DIVISIONS = ("part", "chapter", "section")


class Node:
    """A unit that may change. `fresh` nodes are not of the base text; `key` is then the number they were
    inserted with. `by` is the place of the operation that inserted or renumbered it."""

    __slots__ = ("_base", "_children", "by", "dirty", "fresh", "gone", "heading", "key", "label", "num", "parent",
                 "rows", "sources", "text", "unit")  # fmt: skip

    def __init__(self, unit: Unit, parent: "Node | None", fresh: bool = False, key: str = "") -> None:
        self.unit, self.parent, self.fresh, self.key = unit, parent, fresh, key
        self.num, self.heading, self.text = unit.num, unit.heading, unit.text
        self.label, self.rows, self.sources = unit.label, unit.rows, unit.sources
        self.gone = False
        self.dirty = fresh
        self.by = -1
        self._children: list[Node] | None = None
        self._base: list[tuple[str, Node]] | None = None

    @property
    def kind(self) -> str:
        return self.unit.kind

    @property
    def step(self) -> str:
        return STEP[self.unit.kind]

    @property
    def children(self) -> list["Node"]:
        """What it holds now."""
        if self._children is None:
            self._children = [Node(child, self, self.fresh) for child in self.unit.children]
        return self._children

    @property
    def base(self) -> list[tuple[str, "Node"]]:
        """What it held before, each with its key."""
        if self._base is None:
            if self._children is None:
                self._children = [Node(child, self, self.fresh) for child in self.unit.children]
            self._base = list(zip(tree.keys(self.unit.children), self._children, strict=True))
        return self._base

    def numbered(self) -> Unit:
        """A unit of the same kind and number, for counting."""
        return self.unit if self.num == self.unit.num else Unit(self.unit.kind, self.num)

    def frozen(self, held: tuple[Unit, ...] | None = None) -> Unit:
        """The unit as it stands, or with `held` as its children; the same object where nothing changed."""
        if held is None:
            if not self.dirty:
                return self.unit
            inner = self._children
            held = self.unit.children if inner is None else tuple([one.frozen() for one in inner])
        return Unit(self.unit.kind, self.num, self.heading, self.text, held, self.label, self.rows,
                    self.unit.reason, self.unit.line, self.sources)  # fmt: skip


def _holds_leaves(node: Node) -> bool:
    """Whether a node holds articles, which are read each for itself."""
    return node.parent is None or node.kind in DIVISIONS


class Passage(NamedTuple):
    """A run of words that belongs to one field: of a node (`text`, `heading`, a cell), or of the act."""

    node: Node | None
    field: str
    row: int = 0
    cell: int = 0


class Gone(NamedTuple):
    """A unit of the base text that is no longer there, by its path before."""

    path: str
    unit: Unit
    source: Source | None


class Text:
    """The act while it is amended. `place` is that of the operation at work."""

    def __init__(self, act: Act, source: Source | None, annexes: Act | None) -> None:
        self.act, self.lang, self.source, self.given = act, act.lang, source, annexes
        self.title, self.preamble, self.enacting = act.title, act.preamble, act.enacting
        self.body = Node(Unit("body", children=act.body), None)
        self.annexes = Node(Unit("body", children=act.annexes), None)
        self.new: dict[tuple[int, str, int, int], list[Span]] = {}
        self.gone: list[Gone] = []
        self.expected: list[tuple[int, Node, str]] = []  # counted units and the position they shall have
        self.place = 0
        self.repealed = False
        self.opening = False  # whether words above the body changed
        self.last: tuple[tuple[Step, ...], Any] | None = None  # what the operation before inserted, and where
        self.risky: list[Node] = []
        self.moved: dict[int, Node] = {}  # units whose children came, went or got other numbers
        self.numbered: list[Node] = []  # units that got a number
        self._away: list[Node] = []  # kept, so that no other node takes their id
        self._base_keys: dict[int, dict[int, str]] = {}
        self._keys: dict[int, dict[int, str]] = {}
        self._rows: dict[int, list[int]] = {}
        self._divided: dict[tuple[str, str], list[Node]] | None = None

    def frozen(self) -> Act:
        """The act as it stands."""
        return replace(self.act, title=self.title, preamble=self.preamble, enacting=self.enacting,
                       body=self.body.frozen().children, annexes=self.annexes.frozen().children)  # fmt: skip

    def is_own(self, act: str) -> bool:
        """Whether an act's name as printed („Одлуката за А („Службен гласник …“ бр. 3/2015)“) is this act's."""
        kind, _, rest = " ".join(act.lower().split()).partition(" ")
        title = " ".join(self.act.title.lower().split())
        known = KINDS.get(self.lang, {}).get(self.act.kind, ())
        if not title or not known or not kind.startswith(known[0].partition(" ")[0][:-1]):
            return False
        return rest.startswith(title) and rest[len(title) :][:2] in ("", " (", " б", " n", ", ")

    # Finding

    def roots(self) -> tuple[Node, Node]:
        return self.body, self.annexes

    def divided(self) -> dict[tuple[str, str], list[Node]]:
        """Parts, chapters, sections, articles and items of the base by step and key, wherever they stand."""
        if self._divided is None:
            self._divided = {}
            waiting = [self.body]
            while waiting:
                for key, node in waiting.pop().base:
                    if node.kind in DIVISIONS:
                        waiting.append(node)
                    self._divided.setdefault((node.step, key), []).append(node)
        return self._divided

    @cached_property
    def articled(self) -> bool:
        """Whether the base text has articles (individual acts have items)."""
        return any(step == "art" for step, _ in self.divided())

    def path(self, node: Node) -> str:
        """The path that a unit of the base text had there."""
        steps: list[str] = []
        while (parent := node.parent) is not None:
            known = self._base_keys.get(id(parent))
            if known is None:
                known = self._base_keys[id(parent)] = {id(one): key for key, one in parent.base}
            steps.append(f"{node.step}:{known.get(id(node)) or node.key or node.num}")
            node = parent
        return tree.short("/".join(reversed(steps)))

    def path_now(self, node: Node) -> str:
        """The path that a unit has now."""
        steps: list[str] = []
        while (parent := node.parent) is not None:
            steps.append(f"{node.step}:{self.keys_now(parent)[id(node)]}")
            node = parent
        return tree.short("/".join(reversed(steps)))

    def keys_now(self, parent: Node) -> dict[int, str]:
        """The keys of what `parent` holds now, by the ids of its nodes."""
        known = self._keys.get(id(parent))
        if known is None:
            keys = tree.keys(tuple(one.numbered() for one in parent.children))
            known = self._keys[id(parent)] = dict(zip(map(id, parent.children), keys, strict=True))
        return known

    # Changing

    def touch(self, node: Node, *, mark: bool = True, risky: bool = True) -> None:
        """The node differs from now on; `mark` notes where the change comes from, `risky` that it may be
        read in another way than it was."""
        if risky:
            self.risky.append(node)
        if mark and self.source is not None and (not node.sources or node.sources[-1] != self.source):
            node.sources = (*node.sources, self.source)
        up: Node | None = node
        while up is not None and not (up.dirty and up is not node):
            up.dirty = True
            up = up.parent

    def read(self, passage: Passage) -> str:
        """The words of a passage."""
        node, field, row, cell = passage
        if node is None:
            return str(getattr(self, field))
        return node.rows[row][cell] if field == "rows" else str(getattr(node, field))

    def write(self, passage: Passage, words: str, *, risky: bool = True) -> None:
        """Other words for a passage."""
        node, field, row, cell = passage
        if node is None:
            setattr(self, field, words)
            self.opening = True
            return
        if field == "rows":
            cells = (*node.rows[row][:cell], words, *node.rows[row][cell + 1 :])
            node.rows = (*node.rows[:row], cells, *node.rows[row + 1 :])
        else:
            setattr(node, field, words)
        self.touch(node, risky=risky)

    def edit(self, passage: Passage, edits: list[Edit]) -> None:
        """Change words of a passage, remembering which of them are new."""
        mark = self._mark(passage)
        before = self.read(passage)
        words, self.new[mark] = edited(before, edits, self.new.get(mark, []))
        safe = (
            passage.field == "text"
            and passage.node is not None
            and same_line(passage.node.kind, before, words)
        )
        self.write(passage, words, risky=not safe)

    def rewrite(self, passage: Passage, words: str) -> None:
        """A passage written anew: all of it is new."""
        self.write(passage, words)
        self.new[self._mark(passage)] = [(0, len(words))]

    def is_new(self, passage: Passage, start: int, end: int) -> bool:
        """Whether words at this span came by an operation of the same act."""
        spans = self.new.get(self._mark(passage), ())
        return any((start < last and first < end) or start == first == last for first, last in spans)

    def _mark(self, passage: Passage) -> tuple[int, str, int, int]:
        return id(passage.node), passage.field, passage.row, passage.cell

    def remove(self, node: Node) -> None:
        """The node and all in it go; a unit of the base is remembered as gone."""
        assert node.parent is not None
        if not node.fresh:
            self.gone.append(Gone(self.path(node), node.unit, self.source))
        _ = node.parent.base  # remembered before it changes
        place = node.parent.children.index(node)
        self.risky += (
            node.parent.children[max(0, place - 1) : place] + node.parent.children[place + 1 : place + 2]
        )
        node.parent.children.remove(node)
        node.gone = True
        self._away.append(node)
        self._reordered(node.parent)
        self.touch(node.parent, mark=node.parent.parent is not None, risky=not _holds_leaves(node.parent))

    def insert(self, parent: Node, at: int, node: Node) -> None:
        """A new node among the children of `parent`."""
        _ = parent.base
        node.parent, node.by = parent, self.place
        parent.children.insert(at, node)
        self._reordered(parent)
        if node.num:
            self.numbered.append(node)
        self.mark_all(node)
        self.risky.append(node)
        self.touch(parent, mark=False, risky=False)

    def _reordered(self, parent: Node) -> None:
        """What `parent` holds is another list from now on."""
        self.moved[id(parent)] = parent
        self._keys.pop(id(parent), None)

    def give_number(self, node: Node) -> None:
        """The node bears another number from now on."""
        node.by = self.place
        self.numbered.append(node)
        if node.parent is not None:
            _ = node.parent.base
            self._reordered(node.parent)
        self.touch(node)

    def mark_all(self, node: Node) -> None:
        """Every unit inside comes from this act."""
        node.dirty = True
        if self.source is not None:
            node.sources = (*node.sources, self.source)
            for child in node.children:
                self.mark_all(child)

    # Words

    def within(self, node: Node, left: frozenset[int] = frozenset(), *, wide: bool = False,
               headings: bool = False) -> Iterator[Passage]:  # fmt: skip
        """The passages of a node and of what it holds. Units whose id is in `left` are left out, and in a
        `wide` search those that this act itself brought."""
        if id(node) in left or (wide and node.fresh):
            return
        if headings and node.heading:
            yield Passage(node, "heading")
        if node.text:
            yield Passage(node, "text")
        for row, cells in enumerate(node.rows):
            for cell in range(len(cells)):
                yield Passage(node, "rows", row, cell)
        if node.children:
            for child in node.children:
                yield from self.within(child, left, wide=wide, headings=headings)

    # Rows

    def rows(self, node: Node) -> list[int]:
        """For each row of a table now, its position in the base text from 1; 0 for a new one."""
        return self._rows.setdefault(id(node), list(range(1, len(node.unit.rows) + 1)))

    def drop_row(self, node: Node, row: int) -> None:
        """A row goes."""
        del self.rows(node)[row]
        node.rows = (*node.rows[:row], *node.rows[row + 1 :])
        self._shift(node, row, -1)
        self.touch(node)

    def add_row(self, node: Node, row: int, cells: tuple[str, ...]) -> None:
        """A new row before `row`."""
        self.rows(node).insert(row, 0)
        node.rows = (*node.rows[:row], cells, *node.rows[row:])
        self._shift(node, row, 1)
        self.touch(node)

    def set_row(self, node: Node, row: int, cells: tuple[str, ...]) -> None:
        """Other cells for a row."""
        node.rows = (*node.rows[:row], cells, *node.rows[row + 1 :])
        for cell, words in enumerate(cells):
            self.new[id(node), "rows", row, cell] = [(0, len(words))]
        self.touch(node)

    def _shift(self, node: Node, row: int, by: int) -> None:
        """The marks of new words move with their rows."""
        mine = [mark for mark in self.new if mark[0] == id(node) and mark[1] == "rows" and mark[2] >= row]
        moved = {(mark[0], mark[1], mark[2] + by, mark[3]): self.new.pop(mark) for mark in mine}
        self.new.update({mark: spans for mark, spans in moved.items() if mark[2] >= row})
        if by > 0:
            for cell, words in enumerate(node.rows[row]):
                self.new[id(node), "rows", row, cell] = [(0, len(words))]

    # Whole units

    def refill(self, node: Node, unit: Unit) -> None:
        """The node holds what `unit` holds; what stood in it before is no longer there."""
        old = node.base
        made = set(zip((STEP[child.kind] for child in unit.children), tree.keys(unit.children), strict=True))
        for key, child in old:
            if not child.gone and not node.fresh and (child.step, key) not in made:
                self.gone.append(Gone(self.path(child), child.unit, self.source))
        for child in node.children:
            child.gone = True
            self._away.append(child)
        self._reordered(node)
        node._children = [Node(child, node, fresh=True) for child in unit.children]
        self.rewrite(Passage(node, "text"), unit.text)
        for child in node._children:
            self.mark_all(child)
