"""The tree of an act to Akoma Ntoso 3.0, strictly valid. The same tree gives the same bytes."""

from collections.abc import Sequence
from functools import lru_cache
from xml.sax.saxutils import escape

from konak.lex import clean, closing, labels
from konak.lex.akn import amending, passive
from konak.lex.akn.meta import LANGUAGES, NO_DAY, Meta, uri
from konak.lex.akn.names import OWN, PLAIN, SPACE
from konak.lex.tree import KINDS, Act, Closing, Unit, named

_IN_ATTRIBUTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def write(act: Act, meta: Meta | None = None) -> bytes:
    """The act as Akoma Ntoso XML (UTF-8). Without `meta`, what the text itself says is used. An act whose
    units tell where their words come from (`sources`) is written as a consolidated version."""
    return _write(act, meta or Meta.of(act), None)


def write_amending(
    act: Act, meta: Meta | None, amendments: Sequence[amending.Amendment], base: str = "/akn/mk/act"
) -> bytes:
    """An amending act with its sentences as `mod` and their operations in `analysis`. `base` is the FRBR
    address of the act that it amends. `read` gives `act` back, `read_operations` the operations."""
    return _write(act, meta or Meta.of(act), amending.place(act, amendments, base))


def write_minutes(act: Act, meta: Meta | None = None) -> bytes:
    """Minutes of a session, read as a tree like any text: `doc name="minutes"`, its body a `mainBody`."""
    return _write(act, meta or Meta.of(act), None, "doc")


def _write(act: Act, meta: Meta, mods: amending.Mods | None, root: str = "act") -> bytes:
    out = [f'<akomaNtoso xmlns="{SPACE}" xmlns:konak="{OWN}">']
    document(out, act, meta, mods, root)
    out.append("</akomaNtoso>")
    return clean.printable("".join(out)).encode("utf-8")


def document(
    out: list[str], act: Act, meta: Meta, mods: amending.Mods | None = None, root: str = "act"
) -> None:
    """The `act` or `doc` element alone, as a gazette holds it too."""
    changed = passive.changed(act)
    version = "singleVersion" if changed else "originalVersion"
    body, name = ("body", act.kind or "text") if root == "act" else ("mainBody", "minutes")
    out.append(f'<{root} name={attribute(name)} contains="{version}">')
    _meta(out, act, meta, "main", _analysis(mods, changed), root)
    _opening(out, act)
    out.append(f"<{body}>")
    used: dict[str, int] = {}
    if act.body:
        _units(out, act.body, "", act.lang, used, mods)
    else:
        out.append('<hcontainer name="empty"><content><p/></content></hcontainer>')
    out.append(f"</{body}>")
    if act.closing:
        _closing(out, act.closing, act.lang)
    if act.annexes:
        _annexes(out, act, meta, used)
    out.append(f"</{root}>")


def _text(text: str) -> str:
    """Text made safe. Quotation marks too, so that a mark in the XML is always one of an attribute."""
    if "&" in text or "<" in text or ">" in text or '"' in text or "\r" in text:
        return escape(text, {"\r": "&#13;", '"': "&quot;"})
    return text


def attribute(text: str) -> str:
    """An attribute's value with its marks."""
    return f'"{escape(text, _IN_ATTRIBUTES)}"'


def _meta(
    out: list[str], act: Act, meta: Meta, component: str, analysis: str = "", root: str = "act"
) -> None:
    address = uri(act, meta, root)
    address.work_component = component
    work, expression = address.uri(), address.expression_uri(False)
    adopted = (meta.adopted or NO_DAY).isoformat()
    version = (meta.version or meta.adopted or NO_DAY).isoformat()
    out.append(
        '<meta><identification source="#konak"><FRBRWork>'
        f'<FRBRthis value="{address.work_uri()}"/><FRBRuri value="{work}"/>'
        f'<FRBRdate date="{adopted}" name="adoption"/><FRBRauthor href="#{meta.author}"/>'
        f'<FRBRcountry value="{address.place}"/><FRBRsubtype value="{address.subtype}"/>'
        + (f"<FRBRnumber value={attribute(meta.number)}/>" if meta.number else "")
        + f"<FRBRname value={attribute(meta.name)}/></FRBRWork><FRBRExpression>"
        f'<FRBRthis value="{address.expression_uri()}"/><FRBRuri value="{expression}"/>'
        f'<FRBRdate date="{version}" name="version"/><FRBRauthor href="#{meta.author}"/>'
        f'<FRBRlanguage language="{LANGUAGES.get(act.lang, "und")}"/></FRBRExpression><FRBRManifestation>'
        f'<FRBRthis value="{address.expression_uri()}.akn"/><FRBRuri value="{expression}.akn"/>'
        f'<FRBRdate date="{version}" name="version"/><FRBRauthor href="#konak"/>'
        '<FRBRformat value="application/akn+xml"/></FRBRManifestation></identification>'
    )
    if component == "main":
        _life(out, meta, analysis)
    out.append("</meta>")


