"""Texts of acts made ready for the screen: provisions, what could not be read, what differs."""

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext_lazy as _

from konak import lex
from konak.kernel.ui.components.provisions import Provision

WHY = {
    "too_long": _("not read: the line is too long"),
    "not_text": _("not read: these signs are no letters"),
    "legacy_font": _("not read: typed in an old font"),
}
_ARTICLES = ("article", "item", "annex")
_HEADS = ("part", "chapter", "section")


@dataclass(frozen=True)
class Shown:
    """A text as it was understood: what stands above the body, its units, its closing lines."""

    lang: str
    opening: str
    kind: str
    title: str
    units: list[Provision]
    closing: list[str]
    unread: int


@dataclass(frozen=True)
class Differing:
    """One unit that differs between two texts; `runs` are (`ins`, `del` or empty, words)."""

    place: str
    runs: list[tuple[str, str]]


def shown(tree: lex.Act, prefix: str = "") -> Shown:
    """The tree for `provisions`; `prefix` keeps anchors of two languages on one page apart."""
    data = lex.as_data(tree)
    body = [
        c for c in data["children"] if c["kind"] not in ("head", "preamble", "enacting", "title", "closing")
    ]
    lines = [" · ".join(cell for cell in line if cell) for line in tree.closing.lines] if tree.closing else []
    opening = " ".join(part for part in (tree.preamble, tree.enacting) if part)
    return Shown(
        tree.lang,
        opening,
        tree.kind_text,
        tree.title,
        [_unit(child, prefix) for child in body],
        lines,
        sum(_unread(child) for child in body),
    )


def _unread(data: dict[str, Any]) -> int:
    return (data["kind"] == "unread") + sum(_unread(child) for child in data["children"])


def _unit(data: dict[str, Any], prefix: str) -> Provision:
    kind = data["kind"]
    text = "\n".join(" | ".join(row) for row in data["rows"]) if data.get("rows") else data["text"]
    return Provision(
        kind="unread"
        if kind == "unread"
        else "head"
        if kind in _HEADS
        else "article"
        if kind in _ARTICLES
        else "text",
        number=data.get("label", ""),
        heading=data["heading"],
        text=text,
        id=f"{prefix}{data['anchor']}" if prefix and data.get("anchor") else data.get("anchor", ""),
        note=WHY.get(data["reason"], _("not read")) if kind == "unread" else "",
        parts=[_unit(child, prefix) for child in data["children"]],
    )


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
