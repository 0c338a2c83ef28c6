"""Styles of a Word document: what a paragraph or run inherits of font, hiding, capitals, numbers and borders."""

from dataclasses import dataclass
from functools import cached_property
from typing import TYPE_CHECKING

from konak.lex.documents.docx.names import W, child, number, switch, value
from konak.lex.documents.look import PLAIN, Look

if TYPE_CHECKING:
    from lxml.etree import _Element

_FONTS = (f"{W}asciiTheme", f"{W}hAnsiTheme", f"{W}ascii", f"{W}hAnsi")
_EDGES = ("top", "left", "start", "bottom", "right", "end", "insideH", "insideV")


def look(properties: "_Element | None") -> Look:
    """The look that a `w:rPr` sets itself. A font of the theme is none of the old ones."""
    if properties is None:
        return PLAIN
    fonts = child(properties, "rFonts")
    font = None
    if fonts is not None:
        theme, other, plain, high = (fonts.get(name) for name in _FONTS)
        font = "" if theme or (other and not plain) else plain or high
    return Look(font, switch(properties, "vanish"), switch(properties, "caps"))


def bordered(properties: "_Element | None") -> bool | None:
    """Whether `w:tblPr` draws lines; None when it says nothing of borders."""
    borders = child(properties, "tblBorders")
    if borders is None:
        return None
    drawn = [value(borders, edge) for edge in _EDGES]
    return any(line not in (None, "nil", "none", "") for line in drawn)


@dataclass(frozen=True)
class Style:
    """One style as it is written; `num` and `level` are its own `w:numPr`."""

    name: str
    based_on: str
    look: Look
    num: int | None
    level: int | None
    bordered: bool | None


class Styles:
    """All styles of a document, read once."""

    def __init__(self, root: "_Element | None") -> None:
        self._styles: dict[str, Style] = {}
        self._default: dict[str, str] = {}
        self._chains: dict[str, list[Style]] = {}
        self._below = PLAIN
        for element in root if root is not None else ():
            if element.tag == f"{W}docDefaults":
                self._below = look(child(child(element, "rPrDefault"), "rPr"))
            elif element.tag == f"{W}style":
                self._keep(element)

    def _keep(self, element: "_Element") -> None:
        key = element.get(f"{W}styleId", "")
        paragraph = child(element, "pPr")
        numbered = child(paragraph, "numPr")
        self._styles[key] = Style(
            value(element, "name") or "",
            value(element, "basedOn") or "",
            look(child(element, "rPr")),
            number(value(numbered, "numId")),
            number(value(numbered, "ilvl")),
            bordered(child(element, "tblPr")),
        )
        if element.get(f"{W}default") in ("1", "true", "on"):
            self._default[element.get(f"{W}type", "")] = key

    def chain(self, key: str) -> list[Style]:
        """The style and those it is based on, nearest first; a circle ends where it closes."""
        known = self._chains.get(key)
        if known is None:
            known, seen, at = [], set[str](), key
            while at in self._styles and at not in seen:
                seen.add(at)
                known.append(self._styles[at])
                at = self._styles[at].based_on
            self._chains[key] = known
        return known

    @cached_property
    def paragraph_default(self) -> str:
        return self._default.get("paragraph", "")

    def looks(self, paragraph: str, run: str) -> Look:
        """What the run style, the paragraph style and the document say together."""
        result = PLAIN
        for style in (*self.chain(run), *self.chain(paragraph or self.paragraph_default)):
            result = result.over(style.look)
        return result.over(self._below)

    def numbering(self, paragraph: str) -> tuple[int | None, int | None, str]:
        """(number list, level, key of the style that says so) which a paragraph of this style is given."""
        level: int | None = None
        key = paragraph or self.paragraph_default
        for style in self.chain(key):
            level = style.level if level is None else level
            if style.num is not None:
                return style.num, level, key
            key = style.based_on
        return None, level, ""

    def is_contents(self, paragraph: str) -> bool:
        """Whether the paragraph is a line of the table of contents."""
        return any(style.name.lower().startswith("toc ") for style in self.chain(paragraph)[:1])

    def table_bordered(self, key: str) -> bool:
        """Whether a table of this style has lines."""
        said = (style.bordered for style in self.chain(key or self._default.get("table", "")))
        return next((drawn for drawn in said if drawn is not None), False)

    def of_list(self, key: str) -> int | None:
        """The number list that a list style stands for."""
        return next((style.num for style in self.chain(key) if style.num is not None), None)
