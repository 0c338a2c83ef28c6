"""The tree of an act to Akoma Ntoso 3.0, strictly valid. The same tree gives the same bytes."""

from xml.sax.saxutils import escape, quoteattr

from konak.lex import clean, closing, labels
from konak.lex.akn.meta import LANGUAGES, NO_DAY, Meta, uri
from konak.lex.akn.names import OWN, PLAIN, SPACE
from konak.lex.tree import Act, Closing, Unit, named


def write(act: Act, meta: Meta | None = None) -> bytes:
    """The act as Akoma Ntoso XML (UTF-8). Without `meta`, what the text itself says is used."""
    meta = meta or Meta.of(act)
    out = [
        f'<akomaNtoso xmlns="{SPACE}" xmlns:konak="{OWN}">'
        f'<act name={quoteattr(act.kind or "text")} contains="originalVersion">'
    ]
    _meta(out, act, meta, "main")
    _opening(out, act)
    out.append("<body>")
    used: set[str] = set()
    if act.body:
        _units(out, act.body, "", act.lang, used)
    else:
        out.append('<hcontainer name="empty"><content><p/></content></hcontainer>')
    out.append("</body>")
    if act.closing:
        _closing(out, act.closing, act.lang)
    if act.annexes:
        _annexes(out, act, meta, used)
    out.append("</act></akomaNtoso>")
    return "".join(out).encode("utf-8")


def _text(text: str) -> str:
    if "&" in text or "<" in text or ">" in text or "\r" in text:
        text = escape(text, {"\r": "&#13;"})
    return clean.printable(text)


def _attribute(text: str) -> str:
    return quoteattr(clean.printable(text))


def _meta(out: list[str], act: Act, meta: Meta, component: str) -> None:
    address = uri(act, meta)
    address.work_component = component
    work, expression = address.uri(), address.expression_uri(False)
    adopted = (meta.adopted or NO_DAY).isoformat()
    version = (meta.version or meta.adopted or NO_DAY).isoformat()
    out.append(
        '<meta><identification source="#konak"><FRBRWork>'
        f'<FRBRthis value="{address.work_uri()}"/><FRBRuri value="{work}"/>'
        f'<FRBRdate date="{adopted}" name="adoption"/><FRBRauthor href="#{meta.author}"/>'
        f'<FRBRcountry value="{address.place}"/><FRBRsubtype value="{address.subtype}"/>'
        + (f"<FRBRnumber value={_attribute(meta.number)}/>" if meta.number else "")
        + f"<FRBRname value={_attribute(meta.name)}/></FRBRWork><FRBRExpression>"
        f'<FRBRthis value="{address.expression_uri()}"/><FRBRuri value="{expression}"/>'
        f'<FRBRdate date="{version}" name="version"/><FRBRauthor href="#{meta.author}"/>'
        f'<FRBRlanguage language="{LANGUAGES.get(act.lang, "und")}"/></FRBRExpression><FRBRManifestation>'
        f'<FRBRthis value="{address.expression_uri()}.akn"/><FRBRuri value="{expression}.akn"/>'
        f'<FRBRdate date="{version}" name="version"/><FRBRauthor href="#konak"/>'
        '<FRBRformat value="application/akn+xml"/></FRBRManifestation></identification>'
    )
    if component == "main":
        _life(out, meta)
    out.append("</meta>")


def _life(out: list[str], meta: Meta) -> None:
    """Publication, events of life, and the organisations referred to."""
    if meta.publication:
        gazette = _attribute(meta.publication.name)
        out.append(
            f'<publication date="{meta.publication.day.isoformat()}" name={gazette} showAs={gazette} '
            f"number={_attribute(meta.publication.number)}/>"
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
        '<references source="#konak">'
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


def _units(out: list[str], units: tuple[Unit, ...], above: str, lang: str, used: set[str]) -> None:
    for _, name, unit in named(units, "", above, used):
        _unit(out, unit, name, lang, used)


def _unit(out: list[str], unit: Unit, own: str, lang: str, used: set[str]) -> None:
    kind = unit.kind
    name = kind if kind in PLAIN else "hcontainer"
    label = labels.printed(kind, unit.num, unit.label, lang)
    out.append(f'<{name} eId="{own}"' if name == kind else f'<{name} name="{kind}" eId="{own}"')
    if unit.num and labels.number(kind, label, lang) != unit.num:
        out.append(f" konak:num={_attribute(unit.num)}")
    if kind == "unread":
        out.append(f' konak:reason={_attribute(unit.reason)} konak:line="{unit.line}"')
    out.append(">")
    if label and kind != "unread":
        out.append(f"<num>{_text(label)}</num>")
    if unit.heading:
        out.append(f"<heading>{_text(unit.heading)}</heading>")
    if unit.rows:
        _table(out, unit)
    elif unit.children:
        if unit.text:
            out.append(f"<intro><p>{_text(unit.text)}</p></intro>")
        _units(out, unit.children, own, lang, used)
    elif unit.text:
        out.append(f"<content><p>{_text(unit.text)}</p></content>")
    out.append(f"</{name}>")


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


def _annexes(out: list[str], act: Act, meta: Meta, used: set[str]) -> None:
    """Annexes are documents of their own in an attachment; words outside any annex stand in one as well."""
    out.append("<attachments>")
    for place, (_, own, unit) in enumerate(named(act.annexes, "", "", used), 1):
        out.append(f'<attachment><doc name="{unit.kind}" contains="originalVersion">')
        _meta(out, act, meta, f"annex-{place}")
        out.append("<mainBody>")
        _unit(out, unit, own, act.lang, used)
        out.append("</mainBody></doc></attachment>")
    out.append("</attachments>")