def _analysis(mods: amending.Mods | None, changed: Sequence[passive.Changed]) -> str:
    """What the act does to another, and what others did to it."""
    active = "".join(_active(mods)) if mods else ""
    done = "".join(
        f'<textualMod type="substitution" eId="pmod_{place}" konak:source={attribute(one.data)}>'
        f'<source href={attribute(one.href)}/><destination href="#{one.eid}"/></textualMod>'
        for place, one in enumerate(changed, 1)
    )
    parts = f"<activeModifications>{active}</activeModifications>" if active else ""
    parts += f"<passiveModifications>{done}</passiveModifications>" if done else ""
    return f'<analysis source="#konak">{parts}</analysis>' if parts else ""


def _active(mods: amending.Mods) -> list[str]:
    out = []
    for place, (name, source, operation) in enumerate(amending.modifications(mods), 1):
        href, where = amending.destination(operation, mods.base)
        position = f' pos="{where}"' if where else ""
        out.append(
            f'<{name} type="{amending.kind_of(operation)}" eId="amod_{place}" '
            f'konak:operation={attribute(amending.as_json(operation))}><source href="#{source}"/>'
            f"<destination href={attribute(href)}{position}/></{name}>"
        )
    return out


def _life(out: list[str], meta: Meta, analysis: str) -> None:
    """Publication, events of life, and the organisations referred to."""
    if meta.publication:
        gazette = attribute(meta.publication.name)
        out.append(
            f'<publication date="{meta.publication.day.isoformat()}" name={gazette} showAs={gazette} '
            f"number={attribute(meta.publication.number)}/>"
        )
    events = [
        ("adoption", "generation", meta.adopted),
        ("in-force", "amendment", meta.in_force),
        ("repeal", "repeal", meta.repealed),
    ]
    known = [
        f'<eventRef eId="e_{name}" date="{day.isoformat()}" source="#{meta.author}" type="{kind}" '
        f'refersTo="#{name}"/>'
        for name, kind, day in events
        if day
    ]
    if known:
        out.append(f'<lifecycle source="#konak">{"".join(known)}</lifecycle>')
    out.append(
        analysis + '<references source="#konak">'
        '<TLCOrganization eId="konak" href="/ontology/organization/konak" showAs="Konak"/>'
        f'<TLCOrganization eId="{meta.author}" href="/ontology/organization/{meta.author}" '
        f'showAs="{meta.author}"/>'
        + "".join(
            f'<TLCEvent eId="{name}" href="/ontology/event/{name}" showAs="{name}"/>'
            for name, _, day in events
            if day
        )
        + "</references>"
    )


def _opening(out: list[str], act: Act) -> None:
    if act.head or act.kind_text or act.title:
        out.append("<preface>")
        out.extend(f'<p class="head">{_text(line)}</p>' for line in act.head)
        if act.kind_text:
            out.append(f'<p class="kind"><docType>{_text(act.kind_text)}</docType></p>')
        if act.title:
            out.append(f'<p class="title" eId="title"><docTitle>{_text(act.title)}</docTitle></p>')
        out.append("</preface>")
    if act.preamble or act.enacting:
        out.append('<preamble eId="preamble">')
        if act.preamble:
            out.append(f'<p class="basis">{_text(act.preamble)}</p>')
        if act.enacting:
            out.append(f'<formula name="enacting" eId="enacting"><p>{_text(act.enacting)}</p></formula>')
        out.append("</preamble>")


def _units(
    out: list[str],
    units: tuple[Unit, ...],
    above: str,
    lang: str,
    used: dict[str, int],
    mods: amending.Mods | None = None,
) -> None:
    for _, name, unit in named(units, above, used):
        if mods is None or name not in mods.swallowed:
            _unit(out, unit, name, lang, used, mods)


def _unit(
    out: list[str], unit: Unit, own: str, lang: str, used: dict[str, int], mods: amending.Mods | None = None
) -> None:
    begin, end = _TAGS[unit.kind]
    told, label = _labelled(unit.kind, unit.num, unit.label, lang)
    opened = f'{begin}{own}"{told}>{label}'
    if unit.kind == "unread":
        opened = f'{begin}{own}"{told} konak:reason={attribute(unit.reason)} konak:line="{unit.line}">'
    if unit.heading:
        opened += f"<heading>{_text(unit.heading)}</heading>"
    words = _text(unit.text) if mods is None else _words(unit, own, lang, mods)
    if unit.rows:
        out.append(opened)
        _table(out, unit)
        out.append(end)
    elif unit.children:
        out.append(f"{opened}<intro><p>{words}</p></intro>" if unit.text else opened)
        _units(out, unit.children, own, lang, used, mods)
        out.append(end)
    elif unit.text:
        out.append(f"{opened}<content><p>{words}</p></content>{end}")
    else:
        out.append(f"{opened}{end}")


