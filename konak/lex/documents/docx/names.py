"""Names of WordprocessingML, and its habits with switches."""

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from lxml.etree import _Element

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
VAL = f"{W}val"
CUT = len(W)


def tag(element: "_Element") -> str:
    """The local name of a WordprocessingML element; the whole tag of any other."""
    name = str(element.tag)
    return name[CUT:] if name.startswith(W) else name


def child(element: "_Element | None", name: str) -> "_Element | None":
    return None if element is None else next(element.iterchildren(W + name), None)


def value(element: "_Element | None", name: str) -> str | None:
    """`w:val` of a child; None when there is no such child."""
    found = child(element, name)
    return None if found is None else found.get(VAL, "")


def number(text: str | None, default: int | None = None) -> int | None:
    """A whole number as Word writes it; hostile ones (long, no digits) count as `default`."""
    if text is None or len(text) > 9:
        return default
    digits = text.removeprefix("-")
    return int(text) if digits.isascii() and digits.isdigit() else default


def switch(element: "_Element | None", name: str) -> bool | None:
    """A switch such as `w:vanish`: on without a value, None where it is not set."""
    said = value(element, name)
    return None if said is None else said not in ("0", "false", "off", "none")
