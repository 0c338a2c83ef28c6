"""Reads of the писарница."""

from konak.registry.queries.books import books_kept, carried, entries_of, find_book, pages, standing
from konak.registry.queries.entries import (
    Corrected,
    against_voiding,
    book,
    corrections,
    remarks,
    typed_documents,
    years,
)
from konak.registry.queries.papers import (
    case_papers,
    scans,
    standing_in_the_way,
    story,
    tasks_of,
    their_number,
    told,
)
from konak.registry.queries.seeing import case_by_number, cases, dated, documents

__all__ = [
    "Corrected",
    "against_voiding",
    "book",
    "books_kept",
    "carried",
    "case_by_number",
    "case_papers",
    "cases",
    "corrections",
    "dated",
    "documents",
    "entries_of",
    "find_book",
    "pages",
    "remarks",
    "scans",
    "standing",
    "standing_in_the_way",
    "story",
    "tasks_of",
    "their_number",
    "told",
    "typed_documents",
    "years",
]
