"""What goes into a package and comes out of it again: plain values, compared by value."""

import io
import re
import uuid
from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import BinaryIO

# what XML 1.0 cannot hold at all
UNWRITABLE = re.compile("[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]")
SHA256 = re.compile("[0-9a-f]{64}")
KINDS = ("AIP", "SIP")
NOT_DONE = "not converted"  # the outcome that says a reason, and no PDF/A
LONGEST = 999  # years


@dataclass(frozen=True, order=True)
class Fault:
    """What is wrong, and where: a path in the package or the number of a record."""

    path: str
    reason: str

    def __str__(self) -> str:
        return f"{self.path}: {self.reason}"


class Unsound(Exception):
    """The package cannot be written or must not be read: every fault found, at once."""

    def __init__(self, faults: Iterable[Fault]) -> None:
        self.faults = tuple(sorted(set(faults)))
        super().__init__("\n".join(map(str, self.faults)))


@dataclass(frozen=True)
class Party:
    """Who takes part, and as what: sender, addressee, applicant …"""

    name: str
    role: str


@dataclass(frozen=True)
class Event:
    """What happened to a record: registered, signed, voided … by whom; `outcome` when there was one to tell."""

    kind: str
    at: datetime
    agent: str
    detail: str = ""
    outcome: str = ""


@dataclass(frozen=True)
class File:
    """Bytes as the house keeps them: their name, and the size and sum they must have."""

    name: str
    mime: str
    size: int
    sha256: str
    source: Callable[[], BinaryIO] = field(compare=False, repr=False)


@dataclass(frozen=True)
class Scan:
    """An original with its PDF/A beside it, or the reason why there is none. The original may itself be PDF/A."""

    original: File
    pdfa: File | None = None
    converted: Event | None = None
    unconverted: str = ""
    is_pdfa: bool = False


@dataclass(frozen=True)
class Document:
    """A numbered paper. `years` None: kept for ever."""

    number: str
    title: str
    registered_at: datetime
    mark: str
    years: int | None
    direction: str = "incoming"
    dated: date | None = None
    voided: bool = False
    parties: tuple[Party, ...] = ()
    events: tuple[Event, ...] = ()
    scans: tuple[Scan, ...] = ()


@dataclass(frozen=True)
class Case:
    """A case or sub-case with its papers; `parent` is the number of a case that came before it."""

    number: str
    title: str
    mark: str
    years: int | None
    opened_on: date
    closed_on: date | None = None
    parent: str = ""
    parties: tuple[Party, ...] = ()
    events: tuple[Event, ...] = ()
    documents: tuple[Document, ...] = ()


@dataclass(frozen=True)
class Package:
    """Whose package it is: the house (its fixed name and its words), the number of the root case, kind, moment."""

    house: str
    holder: str
    number: str
    title: str
    at: datetime
    kind: str = "AIP"
    version: str = "0.1"

    @property
    def uuid(self) -> str:
        """The same for the same house and number, whenever it is written."""
        return str(uuid.uuid5(uuid.NAMESPACE_URL, f"urn:konak:{self.house}:{self.number}"))

    @property
    def objid(self) -> str:
        return f"urn:uuid:{self.uuid}"


def bytes_of(content: bytes) -> Callable[[], BinaryIO]:
    """A source of these bytes."""
    return lambda: io.BytesIO(content)


def faults_of_package(package: Package) -> list[Fault]:
    """What the package's own words lack."""
    found = _words(
        package.number, package.house, package.holder, package.number, package.title, package.version
    )
    if not (package.house and package.holder and package.number and package.version):
        found.append(
            Fault(package.number, "A package says its house, its holder, its number and its version.")
        )
    if package.kind not in KINDS:
        found.append(Fault(package.number, f"A package is {' or '.join(KINDS)}, not “{package.kind}”."))
    return found + _moment(package.number, package.at)


def faults_of_case(case: Case, before: set[str]) -> list[Fault]:
    """What stands in the way of writing a case; `before`: the numbers of the cases already written."""
    found = _words(case.number, case.number, case.title, case.mark, case.parent)
    if not case.number:
        found.append(Fault(case.title, "A case has no number."))
    if case.number in before:
        found.append(Fault(case.number, "This case is in the package twice."))
    if case.parent and case.parent not in before:
        found.append(Fault(case.number, f"The case it belongs to, {case.parent}, does not come before it."))
    if not case.parent and before:
        found.append(Fault(case.number, "A package has one root case; this is a second."))
    found += _people(case.number, case.parties, case.events) + _term(case.number, case.years)
    for document in case.documents:
        found += _faults_of_document(document)
    return found


def _faults_of_document(document: Document) -> list[Fault]:
    where = document.number
    found = _words(where, where, document.title, document.mark, document.direction)
    found += _moment(where, document.registered_at) + _people(where, document.parties, document.events)
    found += _term(where, document.years)
    if not where:
        found.append(Fault(document.title, "A document has no number."))
    for scan in document.scans:
        for file in filter(None, (scan.original, scan.pdfa)):
            found += _words(where, file.name, file.mime)
            if not file.mime:
                found.append(Fault(where, f"“{file.name}” has no media type."))
            if not SHA256.fullmatch(file.sha256):
                found.append(Fault(where, f"“{file.name}” has no SHA-256 sum."))
        found += _beside(where, scan)
    return found


def _beside(where: str, scan: Scan) -> list[Fault]:
    """Exactly one is said of each original: PDF/A itself, converted by an event, or not, for a reason."""
    said = (scan.is_pdfa, scan.pdfa is not None, bool(scan.unconverted))
    if sum(said) != 1:
        return [
            Fault(where, f"“{scan.original.name}” is PDF/A, has PDF/A beside it, or a reason why not: one.")
        ]
    if (scan.pdfa is None) != (scan.converted is None):
        return [Fault(where, f"“{scan.original.name}”: the PDF/A and the event that made it go together.")]
    if scan.converted and scan.converted.outcome == NOT_DONE:
        return [Fault(where, f"“{scan.original.name}” has a PDF/A and an event saying that it has none.")]
    events = (scan.converted,) if scan.converted else ()
    return _words(where, scan.unconverted) + _people(where, (), events)


def _people(where: str, parties: Iterable[Party], events: Iterable[Event]) -> list[Fault]:
    found = [fault for party in parties for fault in _words(where, party.name, party.role)]
    for event in events:
        found += _words(where, event.kind, event.agent, event.detail, event.outcome) + _moment(
            where, event.at
        )
        if not event.kind or not event.agent:
            found.append(Fault(where, "An event says what happened and who did it."))
    return found


def _term(where: str, years: int | None) -> list[Fault]:
    if years is None or 0 <= years <= LONGEST:
        return []
    return [Fault(where, f"A retention term is 0 to {LONGEST} years or for ever, not {years}.")]


def _moment(where: str, at: datetime) -> list[Fault]:
    return [] if at.tzinfo else [Fault(where, f"The moment {at.isoformat()} has no time zone.")]


def _words(where: str, *words: str) -> list[Fault]:
    return [
        Fault(UNWRITABLE.sub("�", where), f"“{UNWRITABLE.sub('�', word)}” holds a sign that XML cannot keep.")
        for word in words
        if UNWRITABLE.search(word)
    ]
