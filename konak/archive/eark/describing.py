"""The description of the cases as EAD3: a `c` of level “file” for each case, within it one of “item” for each paper.

Cases stand in the order they come, a sub-case names its parent: so one case at a time is in memory, in writing and in
reading, and a tree of any depth stays flat.
"""

from collections.abc import Iterable, Iterator
from datetime import date, datetime
from typing import IO

from lxml import etree

from konak.archive.eark.things import Case, Document, Package, Party
from konak.archive.eark.xml import EAD, HEAD, elements, leaf, opened, text, wrapped

FOR_EVER = "permanent"
C = f"{{{EAD}}}c"


def head(package: Package) -> str:
    """All before the first case."""
    moment = package.at.isoformat()
    event = (
        leaf("eventtype", value="created")
        + leaf("eventdatetime", moment, standarddatetime=moment)
        + leaf("agenttype", value="machine")
        + leaf("agent", f"Konak {package.version}")
    )
    control = (
        leaf("recordid", package.objid)
        + wrapped("filedesc", [wrapped("titlestmt", [leaf("titleproper", package.title)])])
        + leaf("maintenancestatus", value="new")
        + wrapped("maintenanceagency", [leaf("agencyname", package.holder)])
        + wrapped("maintenancehistory", [wrapped("maintenanceevent", [event])])
    )
    did = (
        leaf("unitid", package.number, localtype="number")
        + leaf("unitid", package.house, localtype="house")
        + leaf("unittitle", package.title)
        + wrapped("repository", [wrapped("corpname", [leaf("part", package.holder)])])
    )
    return (
        HEAD
        + opened("ead", xmlns=EAD)
        + wrapped("control", [control])
        + opened("archdesc", level="file")
        + wrapped("did", [did])
        + opened("dsc", dsctype="combined")
        + "\n"
    )


FOOT = "</dsc></archdesc></ead>\n"


def case_words(case: Case, name: str, papers: Iterable[str]) -> str:
    """A case with its papers, as made by `paper_words`."""
    did = [leaf("unitid", case.number, localtype="number"), leaf("unitid", case.mark, localtype="mark")]
    if case.parent:
        did.append(leaf("unitid", case.parent, localtype="parent"))
    did += [leaf("unittitle", case.title), _day("opened", case.opened_on)]
    if case.closed_on:
        did.append(_day("closed", case.closed_on))
    inside = [wrapped("did", did), _kept(case.years), _people(case.parties), *papers]
    return wrapped("c", inside, level="file", id=name) + "\n"


def paper_words(document: Document, name: str, places: Iterable[tuple[str, str, bool]]) -> str:
    """A paper; `places`: name, path and whether derived, of each of its files."""
    did = [
        leaf("unitid", document.number, localtype="number"),
        leaf("unitid", document.mark, localtype="mark"),
        leaf("unittitle", document.title),
        leaf("unitdate", document.registered_at.isoformat(), localtype="registered"),
    ]
    if document.dated:
        did.append(_day("dated", document.dated))
    for file, path, derived in places:
        did.append(leaf("dao", daotype="derived" if derived else "borndigital", id=f"dao-{file}", href=path))
    kind = wrapped("odd", [leaf("p", document.direction)], localtype="direction")
    void = wrapped("odd", [leaf("p", "voided")], localtype="state") if document.voided else ""
    inside = [wrapped("did", did), _kept(document.years), _people(document.parties), kind, void]
    return wrapped("c", inside, level="item", id=name)


def _day(kind: str, day: date) -> str:
    return leaf("unitdate", day.isoformat(), localtype=kind, normal=day.isoformat())


def _kept(years: int | None) -> str:
    return wrapped("appraisal", [leaf("p", FOR_EVER if years is None else str(years))], localtype="years")


def _people(parties: Iterable[Party]) -> str:
    found = [wrapped("name", [leaf("part", party.name)], relator=party.role) for party in parties]
    return wrapped("controlaccess", found) if found else ""


def package_of(stream: IO[bytes], *, kind: str, at: datetime, version: str) -> Package:
    """The package's own words; kind, moment and version stand in METS."""
    words = next(elements(stream, f"{{{EAD}}}did"))
    number, house = _ids(words)["number"], _ids(words)["house"]
    title = text(words.find(f"{{{EAD}}}unittitle"))
    holder = text(words.find(f"{{{EAD}}}repository/{{{EAD}}}corpname/{{{EAD}}}part"))
    return Package(house, holder, number, title, at, kind, version)


def described(stream: IO[bytes]) -> Iterator[tuple[str, Case, list[tuple[str, Document]]]]:
    """Each case with its name in the package, without events, and its papers with theirs, without events and files."""
    papers: list[tuple[str, Document]] = []
    for found in elements(stream, C):
        if found.get("level") == "item":
            papers.append((found.get("id", ""), _paper(found)))
        else:
            yield found.get("id", ""), _case(found), papers
            papers = []


def _case(found: etree._Element) -> Case:
    ids, days = _ids(found[0]), _days(found[0])
    return Case(
        number=ids["number"],
        title=text(found[0].find(f"{{{EAD}}}unittitle")),
        mark=ids["mark"],
        years=_years(found),
        opened_on=date.fromisoformat(days["opened"]),
        closed_on=date.fromisoformat(days["closed"]) if "closed" in days else None,
        parent=ids.get("parent", ""),
        parties=_parties(found),
    )


def _paper(found: etree._Element) -> Document:
    ids, days = _ids(found[0]), _days(found[0])
    said = {odd.get("localtype"): text(odd[0]) for odd in found.iterchildren(f"{{{EAD}}}odd")}
    return Document(
        number=ids["number"],
        title=text(found[0].find(f"{{{EAD}}}unittitle")),
        registered_at=datetime.fromisoformat(days["registered"]),
        mark=ids["mark"],
        years=_years(found),
        direction=said["direction"],
        dated=date.fromisoformat(days["dated"]) if "dated" in days else None,
        voided=said.get("state") == "voided",
        parties=_parties(found),
    )


def _ids(did: etree._Element) -> dict[str, str]:
    return {unit.get("localtype", ""): text(unit) for unit in did.iterchildren(f"{{{EAD}}}unitid")}


def _days(did: etree._Element) -> dict[str, str]:
    return {unit.get("localtype", ""): text(unit) for unit in did.iterchildren(f"{{{EAD}}}unitdate")}


def _years(found: etree._Element) -> int | None:
    said = text(found.find(f"{{{EAD}}}appraisal/{{{EAD}}}p"))
    return None if said == FOR_EVER else int(said)


def _parties(found: etree._Element) -> tuple[Party, ...]:
    names = found.findall(f"{{{EAD}}}controlaccess/{{{EAD}}}name")
    return tuple(Party(text(name[0]), name.get("relator", "")) for name in names)
