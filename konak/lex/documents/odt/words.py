"""The words of an OpenDocument paragraph: spans with their fonts, spaces, breaks, notes, frames."""

import re
from collections import Counter
from typing import TYPE_CHECKING

from konak.lex.documents.look import Look
from konak.lex.documents.odt.names import DRAW, TEXT, number, tag
from konak.lex.documents.odt.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

_SPACES = 1000
_SPACE = re.compile("[ \t\r\n]+")
_DEEPEST = 100
_SIGNS = {"text:tab": "\t", "text:line-break": "\n"}
_NOTED = {"text:note": "footnotes", "office:annotation": "comments"}
_SILENT = ("text:number", "office:annotation-end", "text:tracked-changes", "text:ruby-text")


class Words:
    """The text of one paragraph as it gathers; `boxes` are the text boxes that stand in it."""

    def __init__(self, styles: Styles, notes: Counter[str]) -> None:
        self._styles, self._notes = styles, notes
        self._looks: dict[tuple[str, str], Look] = {}
        self.boxes: list[_Element] = []

    def of(self, paragraph: "_Element") -> str:
        """The paragraph's text; white space in the file counts as one space."""
        bits: list[str] = []
        self._inside(paragraph, self._look("paragraph", paragraph), bits, 0)
        return "".join(bits)

    def label(self, text: str, style: str, paragraph: "_Element") -> str:
        """The label of a list or heading as its look prints it."""
        look = self._look("paragraph", paragraph)
        if style:
            look = self._styles.look("text", style).over(look)
        return text if text == "- " else look.print(text, self._notes)

    def _look(self, family: str, element: "_Element") -> Look:
        key = family, element.get(f"{TEXT}style-name", "")
        if key not in self._looks:
            self._looks[key] = self._styles.look(*key)
        return self._looks[key]

    def _inside(self, element: "_Element", look: Look, bits: list[str], depth: int) -> None:
        self._say(element.text, look, bits)
        for inner in element if depth < _DEEPEST else ():
            name = tag(inner)
            if name == "text:s":
                bits.append(" " * min(number(inner.get(f"{TEXT}c"), 1), _SPACES))
            elif name in _SIGNS:
                bits.append(_SIGNS[name])
            elif name in _NOTED:
                self._notes[_NOTED[name]] += 1
            elif name == "text:hidden-text":
                self._notes["hidden"] += 1
            elif name in ("draw:frame", "draw:custom-shape", "draw:g"):
                self.drawn(inner)
            elif name == "text:span":
                self._inside(inner, self._look("text", inner).over(look), bits, depth + 1)
            elif name not in _SILENT:
                self._inside(inner, look, bits, depth + 1)
            self._say(inner.tail, look, bits)

    def _say(self, text: str | None, look: Look, bits: list[str]) -> None:
        if not text:
            return
        if look.hidden:
            self._notes["hidden"] += 1
            return
        bits.append(look.print(_SPACE.sub(" ", text), self._notes))

    def drawn(self, frame: "_Element") -> None:
        """Text boxes of a frame go after the paragraph; a picture is noted."""
        found = next(frame.iter(f"{DRAW}text-box"), None)
        self._notes["pictures" if found is None else "text_boxes"] += 1
        if found is not None:
            self.boxes.append(found)
