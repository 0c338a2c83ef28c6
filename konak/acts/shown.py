"""Texts of acts made ready for the screen: their words, what could not be read, what differs."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

from django.utils.safestring import SafeString
from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.acts.law.provisions import boxes
from konak.lex import akn

if TYPE_CHECKING:
    from lxml.etree import XSLT, _Element

WHY = {
    "too_long": _("not read: the line is too long"),
    "not_text": _("not read: these signs are no letters"),
    "legacy_font": _("not read: typed in an old font"),
    "not_read": _("not read"),
}
UNREAD = {
    **WHY,
    "label": _("the word of an article without a number"),
    "outside": _("words between provisions that belong to none"),
    "after_closing": _("words after the signature"),
    "another_act": _("another act begins here"),
    "other_language": _("the other language begins here"),
}


@dataclass(frozen=True)
class Shown:
    """A text on the screen: its language, its HTML, and how many units of it could not be read."""

    lang: str
    html: SafeString
    unread: int


@dataclass(frozen=True)
class Differing:
    """One unit that differs between two texts; `runs` are (`ins`, `del` or empty, words)."""

    place: str
    runs: list[tuple[str, str]]


@dataclass(frozen=True)
class Mark:
    """Beside a provision: which act made its words what they are, and where that is told."""

    words: str
    href: str = ""


def shown(
    xml: str | bytes, *, prefix: str = "", level: int = 2, marks: Mapping[str, Iterable[Mark]] | None = None
) -> Shown:
    """The Akoma Ntoso of a text as HTML. `prefix` keeps anchors of two languages on one page apart; `level` is
    the heading level its first heads take; `marks` stand beside provisions, by eId."""
    from lxml.etree import XSLT

    root = akn.parse(xml)
    if marks:
        _mark(root, marks)
    given: dict[str, Any] = {name: XSLT.strparam(str(text)) for name, text in WHY.items()}
    made = _screen()(root, prefix=XSLT.strparam(prefix), level=str(level), **given)
    return Shown(akn.language(root), SafeString(str(made)), int(root.xpath("count(//*[@name='unread'])")))


def _mark(root: "_Element", marks: Mapping[str, Iterable[Mark]]) -> None:
    from lxml.etree import SubElement

    for unit in root.xpath("//*[@eId]"):
        for mark in marks.get(unit.get("eId"), ()):
            made = SubElement(unit, "{urn:konak:lex:1}mark", {"href": mark.href} if mark.href else {})
            made.text = mark.words


def understood(tree: lex.Act, prefix: str = "") -> Shown:
    """A text that is being written, as it was understood."""
    return shown(akn.write(tree), prefix=prefix, level=4)


@cache
def _screen() -> "XSLT":
    from lxml import etree

    return etree.XSLT(etree.parse(Path(__file__).with_name("screen.xsl")))


_TAGS = {"=": "", "-": "del", "+": "ins"}


def differing(old: lex.Act, new: lex.Act) -> list[Differing]:
    """What changed from one text to the other, unit by unit."""
    return [
        Differing(lex.cite(change.path, new.lang), [(_TAGS[op], words) for op, words in change.runs])
        for change in lex.diff(old, new)
    ]


def told(differences: Iterable[lex.Difference]) -> list[dict[str, str]]:
    """The sentences of parity."""
    return [found.words for found in differences]


@dataclass(frozen=True)
class Understood:
    """A text as it was read: its HTML, kind and title, the places that were found, and what was not read."""

    lang: str
    shown: Shown
    kind: str
    title: str
    places: list[str]
    unread: list[tuple[int, str, Any]]


def outline(tree: lex.Act) -> Understood:
    """What the clerk confirms before a text becomes a version."""
    names = [" ".join(filter(None, (box.name, box.unit.heading))) for box in boxes(tree)]
    unread = [(one.line, one.text[:200], UNREAD.get(one.reason, UNREAD["not_read"])) for one in tree.unread]
    html = understood(tree, f"{tree.lang}-")
    return Understood(tree.lang, html, tree.kind_text, tree.title, [name for name in names if name], unread)
