"""Preservation metadata as PREMIS 3: objects, then events, then agents, in the order of the description.

An event stands under the name of what it happened to, in the order of the objects: so two readers going side by side
through one file put records and events together again, one case at a time.
"""

from collections.abc import Iterator
from datetime import datetime
from typing import IO

from lxml import etree

from konak.archive.eark.things import NOT_DONE, Document, Event, File, Package, Scan
from konak.archive.eark.xml import HEAD, PREMIS, XSI, elements, leaf, opened, text, wrapped

PDF_A = "PDF/A"
CONVERSION = "conversion"
TRANSFER = "information package creation"
LOCAL = "local"
SOFTWARE = "Konak"
HEADING = HEAD + opened("premis", xmlns=PREMIS, xmlns__xsi=XSI, version="3.0") + "\n"
FOOT = "</premis>\n"
_EVENT, _OBJECT = f"{{{PREMIS}}}event", f"{{{PREMIS}}}object"


def record(name: str, number: str) -> str:
    """A case or a paper: something said, whatever file says it."""
    ids = _id("object", LOCAL, name) + _id("object", "number", number)
    return wrapped("object", [ids], xsi__type="intellectualEntity") + "\n"


def file_words(file: File, name: str, of: str, *, pdfa: bool, source: str = "") -> str:
    """A file of a record; `source`: the original it was made from."""
    fixity = leaf("messageDigestAlgorithm", "SHA-256") + leaf("messageDigest", file.sha256)
    named = leaf("formatName", file.mime) + (leaf("formatVersion", PDF_A) if pdfa else "")
    traits = (
        leaf("compositionLevel", "0")
        + wrapped("fixity", [fixity])
        + leaf("size", str(file.size))
        + wrapped("format", [wrapped("formatDesignation", [named])])
    )
    inside = [_id("object", LOCAL, name), wrapped("objectCharacteristics", [traits])]
    inside += [leaf("originalName", file.name), _bound("structural", "is part of", of)]
    if source:
        inside.append(_bound("derivation", "has source", source))
    return wrapped("object", inside, xsi__type="file") + "\n"


def representation(package: Package) -> str:
    """The preservation metadata of the whole package: what it is, who packed it and when."""
    thing = wrapped("object", [_id("object", "OBJID", package.objid)], xsi__type="intellectualEntity")
    event = Event(TRANSFER, package.at, SOFTWARE, f"{package.kind} of {package.number}")
    words = event_words(event, "event-1", [(package.objid, "")], of="OBJID")
    return HEADING + thing + "\n" + words + agent(SOFTWARE, package.version) + agent(package.holder) + FOOT


def event_words(event: Event, name: str, about: list[tuple[str, str]], of: str = LOCAL) -> str:
    """What happened; `about`: names of objects and what each was in it (source, outcome or nothing)."""
    inside = [_id("event", LOCAL, name), leaf("eventType", event.kind)]
    inside.append(leaf("eventDateTime", event.at.isoformat()))
    if event.detail:
        inside.append(wrapped("eventDetailInformation", [leaf("eventDetail", event.detail)]))
    if event.outcome:
        inside.append(wrapped("eventOutcomeInformation", [leaf("eventOutcome", event.outcome)]))
    inside.append(_id("linkingAgent", LOCAL, event.agent))
    for thing, role in about:
        said = leaf("linkingObjectRole", role) if role else ""
        inside.append(_id("linkingObject", of, thing, said))
    return wrapped("event", inside) + "\n"


def scan_events(scan: Scan, name: str, package: Package) -> Iterator[tuple[Event, list[tuple[str, str]]]]:
    """How the PDF/A came to be, or why there is none; nothing of an original that is PDF/A."""
    if scan.converted:
        yield scan.converted, [(name, "source"), (derived(name), "outcome")]
    elif scan.unconverted:
        yield Event(CONVERSION, package.at, SOFTWARE, scan.unconverted, NOT_DONE), [(name, "source")]


def agent(name: str, version: str = "") -> str:
    inside = [_id("agent", LOCAL, name), leaf("agentName", name)]
    if version:
        inside += [leaf("agentType", "software"), leaf("agentVersion", version)]
    return wrapped("agent", inside) + "\n"


def derived(name: str) -> str:
    return f"{name}-pdfa"


def _id(kind: str, of: str, value: str, more: str = "") -> str:
    inside = [leaf(f"{kind}IdentifierType", of), leaf(f"{kind}IdentifierValue", value), more]
    return wrapped(f"{kind}Identifier", inside)


def _bound(kind: str, how: str, to: str) -> str:
    inside = [leaf("relationshipType", kind), leaf("relationshipSubType", how)]
    return wrapped("relationship", [*inside, _id("relatedObject", LOCAL, to)])


class Preserved:
    """Both readers of one preservation file, asked for records in the order of the description."""

    def __init__(self, objects: IO[bytes], events: IO[bytes]) -> None:
        self._objects = map(_object, elements(objects, _OBJECT, past=(_EVENT,)))
        self._events = map(_happened, elements(events, _EVENT, past=(_OBJECT,)))
        self._object = next(self._objects, None)
        self._event = next(self._events, None)

    def events(self, name: str) -> tuple[Event, ...]:
        """What happened to this record or file; called in order, once for each."""
        found = []
        while self._event and self._event[0] == name:
            found.append(self._event[1])
            self._event = next(self._events, None)
        return tuple(found)

    def record(self, name: str) -> tuple[Event, ...]:
        """Go past a record, with its events."""
        if self._object is None or self._object.name != name:
            raise ValueError(f"{name} is described and not preserved, or in another order")
        self._object = next(self._objects, None)
        return self.events(name)

    def files(self, name: str) -> Iterator["Kept"]:
        """The files of the record just passed."""
        while self._object and self._object.of == name:
            found = self._object
            self._object = next(self._objects, None)
            yield found

    @property
    def done(self) -> bool:
        return self._object is None and self._event is None


class Kept:
    """A file or a record as PREMIS has it."""

    def __init__(self, found: etree._Element) -> None:
        self.name = _first(found, "objectIdentifierValue")
        self.file_name, self.mime = _first(found, "originalName"), _first(found, "formatName")
        self.size = int(_first(found, "size") or 0)
        self.sha256 = _first(found, "messageDigest")
        self.pdfa = _first(found, "formatVersion") == PDF_A
        bonds = {
            text(bond[1]): _first(bond, "relatedObjectIdentifierValue")
            for bond in found.iterchildren(f"{{{PREMIS}}}relationship")
        }
        self.of, self.source = bonds.get("is part of", ""), bonds.get("has source", "")


def _object(found: etree._Element) -> Kept:
    return Kept(found)


def _happened(found: etree._Element) -> tuple[str, Event]:
    event = Event(
        kind=_first(found, "eventType"),
        at=datetime.fromisoformat(_first(found, "eventDateTime")),
        agent=_first(found, "linkingAgentIdentifierValue"),
        detail=_first(found, "eventDetail"),
        outcome=_first(found, "eventOutcome"),
    )
    return _first(found, "linkingObjectIdentifierValue"), event


def _first(found: etree._Element, name: str) -> str:
    return text(found.find(f".//{{{PREMIS}}}{name}"))


def agents_of(document: Document) -> Iterator[str]:
    """Everyone who did something to a paper or its files."""
    yield from (event.agent for event in document.events)
    yield from (scan.converted.agent for scan in document.scans if scan.converted)
