"""The plain reader: the text of an act, Macedonian or Albanian, to its tree. Nothing is dropped.

Line by line; what is not understood stays in its place as an `unread` unit with its line and one of these
reasons: `too_long`, `not_text`, `legacy_font`, `label` (an article's word without its number), `outside`
(words between chapters and articles that belong to none), `after_closing`. Time and memory grow with the
text; above `clean.MOST_CHARACTERS` or `clean.MOST_LINES` it is refused with `Unreadable`.
"""

import re
from bisect import bisect_right

from konak.lex import clean, closing, labels, letters, patterns, words
from konak.lex.opening import Opening, read_opening
from konak.lex.tree import RANK, Act, Closing, Unit, Unreadable

_DASHES = "-–—•▪"
_JOINTS = ".:-–—"  # after these the heading of a division follows on the same line
_FAR = 200  # lines from the end where a closing block may stand before words that do not belong
_WRAPPED = 25  # a shorter line was not broken for want of room
_END = ".;:!?»“”\"'’‘…|,"
_CLOSES = frozenset('“”"')
_QUOTE = re.compile(r"[„“”\"]")


class _Node:
    """A unit while it is being read."""

    __slots__ = ("children", "heading", "kind", "label", "line", "num", "reason", "rows", "text")

    def __init__(
        self, kind: str, num: str = "", label: str = "", text: str = "", line: int = 0, reason: str = ""
    ):
        self.kind, self.num, self.label, self.text, self.line, self.reason = (
            kind,
            num,
            label,
            text,
            line,
            reason,
        )
        self.heading = ""
        self.children: list[_Node] = []
        self.rows: list[tuple[str, ...]] = []

    def frozen(self) -> Unit:
        children = tuple(child.frozen() for child in self.children) if self.children else ()
        return Unit(self.kind, self.num, self.heading, self.text, children, self.label, tuple(self.rows),
                    self.reason, self.line)  # fmt: skip


def read(text: str, lang: str) -> Act:
    """The tree of an act's plain text. `lang` is `mk` or `sq`. Raises `Unreadable` for a text too large."""
    if lang not in patterns.ARTICLE:
        raise Unreadable(f"no reader for the language {lang!r}")
    if len(text) > clean.MOST_CHARACTERS:
        raise Unreadable(f"the text is longer than {clean.MOST_CHARACTERS} characters")
    raw = [
        (place, line)
        for place, line in enumerate(clean.normal(text).splitlines(), 1)
        if not line.isspace() and line
    ]
    if len(raw) > clean.MOST_LINES:
        raise Unreadable(f"the text has more than {clean.MOST_LINES} lines")
    return _Reader(raw, lang).act()


