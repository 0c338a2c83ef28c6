"""Writes a package, into a folder or a ZIP: one case at a time, each file read once and summed while it is copied.

What can only be told when all has gone by (the events after the objects, the list of files) waits in files without a
name; nothing grows with the number of papers but the numbers of the cases. The same input and moment give the same
bytes. A target half written is taken away again.
"""

import hashlib
import os
import shutil
import tempfile
import zipfile
from collections.abc import Iterable, Iterator
from contextlib import ExitStack, contextmanager
from importlib.resources import files
from pathlib import Path, PurePosixPath
from typing import IO, BinaryIO, Protocol

from konak.archive.eark import describing, listing, preserving
from konak.archive.eark.listing import NAME, REPRESENTATION, Listed
from konak.archive.eark.things import (
    Case,
    Document,
    Event,
    Fault,
    File,
    Package,
    Scan,
    Unsound,
    faults_of_case,
    faults_of_package,
)  # fmt: skip
from konak.archive.eark.xml import opened

PIECE = 1 << 20
SHELF = 1000  # files a folder
XML = "application/xml"
DATA = {"original": "group-original", "pdfa": "group-pdfa"}
GUIDE = (
    "This package holds a case of a municipality with all its sub-cases and papers.\n"
    "metadata/descriptive/ead3.xml says what they are; representations/rep1/metadata/preservation/premis.xml what\n"
    "happened to them and to each file; representations/rep1/data/original holds the bytes as they came, data/pdfa\n"
    "a PDF/A of the same number where one could be made. Every file is in a METS.xml with its size and SHA-256.\n"
)


class Sink(Protocol):
    """Where the files of the package go."""

    def open(self, path: str) -> IO[bytes]: ...


class _Folder:
    def __init__(self, root: Path) -> None:
        self.root = root

    def open(self, path: str) -> IO[bytes]:
        place = self.root / path
        place.parent.mkdir(parents=True, exist_ok=True)
        return place.open("xb")


class _Zip:
    def __init__(self, archive: zipfile.ZipFile, package: Package) -> None:
        self.archive, self.package = archive, package

    def open(self, path: str) -> IO[bytes]:
        at = self.package.at
        entry = zipfile.ZipInfo(
            f"{self.package.uuid}/{path}", (at.year, at.month, at.day, at.hour, at.minute, at.second)
        )
        entry.external_attr = 0o644 << 16
        entry.create_system = 3
        entry.compress_type = zipfile.ZIP_DEFLATED if path.endswith(".xml") else zipfile.ZIP_STORED
        return self.archive.open(entry, "w", force_zip64=True)


def write(package: Package, cases: Iterable[Case], target: Path) -> Path:
    """Write into a new folder named by the package's UUID within `target`; raises Unsound, leaving nothing."""
    final = target / package.uuid
    with _apart(final) as draft:
        draft.mkdir()
        _write(package, cases, _Folder(draft))
    return final


def write_zip(package: Package, cases: Iterable[Case], target: Path) -> Path:
    """Write into a new ZIP named by the package's UUID within `target`; raises Unsound, leaving nothing."""
    final = target / f"{package.uuid}.zip"
    with _apart(final) as draft, zipfile.ZipFile(draft, "x") as archive:
        _write(package, cases, _Zip(archive, package))
    return final


@contextmanager
def _apart(final: Path) -> Iterator[Path]:
    """A place beside, renamed when whole, removed when not."""
    if final.exists():
        raise Unsound([Fault(final.name, "There is already a package of this name.")])
    draft = final.with_name(final.name + ".part")
    final.parent.mkdir(parents=True, exist_ok=True)
    _clear(draft)  # of one that was cut off
    try:
        yield draft
        os.rename(draft, final)
    finally:
        _clear(draft)


def _clear(draft: Path) -> None:
    if draft.is_dir():
        shutil.rmtree(draft)
    draft.unlink(missing_ok=True)


