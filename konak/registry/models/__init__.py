"""The nouns of the писарница: books, cases, documents, and what is said of an entry afterwards."""

from konak.registry.models.books import MAIN, Book, Closing
from konak.registry.models.mends import Correction, Remark, Voiding
from konak.registry.models.oldbooks import OldBook, OldRow
from konak.registry.models.papers import Case, Channel, Direction, Document, Scan, Way

__all__ = [
    "MAIN",
    "Book",
    "Case",
    "Channel",
    "Closing",
    "Correction",
    "Direction",
    "Document",
    "OldBook",
    "OldRow",
    "Remark",
    "Scan",
    "Voiding",
    "Way",
]