# Each kind's start tag up to the eId in it, and its end tag.
_TAGS = {
    kind: (f'<{kind} eId="', f"</{kind}>")
    if kind in PLAIN
    else (f'<hcontainer name="{kind}" eId="', "</hcontainer>")
    for kind in KINDS
}


@lru_cache(8192)
def _labelled(kind: str, num: str, typed: str, lang: str) -> tuple[str, str]:
    """The address number as an attribute where the printed label does not tell it, and the label."""
    label = labels.printed(kind, num, typed, lang)
    told = f" konak:num={attribute(num)}" if num and labels.number(kind, label, lang) != num else ""
    return told, f"<num>{_text(label)}</num>" if label else ""


def _words(unit: Unit, own: str, lang: str, mods: amending.Mods) -> str:
    """The unit's words, with the amending sentences among them marked."""
    found = mods.by_unit.get(own)
    if not found:
        return _text(unit.text)
    out, place = [], 0
    for mod in found:
        text, quote = unit.text[mod.start : mod.end], mod.quote
        if quote and not quote.apart:
            text = text[: len(text) - len(quote.opening) - len(quote.lines[0])]
        out.append(f'{_text(unit.text[place : mod.start])}<mod eId="{mod.name}">{_quoting(text, mod)}')
        if quote:
            out.append(_quoted_structure(quote, f"{mod.name}__qstr_1", lang))
        out.append(f"</mod>{_text(quote.tail) if quote else ''}")
        place = mod.end
    return "".join(out) + _text(unit.text[place:])


def _quoting(text: str, mod: amending.Mod) -> str:
    """Words of a sentence, those that its operations quote marked one by one, in order of print."""
    out, place, number = [], 0, 0
    while place < len(text):
        at = {word: text.find(word, place) for word in mod.words()}
        hits = [(start, word) for word, start in at.items() if start > 0 and text[start - 1] in "„“”\"«’',"]
        if not hits:
            break
        start, word = min(hits, key=lambda hit: (hit[0], -len(hit[1])))
        number += 1
        out.append(f'{_text(text[place:start])}<quotedText eId="{mod.name}__qtext_{number}">')
        out.append(f"{_text(word)}</quotedText>")
        place = start + len(word)
    return "".join(out) + _text(text[place:])


def _quoted_structure(quote: amending.Quote, own: str, lang: str) -> str:
    apart = ' konak:apart="1"' if quote.apart else ""
    out = [
        f'<quotedStructure eId="{own}" startQuote={attribute(quote.opening)} '
        f"endQuote={attribute(quote.closing)}{apart}>"
    ]
    if units := amending.structure(quote, lang):
        inner: list[str] = []
        _units(inner, units, "", lang, {})
        out.extend(part.replace(' eId="', f' eId="{own}__') for part in inner)
    else:
        out.extend(f"<p>{_text(line)}</p>" for line in quote.lines)
    out.append("</quotedStructure>")
    return "".join(out)


def _table(out: list[str], unit: Unit) -> None:
    out.append("<content><table>")
    for place, row in enumerate(unit.rows):
        cell = "th" if place == 0 and len(unit.rows) > 1 else "td"
        out.append("<tr>" + "".join(f"<{cell}><p>{_text(text)}</p></{cell}>" for text in row) + "</tr>")
    out.append("</table></content>")


def _closing(out: list[str], block: Closing, lang: str) -> None:
    """Each printed line is a `p` of one or two cells, named by what they mean."""
    day = closing.facts(block, lang).day
    out.append('<conclusions eId="closing">')
    for line in block.lines:
        out.append("<p>")
        for cell in line:
            match closing.meaning(cell, lang):
                case "number":
                    out.append(f"<docNumber>{_text(cell)}</docNumber>")
                case "date" if day:
                    out.append(f'<docDate date="{day.isoformat()}">{_text(cell)}</docDate>')
                case "name":
                    out.append(f"<signature>{_text(cell)}</signature>")
                case other:
                    out.append(f'<inline name="{other or "text"}">{_text(cell)}</inline>')
        out.append("</p>")
    out.append("</conclusions>")


def _annexes(out: list[str], act: Act, meta: Meta, used: dict[str, int]) -> None:
    """Annexes are documents of their own in an attachment; words outside any annex stand in one as well."""
    out.append("<attachments>")
    for place, (_, own, unit) in enumerate(named(act.annexes, "", used), 1):
        out.append(f'<attachment><doc name="{unit.kind}" contains="originalVersion">')
        _meta(out, act, meta, f"annex-{place}")
        out.append("<mainBody>")
        _unit(out, unit, own, act.lang, used)
        out.append("</mainBody></doc></attachment>")
    out.append("</attachments>")
