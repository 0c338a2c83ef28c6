"""Reads a package back: first every sum, then the words, then nothing is left to find; every fault at once.

`read` gives the package only when all of it holds together, so whoever takes the cases out one by one never stands
with half of them. Only packages as `writing` makes them are read; others are refused in a sentence.
"""

import hashlib
import zipfile
import zlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import datetime
from functools import cache
from importlib.resources import files
from pathlib import Path
from typing import IO, BinaryIO

from lxml import etree

from konak.archive.eark import describing
from konak.archive.eark.listing import NAME, REPRESENTATION
from konak.archive.eark.preserving import Kept, Preserved
from konak.archive.eark.shelves import InFolder, InZip, Limits, Shelf, astray
from konak.archive.eark.things import (
    NOT_DONE,
    Case,
    Document,
    Fault,
    File,
    Package,
    Scan,
    Unsound,
    faults_of_case,
)
from konak.archive.eark.xml import CSIP, EAD, METS, PREMIS, XLINK, elements, text

PIECE = 1 << 20
EAD_PATH = "metadata/descriptive/ead3.xml"
PREMIS_PATH = f"{REPRESENTATION}/metadata/preservation/premis.xml"
ROOT_PREMIS = "metadata/preservation/premis.xml"
INNER = f"{REPRESENTATION}/{NAME}"
FOREIGN = "Not a package that Konak writes"
SCHEMAS = {
    EAD_PATH: "ead3-of-konak.xsd",
    PREMIS_PATH: "premis-of-konak.xsd",
    ROOT_PREMIS: "premis-of-konak.xsd",
}
PARTS = (
    f"{{{EAD}}}c",
    f"{{{PREMIS}}}object",
    f"{{{PREMIS}}}event",
)  # forgotten as soon as they were looked at
DAMAGED = (OSError, EOFError, NotImplementedError, zipfile.BadZipFile, zlib.error)
Sums = dict[str, tuple[int, str]]


class Unpacked:
    """A package found sound: its words, and its cases one at a time, as often as asked, while it is open."""

    def __init__(self, shelf: Shelf, package: Package, names: dict[str, str], sums: Sums) -> None:
        self.package, self._shelf, self._names, self._sums = package, shelf, names, sums

    def cases(self) -> Iterator[Case]:
        """Each case with its papers, events and files, in the order they were written."""
        open_ = self._shelf.open
        with open_(EAD_PATH) as ead, open_(PREMIS_PATH) as objects, open_(PREMIS_PATH) as events:
            kept = Preserved(objects, events)
            for name, case, papers in describing.described(ead):
                happened = kept.record(name)
                whole = tuple(self._paper(kept, paper, document) for paper, document in papers)
                yield replace(case, events=happened, documents=whole)
            if not kept.done:
                raise ValueError("more is preserved than described")

    def _paper(self, kept: Preserved, name: str, document: Document) -> Document:
        happened = kept.record(name)
        found = list(kept.files(name))
        derived = {file.source: file for file in found if file.source}
        originals = [file for file in found if not file.source]
        if len(derived) + len(originals) != len(found) or derived.keys() - {file.name for file in originals}:
            raise ValueError(f"a PDF/A of {name} stands beside no original")
        scans = tuple(self._scan(kept, file, derived.get(file.name)) for file in originals)
        return replace(document, events=happened, scans=scans)

    def _scan(self, kept: Preserved, original: Kept, pdfa: Kept | None) -> Scan:
        events = kept.events(original.name)
        why = "".join(event.detail for event in events if event.outcome == NOT_DONE)
        made = next((event for event in events if event.outcome != NOT_DONE), None)
        beside = self._file(pdfa) if pdfa else None
        return Scan(self._file(original), beside, made, why, original.pdfa)

    def _file(self, kept: Kept) -> File:
        path = self._names.get(kept.name, "")
        if not path:
            raise ValueError(f"{kept.name} is preserved and on no list")
        if self._sums[path] != (kept.size, kept.sha256):
            raise ValueError(f"{path}: the preservation metadata give another size or sum than the list")
        return File(kept.file_name, kept.mime, kept.size, kept.sha256, self._source(path))

    def _source(self, path: str) -> Callable[[], BinaryIO]:
        return lambda: self._shelf.open(path)


@contextmanager
def read(path: Path, limits: Limits = Limits()) -> Iterator[Unpacked]:  # noqa: B008
    """Open a package in a folder or a ZIP; raises Unsound with every fault before anything of it is given."""
    if path.is_dir():
        folder = InFolder(path, limits)
        yield _sound(folder, folder.faults)
        return
    try:
        archive = zipfile.ZipFile(path)
    except DAMAGED as error:
        raise Unsound([Fault(path.name, "Neither a folder nor a ZIP that can be opened.")]) from error
    with archive:
        zipped = InZip(archive, path.name, limits)
        yield _sound(zipped, zipped.faults)


def _sound(shelf: Shelf, faults: list[Fault]) -> Unpacked:
    """The package, or all that is wrong with it: paths and lists, then sums, then form, then sense."""
    if faults:
        raise Unsound(faults)
    names, sums = _listed(shelf, faults)
    if not faults:
        _sums_hold(shelf, sums, faults)
    if not faults:
        _form_holds(shelf, faults)
    if faults:
        raise Unsound(faults)
    unpacked = Unpacked(shelf, _package(shelf), names, sums)
    _sense_holds(unpacked)
    return unpacked


