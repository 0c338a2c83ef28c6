"""A case as an E-ARK information package (CSIP 2.1): METS, EAD3, PREMIS 3, originals and PDF/A; written and read.

Pure: knows neither Django nor any room. A tree of cases is *one* package, its sub-cases divisions of the structure
map: it was closed as one, is appraised as one and follows the root's retention, and 1,650 packages could be handed
over with one of them missing and nobody the wiser; one package has one list with one sum for each file.
"""

from konak.archive.eark.reading import Unpacked, read
from konak.archive.eark.shelves import Limits
from konak.archive.eark.things import (
    Case,
    Document,
    Event,
    Fault,
    File,
    Package,
    Party,
    Scan,
    Unsound,
    bytes_of,
)  # fmt: skip
from konak.archive.eark.writing import write, write_zip

__all__ = [
    "Case", "Document", "Event", "Fault", "File", "Limits", "Package", "Party", "Scan", "Unpacked", "Unsound",
    "bytes_of", "read", "write", "write_zip",
]  # fmt: skip
