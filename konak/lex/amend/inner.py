"""What an operation's content is made of: read by the reader of whole acts, under the unit's own label."""

import re

from konak.lex import labels
from konak.lex.amend.matching import tidy
from konak.lex.amend.refusals import Refused
from konak.lex.amend.text import Node, Text
from konak.lex.reader import read
from konak.lex.tree import Act, Unit, Unreadable
from konak.lex.writer import write

_ARTICLE = {"mk": "Член 1", "sq": "Neni 1"}
_WORDS = {"mk": "Текст:", "sq": "Tekst:"}
_CELLS = re.compile(r"\s*\|\s*|\t+")


def content_of(text: Text, content: str, content_from: str, what: str) -> tuple[str, Unit | None]:
    """The content of an operation, or the annex of the amending act that holds it."""
    if not content_from:
        if not content.strip():
            raise Refused("no_content", what)
        return content, None
    given = text.given
    found = [unit for unit in (*given.body, *given.annexes) if unit.kind == "annex"] if given else []
    wanted = content_from.removeprefix("annex:")
    named = [unit for at, unit in enumerate(found, 1) if (unit.num or str(at)) == wanted]
    if len(named) != 1:
        raise Refused("no_annex", wanted, plain=True)
    return "", named[0]


def unit_of(text: Text, kind: str, num: str, label: str, content: str, what: str, heading: str = "") -> Unit:
    """The unit that holds `content`, with everything in it. `Refused` where the reader makes of it another
    kind of unit, more than one, or does not understand a line."""
    lang = text.lang
    shown = labels.printed(kind, num, label, lang)
    body = content.strip()
    match kind:
        case "article" | "tariff":
            got = _read(f"{shown}\n{body}", lang, what).body
        case "paragraph":
            got = _inside(f"{_ARTICLE[lang]}\n{shown} {body}".replace("\n ", "\n"), lang, what, 1)
        case "point" | "indent":
            got = _inside(f"{_ARTICLE[lang]}\n{_WORDS[lang]}\n{shown} {body}", lang, what, 2)
        case "sub":
            got = _inside(
                f"{_ARTICLE[lang]}\n{_WORDS[lang]}\n1) {_WORDS[lang]}\n{shown} {body}", lang, what, 3
            )
        case "item":
            joint = "\n" if num[:1] in "IVXL" else " "
            got = _read(f"{shown}{joint}{body}", lang, what).body
        case _:
            opening = write(Act(lang, body=(Unit(kind, num, heading, label=label),)))
            before = f"{_ARTICLE[lang]}\n{_WORDS[lang][:-1]}.\n" if text.articled else ""
            got = _read(f"{before}{opening}{body}", lang, what).body[1 if before else 0 :]
    if len(got) != 1 or (got[0].kind, got[0].num) != (kind, num):
        raise Refused("content_unread", what)
    return got[0]


def _read(words: str, lang: str, what: str) -> Act:
    try:
        act = read(words, lang)
    except Unreadable:
        raise Refused("content_unread", what) from None
    if act.unread or act.closing or act.annexes or act.title or act.preamble or act.head:
        raise Refused("content_unread", what)
    return act


def _inside(words: str, lang: str, what: str, depth: int) -> tuple[Unit, ...]:
    """What stands `depth` below the only article that was read."""
    units = _read(words, lang, what).body
    for _ in range(depth):
        if len(units) != 1:
            raise Refused("content_unread", what)
        units = units[0].children
    return units


def one_line(content: str, what: str) -> str:
    """Content that must be a single run of words."""
    lines = [line for line in content.splitlines() if line.strip()]
    if len(lines) != 1:
        raise Refused("no_content" if not lines else "content_unread", what)
    return tidy(lines[0])


def row_of(table: Node, content: str, key: str, what: str) -> tuple[str, ...]:
    """The cells of a row; the number of a numbered table's row may be left out."""
    line = one_line(content, what)
    cells = tuple(tidy(cell) for cell in _CELLS.split(line.removeprefix("|").removesuffix("|")))
    width = max(map(len, table.rows), default=0)
    last = next((row[0] for row in reversed(table.rows) if row and row[0].rstrip(".").isdigit()), "")
    if last and len(cells) == width - 1:
        cells = (f"{key}{'.' if last.endswith('.') else ''}", *cells)
    if len(cells) != width:
        raise Refused("bad_row", what)
    return cells
