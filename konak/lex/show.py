"""An act made ready for templates and paper: no template needs to know what an article is."""

from collections.abc import Iterator
from typing import Any, NamedTuple

from konak.lex import closing, labels
from konak.lex.tree import Act, Unit, named


class Part(NamedTuple):
    """One thing to print. `depth` counts from 0; `label` is printed as the language prints it; `rows` are the
    cells of a table or of the closing block; `reason` tells why an `unread` part was not read."""

    depth: int
    kind: str
    label: str
    heading: str
    text: str
    anchor: str
    rows: tuple[tuple[str, ...], ...] = ()
    reason: str = ""


def parts(act: Act, lang: str | None = None) -> Iterator[Part]:
    """Everything of the act in order of print. Anchors are the eIds of its Akoma Ntoso form."""
    lang = lang or act.lang
    used: dict[str, int] = {}
    for line in act.head:
        yield Part(0, "head", "", "", line, "")
    for kind, text in (("preamble", act.preamble), ("enacting", act.enacting), ("kind", act.kind_text)):
        if text:
            yield Part(0, kind, "", "", text, kind)
    if act.title:
        yield Part(0, "title", "", "", act.title, "title")
    yield from _parts(act.body, "", 0, lang, used)
    if act.closing:
        yield Part(0, "closing", "", "", "", "closing", act.closing.lines)
    yield from _parts(act.annexes, "", 0, lang, used)


def _parts(
    units: tuple[Unit, ...], above: str, depth: int, lang: str, used: dict[str, int]
) -> Iterator[Part]:
    for _, anchor, unit in named(units, above, used):
        label = "" if unit.kind == "unread" else labels.printed(unit.kind, unit.num, unit.label, lang)
        yield Part(depth, unit.kind, label, unit.heading, unit.text, anchor, unit.rows, unit.reason)
        yield from _parts(unit.children, anchor, depth + 1, lang, used)


def as_data(act: Act, lang: str | None = None) -> dict[str, Any]:
    """The act as JSON data for paper and the command line: nested `{"kind", "num", "heading", "text",
    "children"}`, the root with kind `act`, further keys only where they say something."""
    lang = lang or act.lang
    used: dict[str, int] = {}
    said = closing.facts(act.closing, act.lang)
    inner = [_unit("head", text=line) for line in act.head]
    inner += [
        _unit(kind, text=text)
        for kind, text in (("preamble", act.preamble), ("enacting", act.enacting), ("title", act.title))
        if text
    ]
    inner += _data(act.body, "", lang, used)
    if act.closing:
        block = _unit("closing")
        block["rows"] = [list(line) for line in act.closing.lines]
        block["facts"] = said._asdict() | {"day": said.day.isoformat() if said.day else None}
        inner.append(block)
    inner += _data(act.annexes, "", lang, used)
    data = _unit("act", num=said.number, heading=act.title)
    data.update(lang=lang, act_kind=act.kind, kind_text=act.kind_text, children=inner)
    return data


def _unit(kind: str, num: str = "", heading: str = "", text: str = "") -> dict[str, Any]:
    return {"kind": kind, "num": num, "heading": heading, "text": text, "children": []}


def _data(units: tuple[Unit, ...], above: str, lang: str, used: dict[str, int]) -> list[dict[str, Any]]:
    result = []
    for _, anchor, unit in named(units, above, used):
        data = _unit(unit.kind, unit.num, unit.heading, unit.text)
        data["anchor"] = anchor
        if unit.kind == "unread":
            data |= {"reason": unit.reason, "line": unit.line}
        elif label := labels.printed(unit.kind, unit.num, unit.label, lang):
            data["label"] = label
        if unit.rows:
            data["rows"] = [list(row) for row in unit.rows]
        data["children"] = _data(unit.children, anchor, lang, used)
        result.append(data)
    return result
