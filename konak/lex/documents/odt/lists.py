"""Numbers of OpenDocument lists and headings, counted in the order of the text. ODF 1.3 Part 3, 5.3 and 16.30."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from konak.lex.documents import numerals
from konak.lex.documents.odt.names import STYLE, TEXT, number, tag
from konak.lex.documents.odt.styles import Styles

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 10
_LOEXT = "{urn:org:documentfoundation:names:experimental:office:xmlns:loext:1.0}num-list-format"
_PLACE = re.compile(r"%([0-9]{1,2})%")
_LANGUAGE = re.compile(r"\(([a-z]{2})\)\s*\Z")
_SUFFIX = {"nothing": "", "space": " ", "listtab": " "}


@dataclass(frozen=True)
class Level:
    """One level of a list style; `shape` has `%1%` for the number of level 1, and so on."""

    bullet: bool = False
    form: str = ""
    shape: str = ""
    start: int = 1
    together: bool = False
    suffix: str = " "
    look: str = ""


@dataclass
class Counts:
    """Where one list stands; None for a level that has not begun."""

    style: str = ""
    at: list[int | None] = field(default_factory=lambda: [None] * LEVELS)

    def step(self, level: int, start: int, given: int | None) -> None:
        """Count one paragraph at `level`; every deeper level begins again."""
        before = self.at[level]
        self.at[level] = given if given is not None else start if before is None else before + 1
        for below in range(level + 1, LEVELS):
            self.at[below] = None


class Lists:
    """The list styles of a document as levels, read when first used."""

    def __init__(self, styles: Styles) -> None:
        self._styles = styles
        self._known: dict[str, dict[int, Level]] = {}

    def levels(self, style: str) -> dict[int, Level]:
        """The levels of a list style, from 0."""
        if style not in self._known:
            self._known[style] = _levels(self._styles.lists.get(style, []))
        return self._known[style]

    def outline(self) -> dict[int, Level]:
        """The levels of headings."""
        if "\0" not in self._known:
            self._known["\0"] = _levels(self._styles.outline)
        return self._known["\0"]


def label(counts: Counts, levels: Mapping[int, Level], at: int) -> tuple[str, bool]:
    """What is printed before a paragraph at that level, and whether the form of its number is known."""
    own = levels.get(at)
    if own is None:
        return "", True
    if own.bullet:
        return "- ", True
    if not own.form:
        return "", True
    known = True

    def place(found: re.Match[str]) -> str:
        nonlocal known
        which = int(found[1]) - 1
        level = levels.get(which)
        if level is None or not level.form or not 0 <= which < LEVELS:
            return ""
        count = counts.at[which]
        told, sure = numeral(level.start if count is None else count, level.form, level.together)
        known &= sure
        return told

    text = _PLACE.sub(place, own.shape)
    return (text + own.suffix if text else ""), known


def numeral(count: int, form: str, together: bool) -> tuple[str, bool]:
    """The number in a `style:num-format`, and whether that format is known. Alphabets other than Latin are
    spelled out there: `а, б, .., аа, аб, ... (ru)`."""
    if form == "1":
        return str(count), True
    if form in ("i", "I"):
        told = numerals.roman(count)
        return (told.upper() if form == "I" else told), True
    letters = numerals.LATIN if form in ("a", "A") else ()
    if found := _LANGUAGE.search(form[:80]):
        letters = numerals.ALPHABETS.get(found[1], ())
    if not letters:
        return str(count), False
    spell = numerals.repeated if together else numerals.counted
    told = spell(count, letters)
    return (told.upper() if form[0].isupper() else told), True


def _levels(elements: "list[_Element]") -> dict[int, Level]:
    result = {}
    for one in elements:
        at = number(one.get(f"{TEXT}level"), 0) - 1
        if 0 <= at < LEVELS:
            result[at] = _level(one, at)
    return result


def _level(one: "_Element", at: int) -> Level:
    follows = next((said for found in one.iter() if (said := found.get(f"{TEXT}label-followed-by"))), "")
    shape = one.get(_LOEXT) or one.get(f"{STYLE}num-list-format")
    if shape is None:
        shown = min(max(number(one.get(f"{TEXT}display-levels"), 1), 1), at + 1)
        inner = ".".join(f"%{place}%" for place in range(at + 2 - shown, at + 2))
        shape = f"{_plain(one, 'num-prefix')}{inner}{_plain(one, 'num-suffix')}"
    return Level(
        bullet=tag(one) in ("text:list-level-style-bullet", "text:list-level-style-image"),
        form=one.get(f"{STYLE}num-format", ""),
        shape=shape[:400],
        start=number(one.get(f"{TEXT}start-value"), 1),
        together=one.get(f"{STYLE}num-letter-sync") == "true",
        suffix=_SUFFIX.get(follows, " "),
        look=one.get(f"{TEXT}style-name", ""),
    )


def _plain(one: "_Element", name: str) -> str:
    return one.get(f"{STYLE}{name}", "").replace("%", "")