def _listed(shelf: Shelf, faults: list[Fault]) -> tuple[dict[str, str], Sums]:
    """Every file that a list names, with size and sum; the files of the representation by their names too."""
    sums: Sums = {}
    names: dict[str, str] = {}
    for mets, base in ((NAME, ""), (INNER, f"{REPRESENTATION}/")):
        if mets not in shelf.sizes:
            faults.append(Fault(mets, "The list of files is missing."))
            continue
        try:
            with shelf.open(mets) as stream:
                _list(stream, mets, base, names, sums, faults)
        except (etree.XMLSyntaxError, ValueError, *DAMAGED) as error:
            faults.append(Fault(mets, f"The list of files cannot be read: {error}."))
    for path in sorted(shelf.sizes.keys() - sums.keys() - {NAME}):
        faults.append(Fault(path, "It is in the package and on no list."))
    for path in sorted(sums.keys() - shelf.sizes.keys()):
        faults.append(Fault(path, "It is on the list and not in the package."))
    for needed in (EAD_PATH, PREMIS_PATH, ROOT_PREMIS):
        if needed not in sums:
            faults.append(Fault(needed, f"{FOREIGN}: its list does not name this file."))
    return names, sums


def _list(
    stream: IO[bytes], mets: str, base: str, names: dict[str, str], sums: Sums, faults: list[Fault]
) -> None:
    for found in elements(stream, f"{{{METS}}}file", f"{{{METS}}}mdRef", past=(f"{{{METS}}}div",)):
        place = found[0] if len(found) else found  # FLocat within a file; mdRef points itself
        href = place.get(f"{{{XLINK}}}href", "")
        path = base + href
        if why := astray(href):
            faults.append(Fault(mets, f"“{href}”: {why}"))
        elif path in sums:
            faults.append(Fault(path, "It is listed twice."))
        elif found.get("CHECKSUMTYPE") != "SHA-256":
            faults.append(Fault(path, "It is listed without a SHA-256 sum."))
        else:
            sums[path] = int(found.get("SIZE", "-1")), found.get("CHECKSUM", "").lower()
            names[found.get("ID", "")] = path


def _sums_hold(shelf: Shelf, sums: Sums, faults: list[Fault]) -> None:
    """Read every file once; say of each that differs how."""
    for path, (size, sha256) in sums.items():
        if shelf.sizes[path] != size:
            faults.append(Fault(path, f"It has {shelf.sizes[path]} bytes, the list says {size}."))
            continue
        total = hashlib.sha256()
        try:
            with shelf.open(path) as stream:
                while part := stream.read(PIECE):
                    total.update(part)
        except DAMAGED as error:
            faults.append(Fault(path, f"It cannot be read: {error}."))
            continue
        if total.hexdigest() != sha256:
            faults.append(Fault(path, "Its SHA-256 sum is another than on the list."))


def _form_holds(shelf: Shelf, faults: list[Fault]) -> None:
    """The metadata by the schemas of the house, not by those in the package."""
    for path, name in SCHEMAS.items():
        try:
            with shelf.open(path) as stream:
                for _ in elements(stream, *PARTS, schema=_schema(name)):
                    pass
        except etree.XMLSyntaxError as error:
            faults.append(Fault(path, f"{FOREIGN}: {error}."))


@cache
def _schema(name: str) -> etree.XMLSchema:
    return etree.XMLSchema(etree.XML((files("konak.archive.eark") / "schemas" / name).read_bytes()))


def _package(shelf: Shelf) -> Package:
    """The words of the package, from METS and the description."""
    with shelf.open(NAME) as mets:
        header = next(elements(mets, f"{{{METS}}}metsHdr"))
        kind = header.get(f"{{{CSIP}}}OAISPACKAGETYPE", "")
        moment, version = header.get("CREATEDATE", ""), text(header.find(f"{{{METS}}}agent/{{{METS}}}note"))
        objid = header.getparent().get("OBJID")  # type: ignore[union-attr]
    with shelf.open(EAD_PATH) as ead:
        try:
            package = describing.package_of(
                ead, kind=kind, at=datetime.fromisoformat(moment), version=version
            )
        except (KeyError, ValueError) as error:
            raise Unsound([Fault(EAD_PATH, f"{FOREIGN}: {error}.")]) from error
    if package.objid != objid:
        raise Unsound(
            [Fault(NAME, f"{FOREIGN}: its identifier is not that of the house and number it names.")]
        )
    return package


def _sense_holds(unpacked: Unpacked) -> None:
    """Go through all cases once, so that nothing is found wrong after the first has been taken."""
    faults: list[Fault] = []
    numbers: set[str] = set()
    try:
        for case in unpacked.cases():
            faults += faults_of_case(case, numbers)
            if not numbers and case.number != unpacked.package.number:
                faults.append(Fault(case.number, "The root case is not the one the package is named by."))
            numbers.add(case.number)
    except KeyError as error:
        faults.append(Fault(EAD_PATH, f"{FOREIGN}: a case or paper without {error}."))
    except (ValueError, IndexError) as error:
        faults.append(Fault(PREMIS_PATH, f"{FOREIGN}: {error}."))
    if faults:
        raise Unsound(faults)
