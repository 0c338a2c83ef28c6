"""An issue of the gazette: one `officialGazette` that holds its acts, in each language they are printed in."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date

from konak.lex import clean
from konak.lex.akn import reader, writer
from konak.lex.akn.meta import LANGUAGES, Meta, frbr
from konak.lex.akn.names import OWN, SPACE
from konak.lex.tree import Act, Unreadable


@dataclass(frozen=True, slots=True)
class Issue:
    """One issue: the gazette's name, its number as printed, its day, and its acts with what is known beside
    each. Versions of one act in several languages follow one another with one `Meta`."""

    locality: str
    name: str
    number: str
    day: date
    acts: tuple[tuple[Act, Meta], ...] = ()


def write_issue(issue: Issue) -> bytes:
    """The issue as Akoma Ntoso XML (UTF-8); each act is a component, whole."""
    out = [f'<akomaNtoso xmlns="{SPACE}" xmlns:konak="{OWN}"><officialGazette name="gazette">']
    _meta(out, issue)
    out.append(f'<preface><p class="name">{writer.attribute(issue.name)[1:-1]}</p></preface><collectionBody>')
    for place, (act, meta) in enumerate(issue.acts, 1):
        out.append(f'<component eId="cmp_{place}">')
        inner: list[str] = []
        writer.document(inner, act, meta)
        out.extend(_within(inner, place))
        out.append("</component>")
    if not issue.acts:
        out.append(
            '<component eId="cmp_0"><documentRef eId="ref_0" href="#konak" showAs="empty"/></component>'
        )
    out.append("</collectionBody></officialGazette></akomaNtoso>")
    return clean.printable("".join(out)).encode("utf-8")


def _within(parts: Sequence[str], place: int) -> list[str]:
    """The act's XML with eIds of its own in the issue, and the references to them."""
    return [
        part.replace(' eId="', f' eId="cmp_{place}__').replace('="#', f'="#cmp_{place}__')
        if "<" in part
        else part
        for part in parts
    ]


def _meta(out: list[str], issue: Issue) -> None:
    address = frbr(issue.locality, "officialGazette", None, issue.day, issue.number)
    work, day = address.uri(), issue.day.isoformat()
    languages = dict.fromkeys(LANGUAGES.get(act.lang, "und") for act, _ in issue.acts) or {"mul": None}
    code = next(iter(languages)) if len(languages) == 1 else "mul"
    expression = f"{work}/{code}@{day}"
    out.append(
        '<meta><identification source="#konak"><FRBRWork>'
        f'<FRBRthis value="{work}/!main"/><FRBRuri value="{work}"/><FRBRdate date="{day}" name="publication"/>'
        f'<FRBRauthor href="#konak"/><FRBRcountry value="{address.place}"/>'
        f"<FRBRnumber value={writer.attribute(issue.number)}/></FRBRWork><FRBRExpression>"
        f'<FRBRthis value="{expression}/!main"/><FRBRuri value="{expression}"/>'
        f'<FRBRdate date="{day}" name="publication"/><FRBRauthor href="#konak"/>'
        + "".join(f'<FRBRlanguage language="{one}"/>' for one in languages)
        + f'</FRBRExpression><FRBRManifestation><FRBRthis value="{expression}/!main.akn"/>'
        f'<FRBRuri value="{expression}.akn"/><FRBRdate date="{day}" name="publication"/>'
        '<FRBRauthor href="#konak"/></FRBRManifestation></identification>'
        f'<publication date="{day}" name={writer.attribute(issue.name)} showAs={writer.attribute(issue.name)} '
        f"number={writer.attribute(issue.number)}/>"
        '<references source="#konak"><TLCOrganization eId="konak" href="/ontology/organization/konak" '
        'showAs="Konak"/></references></meta>'
    )


def read_issue(xml: bytes | str) -> Issue:
    """The issue inside the XML, with its acts; `Unreadable` when it holds none."""
    root = reader.parse(xml)
    tag = f"{{{SPACE}}}"
    gazette = root.find(tag + "officialGazette")
    printed = None if gazette is None else gazette.find(f"{tag}meta/{tag}publication")
    if gazette is None or printed is None:
        raise Unreadable("the XML is no issue of a gazette")
    country = gazette.find(f"{tag}meta/{tag}identification/{tag}FRBRWork/{tag}FRBRcountry")
    acts = []
    for place, component in enumerate(gazette.iterfind(f"{tag}collectionBody/{tag}component"), 1):
        if (act := component.find(tag + "act")) is not None:
            meta = reader.meta_of(act, f"cmp_{place}__")
            acts.append((reader.document(act, reader.language(act)), meta))
    locality = "" if country is None else country.get("value", "").partition("-")[2]
    day = date.fromisoformat(printed.get("date", ""))
    return Issue(locality, printed.get("name", ""), printed.get("number", ""), day, tuple(acts))