class _Reader:
    def __init__(self, raw: list[tuple[int, str]], lang: str) -> None:
        self.lang = lang
        self.raw = [line for _, line in raw]
        self.places = [place for place, _ in raw]
        self.lines = [" ".join(line.split()) for line in self.raw]
        self.top, self.start = self._opening()
        self.quoted = _quoted(self.lines, self.start)
        opens = [
            i
            for i in range(self.start, len(self.lines))
            if i not in self.quoted and self._article(self.lines[i])
        ]
        self.articled = bool(opens)
        self.last_article = opens[-1] + 1 if opens else self.start
        self.roman_items = False
        self.root = _Node("body")
        self.stack = [self.root]
        self.plain: _Node | None = None  # the unit whose text the next line may go on with

    def act(self) -> Act:
        lines, lang, top = self.lines, self.lang, self.top
        title, start = self._title("", self.start) if top.kind else ("", self.start)
        annexes = [i for i in range(max(self.last_article, start), len(lines)) if self._annex(lines[i])]
        ends = [*annexes, len(lines), *range(len(lines) - 1, len(lines) - _FAR, -1)]
        end = closing.locate(self.raw, max(self.last_article, start), ends, lang)
        stop = end[0] if end else len(lines)
        if not self.articled:
            self.roman_items = any(self._roman_item(i) for i in range(start, stop))
        for place in range(start, stop):
            self._line(lines[place], place)
        body = self.root
        self.root = _Node("body")
        self.stack, self.plain = [self.root], None
        for place in range(end[1] if end else stop, len(lines)):
            if len(self.stack) == 1 and not self._annex(lines[place]):
                self._add(_Node("unread", text=lines[place], line=self.places[place], reason="after_closing"))
            else:
                self._line(lines[place], place)
        if self.articled:
            _mark_outside(body)
        block = Closing(tuple(closing.cells(self.raw[i], lang) for i in range(*end))) if end else None
        return Act(lang, top.kind, top.kind_text, title, top.preamble, top.enacting, top.head,
                   body.frozen().children, block, self.root.frozen().children)  # fmt: skip

    def _opening(self) -> tuple[Opening, int]:
        """What stands above the title. Words after the kind, or after the label of an article or a Roman
        item, become lines of their own, as the writer prints them."""
        begun = (i for i, line in enumerate(self.lines) if self._begins(line))
        top = read_opening(self.lines, self.lang, next(begun, len(self.lines)))
        lines, raw, places = self.lines[: top.next], self.raw[: top.next], self.places[: top.next]
        if top.rest:
            self.lines.insert(top.next, top.rest)
            self.raw.insert(top.next, top.rest)
            self.places.insert(top.next, places[-1])
        for line, whole, number in zip(
            self.lines[top.next :], self.raw[top.next :], self.places[top.next :], strict=True
        ):
            while (found := self._alone(line)) and (rest := line[found.end() :].lstrip()):
                lines.append(found[0])
                raw.append(found[0])
                places.append(number)
                line = whole = rest
            lines.append(line)
            raw.append(whole)
            places.append(number)
        self.lines, self.raw, self.places = lines, raw, places
        return top, top.next

    def _title(self, title: str, place: int) -> tuple[str, int]:
        while place < len(self.lines):
            line = self.lines[place]
            goes_on = not title or line[0].islower() or (line.isupper() and title.isupper())
            if not goes_on or len(line) > 600 or self._structural(line) or (title and title[-1] in ".:;"):
                break
            title = f"{title} {line}".strip()
            place += 1
        return title, place

    def _structural(self, line: str) -> bool:
        if clean.fault(line, self.lang) or "|" in line or line[0] in _DASHES or self._bare_article(line):
            return True
        return bool(self._begins(line) or patterns.COUNTED.match(line) or patterns.LETTERED.match(line))

    def _begins(self, line: str) -> bool:
        """Whether a body has surely begun with this line."""
        if "|" in line:
            return False
        labelled = self._article(line) or self._annex(line) or self._roman(line)
        return bool(labelled or patterns.DIVISION.match(line) or patterns.BRACKET.match(line))

    # What a line opens with

    def _alone(self, line: str) -> re.Match[str] | None:
        """A label that stands on a line of its own: of an article, of a Roman item, and of a division whose
        heading is not held to it by capitals or a dash."""
        if "|" in line:
            return None
        if line[0] in "ЧN" and (found := self._article(line)):
            return found
        found = self._roman(line)
        if (
            found is None
            and (found := patterns.DIVISION.match(line) or self._annex(line))
            and found[0][-1] in _JOINTS
        ):
            return None
        return None if found is None or _capitals(line[found.end() :].lstrip()) else found

    def _article(self, line: str) -> re.Match[str] | None:
        if line[:1] not in "ЧN" or "|" in line or not (found := patterns.ARTICLE[self.lang].match(line)):
            return None
        rest = line[found.end() :].lstrip()
        return None if rest.startswith(words.CITING[self.lang]) else found

    def _bare_article(self, line: str) -> bool:
        """The word of an article without a number that can be read."""
        return (
            len(line) < 12
            and f"{line} ".startswith(patterns.ARTICLE_WORD[self.lang])
            and not self._article(line)
        )

    def _annex(self, line: str) -> re.Match[str] | None:
        if line[:1] not in "ПS" or len(line) > 200 or not (found := patterns.ANNEX.match(line)):
            return None
        rest = line[found.end() :].lstrip()
        return (
            found
            if not rest
            or ((found[0][-1] in _JOINTS or (rest.isupper() and rest[0].isupper())) and rest[-1] not in ".;")
            else None
        )

    def _roman(self, line: str) -> re.Match[str] | None:
        if (
            line[0] not in "IVXLІХ"
            or not (found := patterns.ROMAN.match(line))
            or not letters.from_latin_roman(found[1])
        ):
            return None
        rest = line[found.end() :].lstrip()
        if rest[1:2] in ("", " ") and rest[:1].isalpha() and found[0][-1].isalpha():
            return None  # a letter-spaced word: V E N D I M
        return found if not rest or rest[0].isupper() or rest[0] in '„“"' or found[0][-1] in ".)" else None

    def _roman_item(self, place: int) -> bool:
        line = self.lines[place]
        if not (found := self._roman(line)):
            return False
        rest = line[found.end() :].strip() or (self.lines[place + 1] if place + 1 < len(self.lines) else "")
        return not _capitals(rest) or self._begins(rest)

    # Building

    def _add(self, node: _Node) -> None:
        rank = RANK[node.kind]
        stack = self.stack
        while len(stack) > 1 and RANK[stack[-1].kind] >= rank:
            stack.pop()
        if rank > 5 and (len(stack) == 1 or RANK[stack[-1].kind] < 5):
            self._add(_Node("paragraph", line=node.line))
        stack[-1].children.append(node)
        if node.kind not in ("table", "unread"):
            stack.append(node)
        self.plain = node if rank >= 4 and node.kind not in ("table", "unread") else None

    def _open(self, kind: str, label: str, rest: str, place: int) -> _Node:
        num = labels.number(kind, label, self.lang)
        if label == labels.style(kind, num, self.lang):
            label = ""
        node = _Node(kind, num, label, "", self.places[place])
        self._add(node)
        node.text = rest
        return node

    def _line(self, line: str, place: int) -> None:
        if reason := clean.fault(line, self.lang):
            self._add(_Node("unread", text=line, line=self.places[place], reason=reason))
        elif place in self.quoted:
            self._plain(line, place)
        elif "|" in line or "\t" in self.raw[place]:
            self._row(line, place)
        elif not self._labelled(line, place):
            self._plain(line, place)

    def _labelled(self, line: str, place: int) -> bool:
        first = line[0]
        if first.isdigit():
            return self._counted(line, place)
        if first == "(":
            found = patterns.BRACKET.match(line)
            return bool(found and self._open("paragraph", found[0], line[found.end() :].lstrip(), place))
        if first in _DASHES:
            if len(line) == 1 or line[1].isspace() or line[1].isalpha() or line[1] in "„“":
                self._open("indent", first, line[1:].lstrip(), place)
                return True
            return False
        if found := self._article(line):
            self._open_article(found, place)
            return True
        if self._bare_article(line):
            self._add(_Node("unread", text=line, line=self.places[place], reason="label"))
            return True
        if found := patterns.LETTERED.match(line):
            self._open(self._letter_kind(), found[0], line[found.end() :].lstrip(), place)
            return True
        return self._division(line, place)

    def _counted(self, line: str, place: int) -> bool:
        if not (found := patterns.COUNTED.match(line)):
            return False
        label, rest = found[0], line[found.end() :].lstrip()
        in_annex = len(self.stack) > 1 and self.stack[1].kind == "annex"
        if _capitals(rest) and not self.articled and not self.roman_items and label[-1] == ".":
            self._open("chapter", label, "", place).heading = rest
        elif "." in label[:-1]:
            self._open("sub" if self._inside("point") else "point", label, rest, place)
        elif label[-1] == "." and not (self.articled or self.roman_items or in_annex):
            self._open_item(label, rest, place)
        else:
            self._open("point", label, rest, place)
        return True

    def _open_item(self, label: str, rest: str, place: int) -> None:
        """Words after the label are the item's first paragraph, whatever they begin with."""
        self._open("item", label, "", place)
        if rest:
            self._plain(rest, place, fresh=True)

    def _open_article(self, found: re.Match[str], place: int) -> None:
        above = self.stack[1:] and self.plain
        holder = self.stack[-2] if above and len(self.stack) > 1 else None
        heading = ""
        if above and holder and above is self.stack[-1] and above.kind == "paragraph" and not above.num:
            spare = holder.kind not in ("article", "item") or len(holder.children) > 1
            if spare and above.text and not above.children and _heading_like(above.text):
                heading = above.text
                holder.children.pop()
                self.stack.pop()
        self._open("article", found[0], "", place).heading = heading

    def _letter_kind(self) -> str:
        point = self._inside("point")
        return "sub" if point is not None and point.num[:1].isdigit() else "point"

    def _inside(self, kind: str) -> _Node | None:
        return next((node for node in reversed(self.stack) if node.kind == kind), None)

    def _division(self, line: str, place: int) -> bool:
        if len(line) > 300:
            return False
        if found := self._annex(line):
            self._open("annex", found[0], "", place).heading = line[found.end() :].strip()
        elif found := patterns.DIVISION.match(line):
            self._open(str(found.lastgroup), found[0], "", place).heading = line[found.end() :].strip()
        elif found := self._roman(line):
            rest = line[found.end() :].strip()
            ahead = rest or (self.lines[place + 1] if place + 1 < len(self.lines) else "")
            if self.articled or (_capitals(ahead) and (ahead == rest or not self._begins(ahead))):
                self._open("chapter", found[0], "", place).heading = rest
            else:
                self._open_item(found[0], rest, place)
        elif _capitals(line):
            self._capital_line(line, place)
        else:
            return False
        return True

    def _capital_line(self, line: str, place: int) -> None:
        top = self.stack[-1]
        if (
            top.kind in ("part", "chapter", "section", "annex")
            and not top.children
            and len(top.heading) < 600
        ):
            top.heading = f"{top.heading} {line}".strip()
        else:
            self._open("chapter", "", "", place).heading = line

    def _plain(self, line: str, place: int, *, fresh: bool = False) -> None:
        node, top = self.plain, self.stack[-1]
        if node is not None and not fresh and RANK[node.kind] >= 5 and not node.children:
            empty = not node.text and (node.num or node.kind == "indent")
            wrapped = (
                _WRAPPED <= len(node.text) < clean.LONGEST_LINE
                and node.text[-1] not in _END[:-1]
                and line[0].islower()
            )
            if empty or wrapped:
                node.text = f"{node.text} {line}".strip()
                return
        bare = top.kind in ("part", "chapter", "section", "annex") and not top.children and not top.heading
        if bare and top.num and not fresh and _heading_like(line):
            top.heading = line
            return
        self._add(_Node("paragraph", text=line, line=self.places[place]))

    def _row(self, line: str, place: int) -> None:
        if "|" not in line:
            parts = [" ".join(part.split()) for part in self.raw[place].strip().split("\t")]
            if len(parts) < 3 or not all(parts):
                if not self._labelled(line, place):
                    self._plain(line, place)
                return
        else:
            parts = [part.strip() for part in line.removeprefix("|").removesuffix("|").split("|")]
        siblings = self._container().children
        if siblings and siblings[-1].kind == "table":
            siblings[-1].rows.append(tuple(parts))
        else:
            table = _Node("table", line=self.places[place])
            table.rows.append(tuple(parts))
            self._add(table)

    def _container(self) -> _Node:
        return next(
            (node for node in reversed(self.stack) if node is self.root or RANK[node.kind] < 5), self.root
        )


