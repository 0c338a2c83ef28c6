"""METS: the list of every file with size and SHA-256, the root's by the rules of CSIP 2.1, and the divisions."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from konak.archive.eark.things import Package
from konak.archive.eark.xml import CSIP, HEAD, METS, XLINK, leaf, opened, wrapped

NAME = "METS.xml"
REPRESENTATION = "representations/rep1"
PROFILES = {
    "AIP": "https://earkcsip.dilcis.eu/profile/E-ARK-CSIP.xml",
    "SIP": "https://earksip.dilcis.eu/profile/E-ARK-SIP.xml",
}
CONTENT = "Konak case"
FOOT = "</mets>\n"


@dataclass(frozen=True)
class Listed:
    """A file of the package; `path` from the METS that lists it."""

    name: str
    path: str
    mime: str
    size: int
    sha256: str


def head(package: Package, objid: str, label: str) -> str:
    """From the root element to the end of the header."""
    moment = package.at.isoformat()
    note = leaf("note", package.version, csip__NOTETYPE="SOFTWARE VERSION")
    creator = wrapped(
        "agent", [leaf("name", "Konak"), note], ROLE="CREATOR", TYPE="OTHER", OTHERTYPE="SOFTWARE"
    )
    holder = wrapped("agent", [leaf("name", package.holder)], ROLE="ARCHIVIST", TYPE="ORGANIZATION")
    start = opened(
        "mets",
        xmlns=METS,
        xmlns__xlink=XLINK,
        xmlns__csip=CSIP,
        OBJID=objid,
        LABEL=label,
        TYPE="Mixed",
        PROFILE=PROFILES[package.kind],
        csip__CONTENTINFORMATIONTYPE="OTHER",
        csip__OTHERCONTENTINFORMATIONTYPE=CONTENT,
    )
    header = wrapped(
        "metsHdr",
        [creator, holder],
        CREATEDATE=moment,
        LASTMODDATE=moment,
        csip__OAISPACKAGETYPE=package.kind,
    )
    return f"{HEAD}{start}\n{header}\n"


def description(package: Package, ead: Listed) -> str:
    """The section that points at the description."""
    pointer = _pointer(package, ead, "EAD", "EAD3")
    return wrapped("dmdSec", [pointer], ID="dmd-1", CREATED=package.at.isoformat(), STATUS="CURRENT") + "\n"


def preservation(package: Package, premis: Listed) -> str:
    """The section that points at the preservation metadata."""
    proof = wrapped(
        "digiprovMD", [_pointer(package, premis, "PREMIS", "3.0")], ID="digiprov-1", STATUS="CURRENT"
    )
    return wrapped("amdSec", [proof], ID="amd-1") + "\n"


def _pointer(package: Package, file: Listed, kind: str, version: str) -> str:
    return leaf(
        "mdRef",
        LOCTYPE="URL",
        xlink__type="simple",
        xlink__href=file.path,
        MDTYPE=kind,
        MDTYPEVERSION=version,
        MIMETYPE=file.mime,
        SIZE=str(file.size),
        CREATED=package.at.isoformat(),
        CHECKSUM=file.sha256,
        CHECKSUMTYPE="SHA-256",
    )


def file_words(package: Package, file: Listed) -> str:
    """One file of a group."""
    place = leaf("FLocat", LOCTYPE="URL", xlink__type="simple", xlink__href=file.path)
    return (
        wrapped(
            "file",
            [place],
            ID=file.name,
            MIMETYPE=file.mime,
            SIZE=str(file.size),
            CREATED=package.at.isoformat(),
            CHECKSUM=file.sha256,
            CHECKSUMTYPE="SHA-256",
        )
        + "\n"
    )


def group_start(name: str, use: str) -> str:
    """The content type is said of every group: the validator's CSIP63 knows no group without it."""
    return opened(
        "fileGrp",
        ID=name,
        USE=use,
        csip__CONTENTINFORMATIONTYPE="OTHER",
        csip__OTHERCONTENTINFORMATIONTYPE=CONTENT,
    )


def root(
    package: Package, ead: Listed, premis: Listed, inner: Listed, papers: list[Listed], schemas: list[Listed]
) -> Iterator[str]:
    """The root METS; the list of `inner`, the representation's METS, is its only way to the content."""
    yield head(package, package.objid, f"{package.number} {package.title}") + description(package, ead)
    yield preservation(package, premis) + opened("fileSec", ID="files")
    for name, use, files in (
        ("group-documentation", "Documentation", papers),
        ("group-schemas", "Schemas", schemas),
        ("group-rep1", "Representations/rep1", [inner]),
    ):
        yield group_start(name, use) + "".join(file_words(package, file) for file in files) + "</fileGrp>\n"
    yield "</fileSec>\n"
    pointer = leaf(
        "mptr", LOCTYPE="URL", xlink__type="simple", xlink__href=inner.path, xlink__title="group-rep1"
    )
    one = wrapped("div", [pointer], ID="div-rep1", LABEL="Representations/rep1")
    yield physical(
        package.objid,
        [
            opened("div", ID="div-metadata", LABEL="Metadata", DMDID="dmd-1", ADMID="digiprov-1")[:-1] + "/>",
            division("div-documentation", "Documentation", ["group-documentation"]),
            division("div-schemas", "Schemas", ["group-schemas"]),
            division("div-representations", "Representations", ["group-rep1"], one),
        ],
    )
    yield FOOT


def physical(label: str, divisions: Iterable[str]) -> str:
    whole = wrapped("div", divisions, ID="div-package", LABEL=label)
    return wrapped("structMap", [whole], ID="map-1", TYPE="PHYSICAL", LABEL="CSIP") + "\n"


def division(name: str, label: str, groups: Iterable[str], inside: str = "", kind: str | None = None) -> str:
    """A division that points at files or groups of files."""
    pointers = [leaf("fptr", FILEID=group) for group in groups]
    return wrapped("div", [*pointers, inside], ID=name, LABEL=label, TYPE=kind)
