"""Word documents (`.docx`): the words as they are printed, with the numbers that Word puts before them."""

from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from konak.lex.clean import MOST_LINES
from konak.lex.documents import tables
from konak.lex.documents.document import NotText
from konak.lex.documents.docx.names import VAL, W, child, number, tag, value
from konak.lex.documents.docx.numbering import Numbering
from konak.lex.documents.docx.runs import Words, hidden_mark, mark_deleted
from konak.lex.documents.docx.styles import Styles, bordered
from konak.lex.documents.package import Package, elements

if TYPE_CHECKING:
    from lxml.etree import _Element

_MAIN = ("document.main+xml", "document.macroEnabled.main+xml", "template.main+xml",
         "template.macroEnabledTemplate.main+xml")  # fmt: skip
_GROUPS = ("sdt", "sdtContent", "customXml", "ins", "moveTo", "smartTag")
_DEEPEST = 20


def parts(package: Package) -> dict[str, str]:
    """Names of the main document, styles and numbering by kind, as the package's list of contents says."""
    listed = package.xml("[Content_Types].xml")
    found: dict[str, str] = {}
    for one in listed if listed is not None else ():
        kind, name = one.get("ContentType", ""), one.get("PartName", "").lstrip("/")
        if kind.endswith(_MAIN):
            found.setdefault("main", name)
        elif kind.endswith("wordprocessingml.styles+xml"):
            found.setdefault("styles", name)
        elif kind.endswith("wordprocessingml.numbering+xml"):
            found.setdefault("numbering", name)
        elif kind.endswith(("wordprocessingml.header+xml", "wordprocessingml.footer+xml")):
            found[name] = "header"
    return found


def read(package: Package, lang: str | None) -> tuple[list[str], Counter[str]]:
    """The lines of the document and codes of notes. `lang` chooses the column where a layout table sets two
    languages side by side."""
    found = parts(package)
    main = package.part(found.get("main", "word/document.xml"))
    if main is None:
        raise NotText("damaged")
    styles = Styles(package.xml(found.get("styles", "word/styles.xml")))
    numbering = Numbering(package.xml(found.get("numbering", "word/numbering.xml")), styles)
    reader = _Reader(styles, numbering, lang)
    if headers := sum(kind == "header" for kind in found.values()):
        reader.notes["headers"] = headers
    lines: list[str] = []
    for block in elements(main, f"{W}body"):
        lines.extend(reader.block(block, 0))
        if len(lines) > MOST_LINES:
            raise NotText("large")
    lines.extend(reader.rest())
    return lines, reader.notes


class _Reader:
    """Goes through blocks in order; numbers count as they pass."""

    def __init__(self, styles: Styles, numbering: Numbering, lang: str | None) -> None:
        self.notes = Counter[str]()
        self._styles, self._numbering, self._lang = styles, numbering, lang
        self._words = Words(styles, self.notes)
        self._open: list[str] = []  # paragraphs whose end was deleted: the next one goes on with them

    def block(self, element: "_Element", depth: int) -> Iterator[str]:
        """The lines of a paragraph, a table, or a group of them."""
        if depth > _DEEPEST:
            raise NotText("damaged")
        name = tag(element)
        if name == "p":
            yield from self._paragraph(element, depth)
        elif name == "tbl":
            yield from self._table(element, depth)
        elif name in _GROUPS or depth == 0:
            for inner in element:
                if tag(inner) in ("p", "tbl", *_GROUPS):
                    yield from self.block(inner, depth + 1)

    def rest(self) -> list[str]:
        """What is left where the end of the last paragraph was deleted."""
        left, self._open = "".join(self._open), []
        return left.split("\n") if left.strip() else []

    def _paragraph(self, element: "_Element", depth: int) -> Iterator[str]:
        properties = child(element, "pPr")
        style = value(properties, "pStyle") or ""
        text = self._words.of(element)
        boxes = self._words.boxes
        if mark_deleted(properties) or (hidden_mark(properties) and not text.strip()):
            self._open.append(text)
        elif self._styles.is_contents(style):
            self.notes["contents"] += 1
            self._open = []
        else:
            text, self._open = "".join([*self._open, text]), []
            yield from self._numbered(properties, style, text).split("\n")
        for box in boxes:
            for inner in box:
                yield from self.block(inner, depth + 1)

    def _numbered(self, properties: "_Element | None", style: str, text: str) -> str:
        numbered = child(properties, "numPr")
        direct = number(value(numbered, "numId")), number(value(numbered, "ilvl"))
        label = self._numbering.label(direct, style)
        if label is None or not label.text:
            return text
        if label.bullet and not text.strip():
            self.notes["empty_bullets"] += 1
            return text
        self.notes["numbers"] += 1
        self.notes["number_format"] += not label.known
        seen = label.look.over(self._words.seen(child(properties, "rPr"), style))
        printed = label.text if label.bullet else seen.print(label.text, self.notes)
        return printed + text.lstrip() if text.strip() else printed.rstrip()

    def _table(self, element: "_Element", depth: int) -> Iterator[str]:
        cells = [row for line in _rows(element) if (row := self._cells(line, depth))]
        properties = child(element, "tblPr")
        lined = bordered(properties)
        if lined is None:
            lined = self._styles.table_bordered(value(properties, "tblStyle") or "")
        yield ""
        yield from tables.lines(cells, lined, self._lang, self.notes)
        yield ""

    def _cells(self, row: "_Element", depth: int) -> list[list[str]]:
        properties = child(row, "trPr")
        if child(properties, "del") is not None:
            self.notes["deleted"] += 1
            return []
        return [self._cell(cell, depth) for cell in _flat(row, "tc")]

    def _cell(self, cell: "_Element", depth: int) -> list[str]:
        lines: list[str] = []
        for inner in cell:
            if tag(inner) in ("p", "tbl", *_GROUPS):
                lines.extend(self.block(inner, depth + 1))
        merged = child(child(cell, "tcPr"), "vMerge")
        if merged is not None and merged.get(VAL, "continue") == "continue":
            return [""]
        return [" ".join(line.split()) for line in lines if line.strip()] or [""]


def _rows(table: "_Element") -> "Iterator[_Element]":
    return _flat(table, "tr")


def _flat(element: "_Element", name: str, depth: int = 0) -> "Iterator[_Element]":
    """Rows or cells, also those inside content controls."""
    for inner in element:
        if tag(inner) == name:
            yield inner
        elif tag(inner) in _GROUPS and depth < _DEEPEST:
            yield from _flat(inner, name, depth + 1)
