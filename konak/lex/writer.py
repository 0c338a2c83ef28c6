"""The plain writer: the tree back to text, in the order and form of print."""

from collections.abc import Iterator

from konak.lex import labels
from konak.lex.tree import Act, Unit

_COLUMN = 44


def write(act: Act, lang: str | None = None) -> str:
    """The act as plain text; `lang` (the act's own by default) chooses how numbers and labels are printed.

    `read(write(act), act.lang) == act` for every act that `read` made.
    """
    lang = lang or act.lang
    blocks: list[str] = []
    if act.head:
        blocks.append("\n".join(act.head))
    if opening := " ".join(part for part in (act.preamble, act.enacting) if part):
        blocks.append(opening)
    if heading := "\n".join(part for part in (act.kind_text, act.title) if part):
        blocks.append(heading)
    blocks.extend(_blocks(act.body, lang))
    if act.closing:
        lines = (
            f"{line[0]:<{_COLUMN}}   {line[1]}" if len(line) > 1 else line[0] for line in act.closing.lines
        )
        blocks.append("\n".join(lines))
    blocks.extend(_blocks(act.annexes, lang))
    return "\n\n".join(blocks) + "\n" if blocks else ""


def _blocks(units: tuple[Unit, ...], lang: str) -> Iterator[str]:
    """Paragraph blocks: a division or article opens one, what it holds follows line by line."""
    lines: list[str] = []
    for unit in units:
        if unit.kind in ("part", "chapter", "section", "annex"):
            if lines:
                yield "\n".join(lines)
                lines = []
            yield _division(unit, lang)
            if unit.text:
                yield unit.text
            yield from _blocks(unit.children, lang)
        elif unit.kind in ("article", "item", "tariff"):
            if lines:
                yield "\n".join(lines)
            lines = []
            yield "\n".join(_provision(unit, lang))
        else:
            lines.extend(_lines(unit, lang))
    if lines:
        yield "\n".join(lines)


def _division(unit: Unit, lang: str) -> str:
    """Number and heading on one line where capitals hold them together, else the heading below."""
    label = labels.printed(unit.kind, unit.num, unit.label, lang)
    spaced = unit.heading[1:2] == " "  # a letter-spaced word may begin like a numeral
    worded = " " in label and unit.heading.isupper() and unit.heading[0].isupper() and not spaced
    joint = worded or not label or label.endswith((".", ":", "-", "–", "—", ")"))
    return _line(label, unit.heading) if joint else "\n".join(part for part in (label, unit.heading) if part)


def _provision(unit: Unit, lang: str) -> Iterator[str]:
    if unit.heading:
        yield unit.heading
    label = labels.printed(unit.kind, unit.num, unit.label, lang)
    inner = [line for child in unit.children for line in _lines(child, lang)]
    first = unit.children[0] if unit.children else None
    inline = unit.kind == "item" and unit.num[:1] not in "IVXL" and first is not None
    if inline and first and first.kind == "paragraph" and not first.num and first.text:
        inner[0] = f"{label} {inner[0]}"
    else:
        yield label
    if unit.text:
        yield unit.text
    yield from inner


def _lines(unit: Unit, lang: str) -> Iterator[str]:
    if unit.kind == "table":
        for row in unit.rows:
            line = " | ".join(row)
            yield line if len(row) > 1 and row[0] and row[-1] else f"| {line} |"
        return
    line = (
        unit.text
        if unit.kind == "unread"
        else _line(labels.printed(unit.kind, unit.num, unit.label, lang), unit.text)
    )
    if line:
        yield line
    for child in unit.children:
        yield from _lines(child, lang)


def _line(label: str, text: str) -> str:
    return f"{label} {text}" if label and text else label or text
