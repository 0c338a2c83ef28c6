"""The staff door of the писарница."""

from konak.registry.actions import (
    Late,
    add_files,
    close,
    close_book,
    correct,
    dispatch,
    file_into,
    open_book,
    open_case,
    register_incoming,
    remark,
    reopen,
    route,
    sign_closing,
    void,
)
from konak.registry.entries import entry_of
from konak.registry.facts import (
    CaseClosed,
    CaseOpened,
    CaseRouted,
    DocumentDispatched,
    DocumentRegistered,
)
from konak.registry.marks import Mark, plan
from konak.registry.models import Book, Case, Channel, Direction, Document, Way
from konak.registry.objections import objects_to, raised, rests_on_documents
from konak.registry.paper import printed
from konak.registry.queries import case_by_number, cases, dated, documents, standing_in_the_way

__all__ = [
    "Book",
    "Case",
    "CaseClosed",
    "CaseOpened",
    "CaseRouted",
    "Channel",
    "Direction",
    "Document",
    "DocumentDispatched",
    "DocumentRegistered",
    "Late",
    "Mark",
    "Way",
    "add_files",
    "case_by_number",
    "cases",
    "close",
    "close_book",
    "correct",
    "dated",
    "dispatch",
    "documents",
    "entry_of",
    "file_into",
    "objects_to",
    "open_book",
    "open_case",
    "plan",
    "printed",
    "raised",
    "register_incoming",
    "remark",
    "reopen",
    "rests_on_documents",
    "route",
    "sign_closing",
    "standing_in_the_way",
    "void",
]
