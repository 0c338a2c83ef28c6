"""Word's automatic numbers (`numbering.xml`), counted as Word counts them while paragraphs go by.

`w:abstractNum` describes a list, `w:num` uses it; all uses of one description count on together, unless a use
starts afresh (`w:startOverride`) or brings levels of its own. ECMA-376 Part 1, 17.9.
"""

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from konak.lex.documents import numerals
from konak.lex.documents.docx.names import VAL, W, child, number, value
from konak.lex.documents.docx.styles import Styles, look
from konak.lex.documents.look import PLAIN, Look

if TYPE_CHECKING:
    from lxml.etree import _Element

LEVELS = 9
_MOST = 2_000_000  # a larger start is no number of a text
_PLACE = re.compile(r"%([1-9])")
_SUFFIX = {"nothing": "", "space": " ", "tab": " "}
_ALPHABETS = {
    "lowerLetter": numerals.LATIN,
    "upperLetter": numerals.LATIN,
    "russianLower": numerals.RUSSIAN,
    "russianUpper": numerals.RUSSIAN,
}
_DIGITS = ("decimal", "decimalHalfWidth", "decimalFullWidth", "decimalZero", "ordinal", "numberInDash")


@dataclass(frozen=True)
class Level:
    """One level of a list. `restart` is the level (from 1) after which it begins again, 0 never, None any
    higher one; `legal` prints every number in Arabic digits."""

    start: int = 1
    form: str = "decimal"
    text: str = ""
    letters: tuple[str, ...] = ()
    restart: int | None = None
    legal: bool = False
    suffix: str = " "
    style: str = ""
    look: Look = PLAIN


@dataclass
class _List:
    """A described list while it counts; `counts` has None for a level that has not begun."""

    levels: dict[int, Level]
    link: str = ""
    counts: list[int | None] = field(default_factory=lambda: [None] * LEVELS)


@dataclass
class _Use:
    """A `w:num`: the list it uses, its own levels and fresh starts (given once, at its first paragraph)."""

    of: int
    levels: dict[int, Level]
    starts: dict[int, int]
    begun: bool = False


@dataclass(frozen=True)
class Label:
    """What Word prints before a paragraph: its text with what follows it, and how sure its form is."""

    text: str
    look: Look = PLAIN
    bullet: bool = False
    known: bool = True


class Numbering:
    """The lists of a document and where each stands."""

    def __init__(self, root: "_Element | None", styles: Styles) -> None:
        self._styles = styles
        self._lists: dict[int, _List] = {}
        self._uses: dict[int, _Use] = {}
        for element in root if root is not None else ():
            if element.tag == f"{W}abstractNum":
                key = number(element.get(f"{W}abstractNumId"))
                if key is not None:
                    self._lists[key] = _List(_levels(element), value(element, "numStyleLink") or "")
            elif element.tag == f"{W}num":
                self._keep(element)

    def _keep(self, element: "_Element") -> None:
        key, of = number(element.get(f"{W}numId")), number(value(element, "abstractNumId"))
        if key is None or of is None:
            return
        use = _Use(of, {}, {})
        for override in element.findall(f"{W}lvlOverride"):
            at = number(override.get(f"{W}ilvl"))
            if at is None or not 0 <= at < LEVELS:
                continue
            start = number(value(override, "startOverride"))
            if start is not None and 0 <= start < _MOST:
                use.starts[at] = start
            use.levels |= _levels(override)
        self._uses[key] = use

    def _list(self, use: _Use) -> _List | None:
        """The list a use counts in; a link to a list style is followed once."""
        found = self._lists.get(use.of)
        if found is not None and found.link:
            linked = self._uses.get(self._styles.of_list(found.link) or -1)
            return self._lists.get(linked.of, found) if linked else found
        return found

    def label(self, direct: tuple[int | None, int | None], style: str) -> Label | None:
        """Count one paragraph and say what is printed before it; None for a paragraph without number.
        `direct` is its own (number list, level), which go before those of its style."""
        num, level = direct
        by_style = ""
        if num is None:
            num, inherited, by_style = self._styles.numbering(style)
            level = inherited if level is None else level
        use = self._uses.get(num or 0)
        found = self._list(use) if use else None
        if use is None or found is None:
            return None
        levels = found.levels | use.levels
        if by_style and direct[1] is None:
            level = next((at for at, one in levels.items() if one.style == by_style), level)
        at = min(max(level or 0, 0), LEVELS - 1)
        if at not in levels:
            return None
        self._count(found, use, levels, at)
        return _printed(found.counts, levels, at)

    def _count(self, found: _List, use: _Use, levels: dict[int, Level], at: int) -> None:
        counts = found.counts
        if not use.begun:
            use.begun = True
            for level in use.starts:
                counts[level] = None
        before = counts[at]
        start = use.starts.get(at, levels[at].start)
        counts[at] = start if before is None else before + 1
        for below in range(at + 1, LEVELS):
            rule = levels[below].restart if below in levels else None
            if rule is None or at < rule:
                counts[below] = None


