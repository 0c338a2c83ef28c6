"""A tree while it is being read: units that are still open, and what the next line may go on with."""

from collections.abc import Iterator
from dataclasses import fields
from functools import lru_cache
from typing import cast

from konak.lex import labels, words
from konak.lex.tree import RANK, Unit

_PLAIN = ("table", "unread")  # nothing stands under these
_RANK = RANK | {"body": -1}


def _article_number(label: str, lang: str) -> tuple[str, str]:
    """As `_number`, for articles: there are thousands of them, nearly all in the house style, and each has
    another label, so none is worth keeping."""
    word, _, num = label.partition(" ")
    return (num, "") if num.isdecimal() and word == words.ARTICLE[lang] else _number("article", label, lang)


@lru_cache(8192)
def _number(kind: str, label: str, lang: str) -> tuple[str, str]:
    """The number in a label, and the label where it is not of the house style."""
    num = labels.number(kind, label, lang)
    return num, "" if label == labels.style(kind, num, lang) else label


class Node:
    """A unit while it is being read. Its slots are those of `Unit`, so that it becomes one by changing its
    class instead of being copied: half of the reader's time went into copies."""

    __slots__ = tuple(one.name for one in fields(Unit))

    kind: str
    num: str
    heading: str
    text: str
    children: "list[Node]"
    label: str
    rows: list[tuple[str, ...]]
    reason: str
    line: int
    sources: tuple[()]

    def __init__(
        self, kind: str, num: str = "", label: str = "", text: str = "", line: int = 0, reason: str = ""
    ):
        self.kind = kind
        self.num = num
        self.heading = ""
        self.text = text
        self.children = _NO_NODES
        self.label = label
        self.rows = _NO_ROWS
        self.reason = reason
        self.line = line
        self.sources = ()


# Most units hold nothing and have no rows: what is never filled is a tuple from the first.
_NO_NODES = cast(list[Node], ())
_NO_ROWS = cast(list[tuple[str, ...]], ())


class Growth:
    """The units read so far. `stack` holds the open ones, `plain` the one whose text may still go on."""

    __slots__ = ("holders", "lang", "nodes", "plain", "root", "stack", "tables")

    def __init__(self, lang: str) -> None:
        self.lang = lang
        self.root = Node("body")
        self.nodes: list[Node] = []
        self.holders: list[Node] = []
        self.tables: list[Node] = []
        self.stack = [self.root]
        self.plain: Node | None = None

    def add(self, node: Node) -> None:
        """Put the node under the innermost open unit that may hold it; a point without paragraph gets one."""
        kind = node.kind
        rank = _RANK[kind]
        stack = self.stack
        top = stack[-1]
        while _RANK[top.kind] >= rank:
            stack.pop()
            top = stack[-1]
        if rank > 5 and _RANK[top.kind] < 5:
            self.add(Node("paragraph", line=node.line))
            top = stack[-1]
        if top.children:
            top.children.append(node)
        else:
            top.children = [node]
            self.holders.append(top)
        self.nodes.append(node)
        if kind in _PLAIN:
            self.plain = None
        else:
            stack.append(node)
            self.plain = node if rank >= 4 else None

    def open(self, kind: str, label: str, text: str, line: int) -> Node:
        """A labelled unit; the label is kept only where it is not of the house style."""
        lang = self.lang
        num, label = _article_number(label, lang) if kind == "article" else _number(kind, label, lang)
        node = Node(kind, num, label, text, line)
        self.add(node)
        return node

    def row(self, cells: list[str], line: int) -> None:
        """One more row of the table that was just read, or the first of a new one."""
        holder = next((n for n in reversed(self.stack) if n is self.root or RANK[n.kind] < 5), self.root)
        if holder.children and holder.children[-1].kind == "table":
            holder.children[-1].rows.append(tuple(cells))
        else:
            table = Node("table", line=line)
            table.rows = [tuple(cells)]
            self.tables.append(table)
            self.add(table)

    def close(self) -> None:
        """No unit is open any more."""
        self.stack, self.plain = [self.root], None

    def inside(self, kind: str) -> Node | None:
        """The innermost open unit of that kind."""
        for node in reversed(self.stack):
            if node.kind == kind:
                return node
        return None

    def done(self) -> tuple[Unit, ...]:
        """The units, finished; nothing can be added after."""
        for node in self.holders:
            node.children = tuple(node.children)  # type: ignore[assignment]
        for table in self.tables:
            table.rows = tuple(table.rows)  # type: ignore[assignment]
        for node in self.nodes:
            node.__class__ = Unit  # type: ignore[assignment]
        return cast(tuple[Unit, ...], self.root.children)


def outside(node: Node) -> Iterator[Node]:
    """Paragraphs of divisions that no article holds."""
    for child in node.children:
        if child.kind in ("part", "chapter", "section"):
            yield from outside(child)
        elif child.kind == "paragraph" and not child.children and child.text and not child.num:
            yield child
