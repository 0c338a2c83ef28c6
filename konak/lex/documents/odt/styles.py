"""Styles of an OpenDocument text: fonts, hiding, capitals, list styles and borders, with inheritance."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

from konak.lex.documents.look import PLAIN, Look
from konak.lex.documents.odt.names import FO, OFFICE, STYLE, SVG, TEXT, tag

if TYPE_CHECKING:
    from lxml.etree import _Element

HOLDERS = tuple(f"{OFFICE}{name}" for name in ("font-face-decls", "styles", "automatic-styles"))
_BORDERS = tuple(f"{FO}border{edge}" for edge in ("", "-top", "-bottom", "-left", "-right"))


@dataclass(frozen=True)
class _Style:
    parent: str
    look: Look
    list_style: str | None
    bordered: bool | None


class Styles:
    """All styles, gathered from `styles.xml` and `content.xml` as their elements come by."""

    def __init__(self) -> None:
        self._fonts: dict[str, str] = {}
        self._styles: dict[tuple[str, str], _Style] = {}
        self.lists: dict[str, list[_Element]] = {}  # list style → its levels
        self.outline: list[_Element] = []

    def keep(self, element: "_Element") -> None:
        """Take in one child of a holder of styles."""
        name = tag(element)
        key = element.get(f"{STYLE}name", "")
        if name == "style:font-face":
            self._fonts[key] = element.get(f"{SVG}font-family") or key
        elif name == "text:list-style":
            self.lists[key] = _copies(element)
        elif name == "text:outline-style":
            self.outline = _copies(element)
        elif name in ("style:style", "style:default-style"):
            self._styles[element.get(f"{STYLE}family", ""), key] = self._style(element)

    def _style(self, element: "_Element") -> _Style:
        inner = {tag(one): one for one in element}
        properties = inner.get("style:text-properties")
        look = PLAIN
        if properties is not None:
            named, family = properties.get(f"{STYLE}font-name"), properties.get(f"{FO}font-family")
            shown = properties.get(f"{TEXT}display")
            turned = properties.get(f"{FO}text-transform")
            look = Look(
                self._fonts.get(named, named) if named else family,
                None if shown is None else shown == "none",
                None if turned is None else turned == "uppercase",
            )
        cell = inner.get("style:table-cell-properties")
        drawn = [cell.get(name) for name in _BORDERS] if cell is not None else []
        said = [line for line in drawn if line is not None]
        return _Style(
            element.get(f"{STYLE}parent-style-name", ""),
            look,
            element.get(f"{STYLE}list-style-name"),
            any(not line.startswith("none") and line != "hidden" for line in said) if said else None,
        )

    def chain(self, family: str, key: str) -> list[_Style]:
        """The style, those above it, and the default of its family; a circle ends where it closes."""
        result: list[_Style] = []
        seen = set[str]()
        while key and key not in seen and (style := self._styles.get((family, key))):
            seen.add(key)
            result.append(style)
            key = style.parent
        default = self._styles.get((family, ""))
        return [*result, default] if default else result

    def look(self, family: str, key: str) -> Look:
        """What a style and all above it say together."""
        result = PLAIN
        for style in self.chain(family, key):
            result = result.over(style.look)
        return result

    def list_of(self, paragraph: str) -> str | None:
        """The list style of a paragraph style; empty where it is told to have none."""
        said = (style.list_style for style in self.chain("paragraph", paragraph))
        return next((name for name in said if name is not None), None)

    def bordered(self, cell: str) -> bool:
        """Whether a cell of this style has lines."""
        return any(style.bordered for style in self.chain("table-cell", cell)[:1])


def _copies(element: "_Element") -> "list[_Element]":
    """The levels of a list style, kept when the parsed tree lets go of them."""
    from copy import deepcopy

    return [deepcopy(level) for level in element]
