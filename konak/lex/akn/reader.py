"""Akoma Ntoso 3.0, as `writer` writes it, back to the tree. The parser reads no entity and no network."""

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from konak.lex import labels
from konak.lex.akn import amending, passive
from konak.lex.akn.meta import LANGUAGES, NO_DAY, Meta, Publication
from konak.lex.akn.names import OWN, PLAIN, SPACE
from konak.lex.tree import Act, Closing, Unit, Unreadable

if TYPE_CHECKING:
    from lxml.etree import _Element

    from konak.lex.amend.operation import Operation

_TAG = f"{{{SPACE}}}"
_CUT = len(_TAG)
_NUM, _REASON, _LINE, _OPERATION, _SOURCE, _APART = (
    f"{{{OWN}}}{name}" for name in ("num", "reason", "line", "operation", "source", "apart")
)
_LANGUAGE = {code: lang for lang, code in LANGUAGES.items()}
_QUOTED = f"{_TAG}content/{_TAG}p/{_TAG}mod/{_TAG}quotedStructure"
_MOST_BYTES = 64_000_000


def parse(xml: bytes | str) -> "_Element":
    """The guarded parse: the root element, or `Unreadable`."""
    from lxml import etree

    data = xml.encode("utf-8") if isinstance(xml, str) else xml
    if len(data) > _MOST_BYTES:
        raise Unreadable("the XML is too large")
    if b"<!DOCTYPE" in data[:4096] or b"<!ENTITY" in data:
        raise Unreadable("the XML declares a document type")
    parser = etree.XMLParser(
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    try:
        root: _Element = etree.fromstring(data, parser)
    except etree.XMLSyntaxError as fault:
        raise Unreadable(f"the XML is broken: {fault.msg}") from fault
    return root


def read(xml: bytes | str) -> Act:
    """The act inside the XML. `Unreadable` when it is not Akoma Ntoso with an act."""
    root = parse(xml)
    return document(_act(root), language(root))


def document(act: "_Element", lang: str) -> Act:
    """The act inside an `act` or `doc` element."""
    parts = {str(child.tag)[_CUT:]: child for child in act}
    preface, preamble = parts.get("preface"), parts.get("preamble")
    lines: dict[str, list[str]] = {"head": [], "kind": [], "title": [], "basis": [], "enacting": []}
    for p in preface if preface is not None else ():
        lines.setdefault(p.get("class", "head"), []).append(_flat(p))
    for p in preamble if preamble is not None else ():
        lines["enacting" if p.tag == _TAG + "formula" else "basis"].append(_flat(p))
    closing = parts.get("conclusions")
    name = act.get("name", "")
    found = Act(
        lang,
        "" if name in ("text", "minutes") else name,
        " ".join(lines["kind"]),
        " ".join(lines["title"]),
        " ".join(lines["basis"]),
        " ".join(lines["enacting"]),
        tuple(lines["head"]),
        _units(parts.get("body", parts.get("mainBody")), lang),
        None
        if closing is None
        else Closing(tuple(tuple(cell.text or "" for cell in line) for line in closing)),
        tuple(
            unit
            for attachment in parts.get("attachments", ())
            for unit in _units(attachment.find(f"{_TAG}doc/{_TAG}mainBody"), lang)
        ),
    )
    sources: dict[str, list[str]] = {}
    for one in act.iterfind(f"{_TAG}meta/{_TAG}analysis/{_TAG}passiveModifications/{_TAG}textualMod"):
        place = one.find(_TAG + "destination")
        if place is not None and (told := one.get(_SOURCE)):
            sources.setdefault(place.get("href", "").lstrip("#"), []).append(told)
    return passive.restored(found, sources)


def read_operations(xml: bytes | str) -> "tuple[tuple[str, Operation], ...]":
    """(eId of the sentence or article, operation) of an amending act, in order of print."""
    act = _act(parse(xml))
    path = f"{_TAG}meta/{_TAG}analysis/{_TAG}activeModifications/*"
    return tuple(
        (source.get("href", "").lstrip("#"), amending.from_json(told))
        for one in act.iterfind(path)
        if (told := one.get(_OPERATION)) and (source := one.find(_TAG + "source")) is not None
    )


def _act(root: "_Element") -> "_Element":
    inside = root.tag == _TAG + "akomaNtoso"
    act = (
        next((child for child in root if child.tag in (_TAG + "act", _TAG + "doc")), None) if inside else None
    )
    if act is None:
        raise Unreadable("the XML is not an Akoma Ntoso act")
    return act


def language(root: "_Element") -> str:
    """The language of a parsed act, as the house names it: `mk`, `sq`."""
    found = root.find(f".//{_TAG}FRBRlanguage")
    code = found.get("language", "") if found is not None else ""
    return _LANGUAGE.get(code, code)


def _flat(element: "_Element") -> str:
    return "".join(element.itertext())


def _units(holder: "_Element | None", lang: str) -> tuple[Unit, ...]:
    if holder is None:
        return ()
    found: list[Unit] = []
    for child in holder:
        if child.get("name") != "empty":
            _into(found, child, lang)
    return tuple(found)


def _into(units: list[Unit], element: "_Element", lang: str) -> None:
    """Add the unit, and after it the lines that its amending sentence quotes."""
    quote = element.find(_QUOTED)
    if quote is None:
        units.append(_unit(element, lang))
        return
    lines, after = _lines(quote, lang), quote.getparent().tail or ""  # type: ignore[union-attr]
    lines[0] = quote.get("startQuote", "") + lines[0]
    lines[-1] = lines[-1] + quote.get("endQuote", "") + after
    quote.getparent().tail = None  # type: ignore[union-attr]
    for inner in list(quote):
        quote.remove(inner)
    first = _unit(element, lang)
    if not quote.get(_APART):
        first = replace(first, text=first.text + lines.pop(0))
    units.extend((first, *(Unit("paragraph", text=line) for line in lines)))


def _lines(quote: "_Element", lang: str) -> list[str]:
    if len(quote) and quote[0].tag == _TAG + "p":
        return [_flat(p) for p in quote]
    return list(amending.printed(_units(quote, lang), lang)) or [""]


def _unit(element: "_Element", lang: str) -> Unit:
    tag = str(element.tag)[_CUT:]
    kind = tag if tag in PLAIN else element.get("name", "unread")
    num = heading = text = label = ""
    children: list[Unit] = []
    rows: tuple[tuple[str, ...], ...] = ()
    for child in element:
        match str(child.tag)[_CUT:]:
            case "num":
                label = child.text or "" if len(child) == 0 else _flat(child)
            case "heading":
                heading = child.text or "" if len(child) == 0 else _flat(child)
            case "intro":
                text = _flat(child)
            case "content":
                if len(child) and child[0].tag == _TAG + "table":
                    rows = tuple(tuple(_flat(cell) for cell in row) for row in child[0])
                else:
                    text = _flat(child)
            case _:
                _into(children, child, lang)
    if label:
        num = labels.number(kind, label, lang)
    num = element.get(_NUM, num)
    if label == labels.style(kind, num, lang):
        label = ""
    line = element.get(_LINE, "0")
    return Unit(kind, num, heading, text, tuple(children), label, rows, element.get(_REASON, ""),
                int(line) if line.isdigit() else 0)  # fmt: skip


def read_meta(xml: bytes | str) -> Meta:
    """What `Meta` was written with the act."""
    return meta_of(_act(parse(xml)))


def meta_of(act: "_Element", within: str = "") -> Meta:
    """The `Meta` of an `act` or `doc` element; `within` begins its eIds where it is a component."""
    meta = act.find(_TAG + "meta")
    if meta is None:
        raise Unreadable("the act has no meta")

    def value(path: str, name: str = "value") -> str:
        found = meta.find("/".join(_TAG + step for step in path.split("/")))
        return "" if found is None else found.get(name, "")

    def day(path: str) -> date | None:
        text = value(path, "date")
        return None if not text or text == NO_DAY.isoformat() else date.fromisoformat(text)

    events = {
        event.get("refersTo", "").replace(within, ""): date.fromisoformat(event.get("date", ""))
        for event in meta.iter(_TAG + "eventRef")
    }
    printed = day("publication")
    adopted, version = day("identification/FRBRWork/FRBRdate"), day("identification/FRBRExpression/FRBRdate")
    return Meta(
        locality=value("identification/FRBRWork/FRBRcountry").partition("-")[2],
        number=value("identification/FRBRWork/FRBRnumber"),
        adopted=adopted,
        name=value("identification/FRBRWork/FRBRname"),
        author=value("identification/FRBRWork/FRBRauthor", "href").lstrip("#").removeprefix(within),
        version=None if version == adopted else version,
        publication=Publication(value("publication", "name"), value("publication", "number"), printed)
        if printed
        else None,
        in_force=events.get("#in-force"),
        repealed=events.get("#repeal"),
    )