def _capitals(line: str) -> bool:
    return (
        bool(line)
        and line.isupper()
        and len(line) < 300
        and line[-1] not in ".;,:"
        and sum(map(str.isalpha, line)) > 3
    )


def _heading_like(text: str) -> bool:
    return len(text) <= 120 and text[-1] not in _END and text[0].isupper()


def _quoted(lines: list[str], place: int) -> frozenset[int]:
    """Lines inside a quotation that began on a line before („Член 5-а …“ over several lines)."""
    inside: set[int] = set()
    ends = [i for i in range(place, len(lines)) if lines[i].rstrip(".;, ")[-1:] in _CLOSES]
    while place < len(lines):
        line = lines[place]
        if line[0] in '„“"' and not _QUOTE.search(line, 1):
            at = bisect_right(ends, place)
            if at < len(ends) and ends[at] < place + _FAR:
                inside.update(range(place + 1, ends[at] + 1))
                place = ends[at]
        place += 1
    return frozenset(inside)


def _mark_outside(node: _Node) -> None:
    """In an act with articles, words of chapters that no article holds were not understood."""
    for child in node.children:
        if child.kind in ("part", "chapter", "section"):
            _mark_outside(child)
        elif child.kind == "paragraph" and not child.children and child.text and not child.num:
            child.kind, child.reason = "unread", "outside"
