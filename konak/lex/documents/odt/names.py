"""Names of OpenDocument, and numbers as it writes them."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

_BASE = "{urn:oasis:names:tc:opendocument:xmlns:"
OFFICE, STYLE, TEXT, TABLE, DRAW = (
    f"{_BASE}{name}:1.0}}" for name in ("office", "style", "text", "table", "drawing")
)
FO = f"{_BASE}xsl-fo-compatible:1.0}}"
SVG = f"{_BASE}svg-compatible:1.0}}"
_SHORT = {OFFICE: "office", STYLE: "style", TEXT: "text", TABLE: "table", DRAW: "draw"}


def tag(element: "_Element") -> str:
    """The name with its usual prefix: `text:p`; the local name alone for other vocabularies."""
    space, _, name = str(element.tag).rpartition("}")
    prefix = _SHORT.get(space + "}")
    return f"{prefix}:{name}" if prefix else name


def number(text: str | None, default: int) -> int:
    """A whole number from 0 to a million; anything else counts as `default`."""
    return int(text) if text and text.isascii() and text.isdigit() and len(text) < 7 else default
