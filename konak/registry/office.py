"""The staff door of the писарница."""

from konak.registry.actions import (
    add_files,
    close,
    dispatch,
    file_into,
    open_book,
    open_case,
    register_incoming,
    route,
)
from konak.registry.facts import (
    CaseClosed,
    CaseOpened,
    CaseRouted,
    DocumentDispatched,
    DocumentRegistered,
)
from konak.registry.marks import Mark, plan
from konak.registry.models import Case, Channel, Direction, Document, Way
from konak.registry.queries import case_by_number, cases, dated, documents, standing_in_the_way

__all__ = [
    "Case",
    "CaseClosed",
    "CaseOpened",
    "CaseRouted",
    "Channel",
    "Direction",
    "Document",
    "DocumentDispatched",
    "DocumentRegistered",
    "Mark",
    "Way",
    "add_files",
    "case_by_number",
    "cases",
    "close",
    "dated",
    "dispatch",
    "documents",
    "file_into",
    "open_book",
    "open_case",
    "plan",
    "register_incoming",
    "route",
    "standing_in_the_way",
]
