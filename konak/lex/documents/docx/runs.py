"""The words of a paragraph: runs with their fonts, fields, tracked changes, breaks and text boxes."""

from collections import Counter
from typing import TYPE_CHECKING

from konak.lex.documents.docx.names import W, child, switch, tag, value
from konak.lex.documents.docx.styles import Styles, look
from konak.lex.documents.look import Look

if TYPE_CHECKING:
    from lxml.etree import _Element

_COMPATIBLE = "{http://schemas.openxmlformats.org/markup-compatibility/2006}"
_MATH = "{http://schemas.openxmlformats.org/officeDocument/2006/math}"
_DROPPED = {"del": "deleted", "moveFrom": "deleted"}
_KEPT = {"ins": "inserted", "moveTo": "inserted"}
_NOTED = {"footnoteReference": "footnotes", "endnoteReference": "footnotes", "commentReference": "comments"}
_SIGNS = {"tab": "\t", "ptab": "\t", "br": "\n", "cr": "\n", "noBreakHyphen": "-"}
_BULLETS = frozenset("\uf0b7\uf0a7\uf0d8\uf0fc\uf0a8\uf076")


class Words:
    """The text of one paragraph as it gathers; `boxes` are the text boxes anchored in it."""

    def __init__(self, styles: Styles, notes: Counter[str]) -> None:
        self._styles, self._notes = styles, notes
        self._looks: dict[tuple[str, str], Look] = {}
        self.fields: list[bool] = []  # for each open field, whether its result has begun
        self.boxes: list[_Element] = []

    def of(self, paragraph: "_Element") -> str:
        """The paragraph's text. A field may go on over several paragraphs."""
        properties = child(paragraph, "pPr")
        style = value(properties, "pStyle") or ""
        self.boxes = []
        bits: list[str] = []
        self._inside(paragraph, style, bits)
        return "".join(bits)

    def _inside(self, element: "_Element", style: str, bits: list[str]) -> None:
        for inner in element:
            name = tag(inner)
            if name == "r":
                self._run(inner, style, bits)
            elif name in _DROPPED:
                self._notes[_DROPPED[name]] += 1
            elif name.endswith("Pr") or name in ("sdtEndPr", "tbl"):
                continue
            elif name == f"{_MATH}t":
                bits.append(inner.text or "")
            else:
                if name in _KEPT:
                    self._notes[_KEPT[name]] += 1
                self._inside(inner, style, bits)

    def _run(self, run: "_Element", style: str, bits: list[str]) -> None:
        own = self.seen(child(run, "rPr"), style)
        if own.hidden:
            self._notes["hidden"] += 1
        text = "".join(map(self._sign, run))
        if text and not own.hidden:
            bits.append(own.print(text, self._notes))

    def seen(self, properties: "_Element | None", style: str) -> Look:
        """How a run looks: its own properties over its style's over the paragraph's."""
        run_style = value(properties, "rStyle") or ""
        below = self._looks.get((style, run_style))
        if below is None:
            below = self._looks[style, run_style] = self._styles.looks(style, run_style)
        return look(properties).over(below)

    def _sign(self, inner: "_Element") -> str:
        """What one piece of a run prints. Nothing does between the beginning of a field and its result."""
        name = tag(inner)
        if name == "fldChar":
            self._field(inner.get(f"{W}fldCharType", ""))
        elif not all(self.fields):
            return ""
        elif name == "t":
            return inner.text or ""
        elif name == "sym":
            return self._symbol(inner)
        elif name in _NOTED:
            self._notes[_NOTED[name]] += 1
        elif name in ("drawing", "pict", "object") or name == f"{_COMPATIBLE}AlternateContent":
            self._drawn(inner)
        return _SIGNS.get(name, "")

    def _symbol(self, inner: "_Element") -> str:
        code = inner.get(f"{W}char", "")
        try:
            letter = chr(int(code, 16)) if len(code) <= 4 else ""
        except ValueError:
            return ""
        own = Look(inner.get(f"{W}font", ""))
        if own.old:
            return own.print(letter, self._notes)
        if letter in _BULLETS:
            return "•"
        if "\ue000" <= letter <= "\uf8ff":
            self._notes["symbols"] += 1
            return "\ufffd"
        return letter

    def _field(self, kind: str) -> None:
        if kind == "begin" and len(self.fields) < 1000:
            self.fields.append(False)
        elif kind == "separate" and self.fields:
            self.fields[-1] = True
        elif kind == "end" and self.fields:
            self.fields.pop()

    def _drawn(self, element: "_Element") -> None:
        """Text boxes of a drawing; the fallback of a newer form says the same again and is left out."""
        choice = element.find(f"{_COMPATIBLE}Choice") if str(element.tag).startswith(_COMPATIBLE) else None
        element = element if choice is None else choice
        found = [box for box in element.iter(f"{W}txbxContent") if not _fallback(box, element)]
        outer = [box for box in found if not _within(box, set(found))]
        self.boxes.extend(outer)
        self._notes["text_boxes" if outer else "pictures"] += len(outer) or 1


def _fallback(box: "_Element", top: "_Element") -> bool:
    for above in box.iterancestors():
        if above is top:
            return False
        if above.tag == f"{_COMPATIBLE}Fallback" and above.getparent() is not None:
            return True
    return False


def _within(box: "_Element", others: "set[_Element]") -> bool:
    return any(above in others for above in box.iterancestors(f"{W}txbxContent"))


def mark_deleted(properties: "_Element | None") -> bool:
    """Whether the end of the paragraph was deleted under tracked changes: it runs on into the next one."""
    marks = child(properties, "rPr")
    return child(marks, "del") is not None or child(marks, "moveFrom") is not None


def hidden_mark(properties: "_Element | None") -> bool:
    return bool(switch(child(properties, "rPr"), "vanish"))
