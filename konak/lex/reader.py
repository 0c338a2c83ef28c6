"""The plain reader: the text of an act, Macedonian or Albanian, to its tree. Nothing is dropped.

Line by line; what is not understood stays in its place as an `unread` unit with its line and one of these
reasons: `too_long`, `not_text`, `legacy_font`, `label` (an article's word without a number that can be
read), `outside` (words between chapters and articles that belong to none), `after_closing`, `another_act`
(a further act in the same text) and `other_language` (the same for the other language). Time and memory grow
with the text; above `clean.MOST_CHARACTERS` or `clean.MOST_LINES` it is refused with `Unreadable`.
"""

from konak.lex import clean, closing, heads, patterns
from konak.lex.growing import Growth, Node, outside
from konak.lex.lines import Lines, further_act, labels_apart, split
from konak.lex.opening import Opening, read_opening
from konak.lex.spans import quoted
from konak.lex.tree import RANK, Act, Closing, Unit, Unreadable

_FAR = 200  # lines from the end where a closing block may stand before words that do not belong
_TITLE = 600  # signs of a title, and so of a line that may be one
_WRAPPED = 25  # a shorter line was not broken for want of room
_GOES_ON = heads.END[:-1]  # a line that ends with none of these may go on


def read(text: str, lang: str) -> Act:
    """The tree of an act's plain text. `lang` is `mk` or `sq`. Raises `Unreadable` for a text too large."""
    if lang not in patterns.ARTICLE:
        raise Unreadable(f"no reader for the language {lang!r}")
    if len(text) > clean.MOST_CHARACTERS:
        raise Unreadable(f"the text is longer than {clean.MOST_CHARACTERS} characters")
    lines = split(text, lang)
    if len(lines.texts) > clean.MOST_LINES:
        raise Unreadable(f"the text has more than {clean.MOST_LINES} lines")
    return _Reader(lines, lang).act()


