"""OpenDocument texts (`.odt`): the words as they are printed, with the numbers of lists and headings."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from konak.lex.clean import MOST_LINES
from konak.lex.documents import tables
from konak.lex.documents.document import NotText
from konak.lex.documents.odt.lists import LEVELS, Counts, Lists, label
from konak.lex.documents.odt.names import OFFICE, TABLE, TEXT, number, tag
from konak.lex.documents.odt.styles import HOLDERS, Styles
from konak.lex.documents.odt.words import Words
from konak.lex.documents.package import Package, elements

if TYPE_CHECKING:
    from lxml.etree import _Element

_BODY = f"{OFFICE}text"
_ID = "{http://www.w3.org/XML/1998/namespace}id"
_DEEPEST = 20
_GROUPS = ("text:section", "text:list-header", "text:index-body")
_CONTENTS = (
    "text:table-of-content",
    "text:alphabetical-index",
    "text:illustration-index",
    "text:table-index",
)


def read(package: Package, lang: str | None) -> tuple[list[str], Counter[str]]:
    """The lines of the document and codes of notes. `lang` chooses the column where a layout table sets two
    languages side by side."""
    content = package.part("content.xml")
    if content is None:
        raise NotText("damaged")
    styles = Styles()
    reader = _Reader(styles, lang)
    common = package.part("styles.xml")
    for element in elements(common, *HOLDERS, f"{OFFICE}master-styles") if common is not None else ():
        if tag(element) == "style:master-page":
            reader.notes["headers"] += sum(
                tag(one).startswith(("style:header", "style:footer")) for one in element
            )
        else:
            styles.keep(element)
    lines: list[str] = []
    for element in elements(content, *HOLDERS, _BODY):
        if tag(element).startswith("style:") or tag(element) == "text:list-style":
            styles.keep(element)
        else:
            lines.extend(reader.block(element, 0))
        if len(lines) > MOST_LINES:
            raise NotText("large")
    return lines, reader.notes


class _Reader:
    """Goes through blocks in order; lists count as they pass."""

    def __init__(self, styles: Styles, lang: str | None) -> None:
        self.notes = Counter[str]()
        self._styles, self._lang = styles, lang
        self._lists = Lists(styles)
        self._words = Words(styles, self.notes)
        self._by_id: dict[str, Counts] = {}
        self._by_style: dict[str, Counts] = {}
        self._headings = Counts()

    def block(self, element: "_Element", depth: int) -> Iterator[str]:
        """The lines of a paragraph, heading, list, table, or a group of them."""
        if depth > _DEEPEST:
            raise NotText("damaged")
        name = tag(element)
        if name in ("text:p", "text:h"):
            yield from self._paragraph(
                element, self._heading(element) if name == "text:h" else ("", ""), depth
            )
        elif name == "text:list":
            yield from self._list(element, depth)
        elif name == "table:table":
            yield from self._table(element, depth)
        elif name == "text:tracked-changes":
            for kind, code in (("insertion", "inserted"), ("deletion", "deleted")):
                self.notes[code] += sum(1 for _ in element.iter(f"{TEXT}{kind}"))
        elif name in _CONTENTS:
            self.notes["contents"] += sum(1 for _ in element.iter(f"{TEXT}p"))
        elif name in _GROUPS:
            for inner in element:
                yield from self.block(inner, depth + 1)
        elif name == "draw:frame":
            self._words.drawn(element)
            yield from self._boxes(depth)

    def _paragraph(self, element: "_Element", printed: tuple[str, str], depth: int) -> Iterator[str]:
        """`printed` is the label and the character style it is printed in."""
        text = self._words.of(element)
        before, look = printed
        if before == "- " and not text.strip():
            self.notes["empty_bullets"] += 1
        elif before:
            self.notes["numbers"] += 1
            before = self._words.label(before, look, element)
            text = before + text.lstrip() if text.strip() else before.rstrip()
        yield from text.split("\n")
        yield from self._boxes(depth)

    def _boxes(self, depth: int) -> Iterator[str]:
        boxes, self._words.boxes = self._words.boxes, []
        for box in boxes:
            for inner in box:
                yield from self.block(inner, depth + 1)

    def _heading(self, element: "_Element") -> tuple[str, str]:
        """The number of a heading by the outline, with the style it is printed in."""
        at = number(element.get(f"{TEXT}outline-level"), 1) - 1
        levels = self._lists.outline()
        off = element.get(f"{TEXT}is-list-header") == "true"
        if off or at not in levels or self._styles.list_of(element.get(f"{TEXT}style-name", "")) == "":
            return "", ""
        given = number(element.get(f"{TEXT}start-value"), 1)
        again = element.get(f"{TEXT}restart-numbering") == "true"
        self._headings.step(at, levels[at].start, given if again else None)
        told, known = label(self._headings, levels, at)
        self.notes["number_format"] += not known
        return told, levels[at].look

    def _list(self, element: "_Element", depth: int) -> Iterator[str]:
        style = element.get(f"{TEXT}style-name") or self._styles.list_of(_first_style(element)) or ""
        counts = None
        if after := element.get(f"{TEXT}continue-list"):
            counts = self._by_id.get(after)
        elif element.get(f"{TEXT}continue-numbering") == "true":
            counts = self._by_style.get(style)
        counts = counts or Counts()
        self._by_style[style] = counts
        self._by_id[element.get(_ID, "")] = counts
        yield from self._items(element, style, counts, 0, depth)

    def _items(self, element: "_Element", style: str, counts: Counts, at: int, depth: int) -> Iterator[str]:
        """The items of a list at level `at`; a list inside an item is one level deeper."""
        if depth > _DEEPEST:
            raise NotText("damaged")
        own = element.get(f"{TEXT}style-name") or style
        for item in element:
            given = item.get(f"{TEXT}start-value")
            fresh = tag(item) == "text:list-item"
            spoken = False
            for inner in item:
                if tag(inner) == "text:list":
                    deeper = min(at + 1, LEVELS - 1)
                    if spoken and inner.get(f"{TEXT}continue-numbering") != "true":
                        counts.at[deeper] = None
                    yield from self._items(inner, own, counts, deeper, depth + 1)
                    continue
                printed = ("", "")
                if fresh and tag(inner) in ("text:p", "text:h"):
                    printed, fresh = self._counted(own, counts, at, given), False
                spoken = True
                if tag(inner) in ("text:p", "text:h"):
                    yield from self._paragraph(inner, printed, depth)
                else:
                    yield from self.block(inner, depth + 1)

    def _counted(self, style: str, counts: Counts, at: int, given: str | None) -> tuple[str, str]:
        levels = self._lists.levels(style)
        if at not in levels:
            return "", ""
        counts.step(at, levels[at].start, None if given is None else number(given, 1))
        told, known = label(counts, levels, at)
        self.notes["number_format"] += not known
        return told, levels[at].look

    def _table(self, element: "_Element", depth: int) -> Iterator[str]:
        cells, lined = [], False
        for row in element.iter(f"{TABLE}table-row"):
            if next(row.iterancestors(f"{TABLE}table")) is not element:
                continue
            inner = [cell for cell in row if tag(cell) in ("table:table-cell", "table:covered-table-cell")]
            lined |= any(self._styles.bordered(cell.get(f"{TABLE}style-name", "")) for cell in inner)
            cells.append([self._cell(cell, depth) for cell in inner])
        yield ""
        yield from tables.lines(cells, lined, self._lang, self.notes)
        yield ""

    def _cell(self, cell: "_Element", depth: int) -> list[str]:
        lines = [line for inner in cell for line in self.block(inner, depth + 1)]
        return [" ".join(line.split()) for line in lines if line.strip()] or [""]


def _first_style(element: "_Element") -> str:
    paragraph = next(element.iter(f"{TEXT}p", f"{TEXT}h"), None)
    return "" if paragraph is None else paragraph.get(f"{TEXT}style-name", "")
