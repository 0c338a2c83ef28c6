"""Names of the standards, and text put into XML so that the same words are always the same bytes."""

from collections.abc import Iterable, Iterator
from typing import IO
from xml.sax.saxutils import escape

from lxml import etree

METS = "http://www.loc.gov/METS/"
CSIP = "https://DILCIS.eu/XML/METS/CSIPExtensionMETS"
XLINK = "http://www.w3.org/1999/xlink"
XSI = "http://www.w3.org/2001/XMLSchema-instance"
EAD = "http://ead3.archivists.org/schema/"
PREMIS = "http://www.loc.gov/premis/v3"
HEAD = '<?xml version="1.0" encoding="UTF-8"?>\n'

# kept as they are, though a parser would make them other white space
_QUIET = {"\r": "&#13;"}
_QUOTED = {"\r": "&#13;", "\n": "&#10;", "\t": "&#9;", '"': "&quot;"}


def opened(name: str, /, **attributes: str | None) -> str:
    """A start tag. `_` at the end is dropped, `__` stands for the colon of a prefix; None is left out."""
    written = "".join(
        f' {key.rstrip("_").replace("__", ":")}="{escape(value, _QUOTED)}"'
        for key, value in attributes.items()
        if value is not None
    )
    return f"<{name}{written}>"


def leaf(name: str, text: str = "", /, **attributes: str | None) -> str:
    """An element of text alone."""
    if not text:
        return opened(name, **attributes)[:-1] + "/>"
    return f"{opened(name, **attributes)}{escape(text, _QUIET)}</{name}>"


def wrapped(name: str, inside: Iterable[str], /, **attributes: str | None) -> str:
    """An element of elements."""
    return f"{opened(name, **attributes)}{''.join(inside)}</{name}>"


def elements(
    stream: IO[bytes], *tags: str, past: tuple[str, ...] = (), schema: etree.XMLSchema | None = None
) -> Iterator[etree._Element]:
    """The elements of these names, one at a time, each forgotten when the next is asked for.

    Those of the names `past` are forgotten unseen, else they would gather. Nothing is fetched, no entity is
    resolved, and what libxml2 holds too deep or too large is refused.
    """
    found = etree.iterparse(
        stream,
        events=("end",),
        tag=(*tags, *past),
        schema=schema,
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
    )
    known = {*tags, *past}
    for _, element in found:
        if element.getroottree().docinfo.doctype:
            raise etree.XMLSyntaxError("a document type is declared", 0, 0, 0)
        if element.tag in tags:
            yield element
        element.clear()
        above, before = element.getparent(), element.getprevious()
        while above is not None and before is not None and before.tag in known:
            above.remove(before)
            before = element.getprevious()


def text(element: etree._Element | None) -> str:
    return "" if element is None else element.text or ""