class _Reader:
    def __init__(self, lines: Lines, lang: str) -> None:
        self.lang = lang
        top = self._opening(lines)
        further = further_act(lines, top.next + 1) if top.kind else None
        end = further[0] if further else len(lines.texts)
        self.rest = list(zip(lines.texts[end:], lines.numbers[end:], strict=True))
        self.rest_reason = "another_act" if further and further[1] == lang else "other_language"
        for column in (lines.texts, lines.raw, lines.numbers):
            del column[end:]
        self.top, self.start = top, top.next
        self.source = labels_apart(lines, top.next)
        self.lines, self.numbers = self.source.texts, self.source.numbers
        self.quoted = quoted(self.lines, self.start)
        self.articles = frozenset(self.source.articles) - self.quoted
        self.articled = bool(self.articles)
        self.last_article = max(self.articles) + 1 if self.articles else self.start
        self.roman_items = False
        self.growth = Growth(lang)

    def _opening(self, lines: Lines) -> Opening:
        """What stands above the title; words after the kind become a line of their own, as the writer
        prints them."""
        begun = (i for i, line in enumerate(lines.texts) if heads.begins(line, self.lang))
        top = read_opening(lines.texts, self.lang, next(begun, len(lines.texts)))
        if top.rest:
            for column in (lines.texts, lines.raw):
                column.insert(top.next, top.rest)
            lines.numbers.insert(top.next, lines.numbers[top.next - 1])
        return top

    def act(self) -> Act:
        lines, lang, top, raw = self.lines, self.lang, self.top, self.source.raw
        title, start = self._title() if top.kind else ("", self.start)
        after = max(self.last_article, start)
        annexes = [i for i in range(after, len(lines)) if heads.annex(lines[i])]
        ends = [*annexes, len(lines), *range(len(lines) - 1, max(after, len(lines) - _FAR), -1)]
        end = closing.locate(raw, after, ends, lang)
        stop = end[0] if end else len(lines)
        if not self.articled:
            self.roman_items = any(self._roman_item(i) for i in range(start, stop))
        for place in range(start, stop):
            self._line(lines[place], place)
        if self.articled:
            for node in outside(self.growth.root):
                node.kind, node.reason = "unread", "outside"
        body = self.growth.done()
        block = Closing(tuple(closing.cells(raw[i], lang) for i in range(*end))) if end else None
        return Act(lang, top.kind, top.kind_text, title, top.preamble, top.enacting, top.head,
                   body, block, self._after(end[1] if end else stop))  # fmt: skip

    def _after(self, first: int) -> tuple[Unit, ...]:
        """Annexes, and what stands after the closing block and belongs to nothing."""
        growth = self.growth = Growth(self.lang)
        for place in range(first, len(self.lines)):
            line = self.lines[place]
            if len(growth.stack) == 1 and not heads.annex(line):
                growth.add(Node("unread", "", "", line, self.numbers[place], "after_closing"))
            else:
                self._line(line, place)
        growth.close()
        for line, number in self.rest:
            growth.add(Node("unread", "", "", line, number, self.rest_reason))
        return growth.done()

    def _title(self) -> tuple[str, int]:
        title, place = "", self.start
        while place < len(self.lines):
            line = self.lines[place]
            goes_on = not title or line[0].islower() or (line.isupper() and title.isupper())
            if (
                not goes_on
                or len(title) + len(line) > _TITLE
                or self._structural(line)
                or (title and title[-1] in ".:;")
            ):
                break
            title = f"{title} {line}".strip()
            place += 1
        return title, place

    def _structural(self, line: str) -> bool:
        if clean.fault(line, self.lang) or "|" in line or line[0] in heads.BULLETS:
            return True
        labelled = heads.begins(line, self.lang) or heads.bare_article(line, self.lang)
        return bool(labelled or patterns.COUNTED.match(line) or patterns.LETTERED.match(line))

    def _roman_item(self, place: int) -> bool:
        line = self.lines[place]
        if not (found := heads.roman(line)):
            return False
        rest = line[found.end() :].strip() or self._next(place)
        return not heads.capitals(rest) or heads.begins(rest, self.lang)

    def _next(self, place: int) -> str:
        return self.lines[place + 1] if place + 1 < len(self.lines) else ""

    # One line

    def _line(self, line: str, place: int) -> None:
        odd = self.source.odd
        if odd and (reason := clean.fault(line, self.lang)):
            self.growth.add(Node("unread", "", "", line, self.numbers[place], reason))
        elif place in self.articles:
            self._open_article(line, place)
        elif place in self.quoted:
            self._plain(line, place)
        elif odd and ("|" in line or "\t" in self.source.raw[place]):
            self._row(line, place)
        elif not self._labelled(line, place):
            self._plain(line, place)

    def _labelled(self, line: str, place: int) -> bool:
        word, _, rest = line.partition(" ")
        if word[-1] == ")" and (kind := heads.enclosed(word)):
            kind = self._letter_kind() if kind == "letter" else kind
            self.growth.open(kind, word, rest, self.numbers[place])
            return True
        first = line[0]
        if first.isdigit():
            return self._counted(line, place)
        if first == "(":
            found = patterns.BRACKET.match(line)
            return bool(found and self._open("paragraph", found, line, place))
        if first in heads.BULLETS:
            return self._indent(line, place)
        if first.islower():
            return False
        if heads.bare_article(line, self.lang):
            self.growth.add(Node("unread", "", "", line, self.numbers[place], "label"))
            return True
        return len(line) <= 300 and self._division(line, place)

    def _open(self, kind: str, found: heads.Found, line: str, place: int) -> Node:
        return self.growth.open(kind, found[0], line[found.end() :].lstrip(), self.numbers[place])

    def _indent(self, line: str, place: int) -> bool:
        if len(line) > 1 and not (line[1].isspace() or line[1].isalpha() or line[1] in "„“"):
            return False
        self.growth.open("indent", line[0], line[1:].lstrip(), self.numbers[place])
        return True

    def _counted(self, line: str, place: int) -> bool:
        if not (found := patterns.COUNTED.match(line)):
            return False
        label, stack = found[0], self.growth.stack
        dotted = label[-1] == "." and not (self.articled or self.roman_items)
        in_annex = len(stack) > 1 and stack[1].kind == "annex"
        if dotted and heads.capitals(rest := line[found.end() :].lstrip()):
            self.growth.open("chapter", label, "", self.numbers[place]).heading = rest
        elif "." in label[:-1]:
            self._open("sub" if self.growth.inside("point") else "point", found, line, place)
        elif dotted and not in_annex:
            self._open_item(found, line, place)
        else:
            self._open("point", found, line, place)
        return True

    def _open_item(self, found: heads.Found, line: str, place: int) -> None:
        """Words after the label are the item's first paragraph, whatever they begin with."""
        self.growth.open("item", found[0], "", self.numbers[place])
        if rest := line[found.end() :].lstrip():
            self._plain(rest, place, fresh=True)

    def _open_article(self, line: str, place: int, kind: str = "article") -> None:
        """An article or tariff number; a short line just above it that belongs to nothing is its heading."""
        stack, above = self.growth.stack, self.growth.plain
        heading = ""
        if above is not None and len(stack) > 1 and above is stack[-1]:
            holder = stack[-2]
            spare = holder.kind not in ("article", "item", "tariff") or len(holder.children) > 1
            bare = above.kind == "paragraph" and not above.num and not above.children
            if bare and spare and above.text and heads.heading_like(above.text):
                heading = above.text
                holder.children.pop()
                stack.pop()
                self.growth.nodes.pop()  # the last one read
        self.growth.open(kind, line, "", self.numbers[place]).heading = heading

    def _letter_kind(self) -> str:
        point = self.growth.inside("point")
        return "sub" if point is not None and point.num[:1].isdigit() else "point"

    def _division(self, line: str, place: int) -> bool:
        if heads.capitals(line) and line[0] not in heads.FIRST:
            self._capital_line(line, place)
        elif found := heads.tariff(line):
            self._open_article(found[0], place, "tariff")
            if rest := line[found.end() :].strip():
                self._plain(rest, place, fresh=True)
        elif found := heads.annex(line):
            self._open_division("annex", found, line, place)
        elif found := heads.division(line):
            self._open_division(str(found.lastgroup), found, line, place)
        elif found := heads.roman(line):
            self._roman(found, line, place)
        elif heads.capitals(line):
            self._capital_line(line, place)
        else:
            return False
        return True

    def _open_division(self, kind: str, found: heads.Found, line: str, place: int) -> None:
        self.growth.open(kind, found[0], "", self.numbers[place]).heading = line[found.end() :].strip()

    def _roman(self, found: heads.Found, line: str, place: int) -> None:
        """A chapter in capitals, or an item of an individual act."""
        rest = line[found.end() :].strip()
        ahead = rest or self._next(place)
        heading = heads.capitals(ahead) and (ahead == rest or not heads.begins(ahead, self.lang))
        if self.articled or heading:
            self._open_division("chapter", found, line, place)
        else:
            self._open_item(found, line, place)

    def _capital_line(self, line: str, place: int) -> None:
        top = self.growth.stack[-1]
        division = top.kind in ("part", "chapter", "section", "annex")
        if division and not top.children and len(top.heading) < 600:
            top.heading = f"{top.heading} {line}".strip()
        else:
            self.growth.open("chapter", "", "", self.numbers[place]).heading = line

    def _plain(self, line: str, place: int, *, fresh: bool = False) -> None:
        node, top = self.growth.plain, self.growth.stack[-1]
        if node is not None and not fresh and RANK[node.kind] >= 5 and not node.children:
            empty = not node.text and (node.num or node.kind == "indent")
            if empty or _goes_on(node.text, line):
                node.text = f"{node.text} {line}".strip()
                return
        bare = top.kind in ("part", "chapter", "section", "annex") and not top.children and not top.heading
        if bare and top.num and not fresh and heads.heading_like(line):
            top.heading = line
            return
        self.growth.add(Node("paragraph", "", "", line, self.numbers[place]))

    def _row(self, line: str, place: int) -> None:
        if "|" in line:
            cells = [part.strip() for part in line.removeprefix("|").removesuffix("|").split("|")]
        else:
            cells = [" ".join(part.split()) for part in self.source.raw[place].strip().split("\t")]
            if len(cells) < 3 or not all(cells):
                if not self._labelled(line, place):
                    self._plain(line, place)
                return
        self.growth.row(cells, self.numbers[place])


def _goes_on(text: str, line: str) -> bool:
    """Whether a hard-wrapped `text` goes on with `line`."""
    return line[0].islower() and _WRAPPED <= len(text) < clean.LONGEST_LINE and text[-1] not in _GOES_ON