def _write(package: Package, cases: Iterable[Case], sink: Sink) -> None:
    if faults := faults_of_package(package):
        raise Unsound(faults)
    with ExitStack() as stack:
        writer = _Writer(package, sink, stack)
        for case in cases:
            writer.case(case)
        if not writer.numbers:
            writer.faults.append(Fault(package.number, "There is no case to write."))
        elif writer.first != package.number:
            writer.faults.append(Fault(package.number, f"The root case is {writer.first}."))
        if writer.faults:
            raise Unsound(writer.faults)
        writer.close()


class _Writer:
    """The state of one package being written."""

    def __init__(self, package: Package, sink: Sink, stack: ExitStack) -> None:
        self.package, self.sink = package, sink
        self.faults: list[Fault] = []
        self.numbers: set[str] = set()
        self.agents = {package.holder: None, preserving.SOFTWARE: None}  # a set that keeps the order
        self.papers = self.files = self.happened = 0
        self.first = ""
        self.ead, self.objects, self.events, self.divisions, *lists = (
            stack.enter_context(tempfile.TemporaryFile())  # noqa: SIM115
            for _ in range(6)
        )
        self.lists: dict[str, IO[bytes]] = dict(zip(DATA, lists, strict=True))
        _say(self.ead, describing.head(package))
        _say(self.objects, preserving.HEADING)

    def case(self, case: Case) -> None:
        """A case with its papers; after a fault nothing more is copied, the rest is only looked through."""
        self.faults += faults_of_case(case, self.numbers)
        self.first = self.first or case.number
        self.numbers.add(case.number)
        name = f"case-{len(self.numbers)}"
        _say(self.objects, preserving.record(name, case.number))
        self._tell(case.events, name)
        papers, divisions = [], []
        for document in case.documents:
            words, division = self._paper(document)
            papers.append(words)
            divisions.append(division)
        _say(self.ead, describing.case_words(case, name, papers))
        label = f"{case.number} {case.title}"
        _say(self.divisions, listing.division(f"div-{name}", label, [], "".join(divisions), "case") + "\n")

    def _paper(self, document: Document) -> tuple[str, str]:
        self.papers += 1
        name = f"paper-{self.papers}"
        _say(self.objects, preserving.record(name, document.number))
        self._tell(document.events, name)
        self.agents |= dict.fromkeys(preserving.agents_of(document))
        places: list[tuple[str, str, bool]] = []
        for scan in document.scans:
            places += self._scan(scan, name, document.number)
        words = describing.paper_words(document, name, places)
        files = [file for file, _, _ in places]
        return words, listing.division(f"div-{name}", document.number, files, kind="document")

    def _scan(self, scan: Scan, of: str, number: str) -> Iterator[tuple[str, str, bool]]:
        self.files += 1
        name = f"file-{self.files}"
        pdfa = preserving.derived(name)
        _say(self.objects, preserving.file_words(scan.original, name, of, pdfa=scan.is_pdfa))
        yield name, self._copy(scan.original, name, "original", number), False
        if scan.pdfa:
            _say(self.objects, preserving.file_words(scan.pdfa, pdfa, of, pdfa=True, source=name))
            yield pdfa, self._copy(scan.pdfa, pdfa, "pdfa", number), True
        for event, about in preserving.scan_events(scan, name, self.package):
            self._event(event, about)

    def _tell(self, events: Iterable[Event], name: str) -> None:
        for event in events:
            self.agents[event.agent] = None
            self._event(event, [(name, "")])

    def _event(self, event: Event, about: list[tuple[str, str]]) -> None:
        self.happened += 1
        _say(self.events, preserving.event_words(event, f"event-{self.happened}", about))

    def _copy(self, file: File, name: str, group: str, number: str) -> str:
        """Copy a file; its size and sum must be what the house says they are. Gives its path in the package."""
        ending = PurePosixPath(file.name).suffix.lower()
        if not (ending.isascii() and ending[1:].isalnum() and len(ending) <= 8):
            ending = ""
        path = f"data/{group}/{self.files // SHELF:04}/{self.files:07}{ending}"
        if not self.faults:
            with file.source() as source, self.sink.open(f"{REPRESENTATION}/{path}") as target:
                size, sha256 = _pour(source, target)
            if (size, sha256) != (file.size, file.sha256):
                self.faults.append(
                    Fault(number, f"“{file.name}” is not the file that was registered: its sum differs.")
                )
        _say(
            self.lists[group],
            listing.file_words(self.package, Listed(name, path, file.mime, file.size, file.sha256)),
        )
        return f"{REPRESENTATION}/{path}"

    def close(self) -> None:
        """All that waited: descriptions, preservation, and the lists, the root's last."""
        _say(self.ead, describing.FOOT)
        ead = self._put("metadata/descriptive/ead3.xml", "ead", [self.ead])
        premis = self._put(
            "metadata/preservation/premis.xml", "premis", [preserving.representation(self.package)]
        )
        _say(self.events, "".join(map(preserving.agent, self.agents)) + preserving.FOOT)
        inner = f"{REPRESENTATION}/metadata/preservation/premis.xml"
        kept = self._put(inner, "premis-1", [self.objects, self.events])
        own = Listed(kept.name, inner.removeprefix(REPRESENTATION + "/"), kept.mime, kept.size, kept.sha256)
        content = self._put(f"{REPRESENTATION}/{NAME}", "mets-rep1", self._inner(own))
        guide = self._put("documentation/README.txt", "guide", [GUIDE], "text/plain")
        schemas = [
            self._put(f"schemas/{schema.name}", f"schema-{schema.name}", [schema.read_text("utf-8")])
            for schema in sorted(
                files("konak.archive.eark").joinpath("schemas").iterdir(), key=lambda s: s.name
            )
        ]
        self._put(NAME, "mets", listing.root(self.package, ead, premis, content, [guide], schemas))

    def _inner(self, premis: Listed) -> Iterator[str | IO[bytes]]:
        """The representation's METS: originals, PDF/A, and the cases as divisions."""
        yield listing.head(self.package, "rep1", self.package.number) + listing.preservation(
            self.package, premis
        )
        used = [group for group in DATA if self.lists[group].tell()]
        if used:
            yield opened("fileSec", ID="files")
        for group in used:
            yield listing.group_start(DATA[group], f"data/{group}")
            yield self.lists[group]
            yield "</fileGrp>\n"
        if used:
            yield "</fileSec>\n"
        data = listing.division("div-data", "Data", [DATA[group] for group in used])
        yield listing.physical("rep1", [listing.division("div-metadata", "Metadata", []), data])
        yield opened("structMap", ID="map-2", TYPE="LOGICAL", LABEL="Cases")
        yield opened("div", ID="div-cases", LABEL=self.package.number)
        yield self.divisions
        yield "</div></structMap>\n" + listing.FOOT

    def _put(self, path: str, name: str, pieces: Iterable[str | IO[bytes]], mime: str = XML) -> Listed:
        total, size = hashlib.sha256(), 0
        with self.sink.open(path) as target:
            for piece in pieces:
                for part in [piece.encode()] if isinstance(piece, str) else _parts(piece):
                    target.write(part)
                    total.update(part)
                    size += len(part)
        return Listed(name, path, mime, size, total.hexdigest())


def _say(place: IO[bytes], words: str) -> None:
    place.write(words.encode())


def _parts(spool: IO[bytes]) -> Iterator[bytes]:
    spool.seek(0)
    while part := spool.read(PIECE):
        yield part


def _pour(source: BinaryIO, target: IO[bytes]) -> tuple[int, str]:
    total, size = hashlib.sha256(), 0
    while part := source.read(PIECE):
        target.write(part)
        total.update(part)
        size += len(part)
    return size, total.hexdigest()