def _levels(element: "_Element") -> dict[int, Level]:
    result = {}
    for one in element.findall(f"{W}lvl"):
        at = number(one.get(f"{W}ilvl"))
        if at is not None and 0 <= at < LEVELS:
            result[at] = _level(one)
    return result


def _level(one: "_Element") -> Level:
    form, letters = _form(one)
    start = number(value(one, "start"), 1)
    legal = child(one, "isLgl")
    return Level(
        start=start if start is not None and 0 <= start < _MOST else 1,
        form=form,
        text=(value(one, "lvlText") or "")[:400],
        letters=letters,
        restart=number(value(one, "lvlRestart")),
        legal=legal is not None and legal.get(VAL, "1") not in ("0", "false", "off"),
        suffix=_SUFFIX.get(value(one, "suff") or "tab", " "),
        style=value(one, "pStyle") or "",
        look=look(child(one, "rPr")),
    )


def _form(one: "_Element") -> tuple[str, tuple[str, ...]]:
    """The number format; a list of one's own (`w:format="а, б, в, …"`) with its letters. Newer forms stand in
    an `mc:AlternateContent`, the choice before the fallback."""
    found = child(one, "numFmt")
    if found is None:
        found = next(one.iter(f"{W}numFmt"), None)
    if found is None:
        return "decimal", ()
    form = found.get(VAL, "decimal")
    listed = found.get(f"{W}format", "")[:2000]
    if form == "custom" and listed:
        return form, tuple(part.strip() for part in listed.split(",") if part.strip(" .…"))
    return form, ()


def _printed(counts: list[int | None], levels: dict[int, Level], at: int) -> Label:
    own = levels[at]
    if own.form == "bullet":
        return Label("- ", own.look, bullet=True)
    known = True

    def place(found: re.Match[str]) -> str:
        nonlocal known
        which = int(found[1]) - 1
        level = levels.get(which, Level())
        value_ = counts[which]
        told, sure = _numeral(level.start if value_ is None else value_, level, own.legal and which != at)
        known &= sure
        return told

    if own.legal:
        own = replace(own, form="decimal" if own.form not in ("none", "decimalZero") else own.form)
        levels = levels | {at: own}
    text = _PLACE.sub(place, own.text)
    return Label(text + own.suffix if text else "", own.look, known=known)


def _numeral(count: int, level: Level, legal: bool) -> tuple[str, bool]:
    """The number in the level's form, and whether that form is known here."""
    form = "decimal" if legal and level.form not in ("none", "decimalZero") else level.form
    if form in _ALPHABETS:
        letters = numerals.repeated(count, _ALPHABETS[form])
        return (letters.upper() if form.startswith(("upper", "russianUpper")) else letters), True
    if form in ("lowerRoman", "upperRoman"):
        told = numerals.roman(count)
        return (told.upper() if form == "upperRoman" else told), True
    if form == "none":
        return "", True
    if form == "decimalZero":
        return f"{count:02}", True
    if form == "numberInDash":
        return f"- {count} -", True
    if form == "custom" and 0 < count <= len(level.letters):
        zeros = level.letters[0]
        return (f"{count:0{len(zeros)}}" if zeros.isdigit() else level.letters[count - 1]), True
    return str(count), form in _DIGITS
