"""Office files are zips of XML: opened here by hand, with limits, no entity and no network."""

import io
import zipfile
import zlib
from collections.abc import Iterator
from typing import TYPE_CHECKING

from konak.lex.documents.document import NotText

if TYPE_CHECKING:
    from lxml.etree import _Element

PARTS, LISTED = 4_000, 2 << 20  # entries, and bytes of the list of them
PART, WHOLE = 40 << 20, 1 << 30  # bytes unpacked: of one part that is read, of all that the list declares
RATIO, FREE = 250, 1 << 20  # unpacked to packed; below FREE bytes any ratio will do
DEPTH, HELD = 120, 1_000_000  # elements in one another; elements in memory at a time
_END = b"PK\x05\x06"
_STRICT = b"http://purl.oclc.org/ooxml/wordprocessingml/main"
_USUAL = b"http://schemas.openxmlformats.org/wordprocessingml/2006/main"


class Package:
    """A zip whose list was looked at before anything is unpacked."""

    def __init__(self, data: bytes) -> None:
        _look_at_list(data)
        try:
            self._zip = zipfile.ZipFile(io.BytesIO(data))
        except (zipfile.BadZipFile, ValueError, NotImplementedError, OSError, EOFError) as fault:
            raise NotText("damaged") from fault
        self._entries = {info.filename: info for info in self._zip.infolist()}
        if len(self._zip.infolist()) > PARTS or sum(i.file_size for i in self._entries.values()) > WHOLE:
            raise NotText("bomb")

    def names(self) -> list[str]:
        return list(self._entries)

    def part(self, name: str) -> bytes | None:
        """The bytes of a part, None when there is no such one. `NotText` for one that swells or is broken."""
        info = self._entries.get(name)
        if info is None:
            return None
        if info.flag_bits & 1:
            raise NotText("password")
        if info.file_size > PART or info.file_size > max(FREE, RATIO * info.compress_size):
            raise NotText("bomb")
        try:
            with self._zip.open(info) as file:
                data = file.read(PART + 1)
        except (zipfile.BadZipFile, zlib.error, EOFError, OSError, NotImplementedError, RuntimeError,
                ValueError) as fault:  # fmt: skip
            raise NotText("damaged") from fault
        if len(data) > PART:
            raise NotText("bomb")
        return data

    def xml(self, name: str) -> "_Element | None":
        """The root of a small XML part (styles, numbering, relations)."""
        data = self.part(name)
        if data is None:
            return None
        return next(elements(data), None)


def _look_at_list(data: bytes) -> None:
    """Refuse a list of entries so long that reading it alone would take long."""
    at = data.rfind(_END, max(0, len(data) - 66_000))
    if at < 0 or len(data) < at + 22:
        raise NotText("damaged")
    if int.from_bytes(data[at + 12 : at + 16], "little") > LISTED:
        raise NotText("bomb")


def elements(data: bytes, *under: str) -> "Iterator[_Element]":
    """The children of every element with one of the tags `under`, each as soon as it is whole and let go
    after use; without tags the root, once. Nothing outside the bytes is read, no document type is accepted."""
    from lxml import etree

    steps = etree.iterparse(
        io.BytesIO(data.replace(_STRICT, _USUAL)),
        events=("start", "end"),
        resolve_entities=False,
        no_network=True,
        load_dtd=False,
        huge_tree=False,
        remove_comments=True,
        remove_pis=True,
    )
    level = held = 0
    try:
        for event, element in steps:
            if event == "start":
                level += 1
                held += 1
                if level == 1 and element.getroottree().docinfo.internalDTD is not None:
                    raise NotText("entities")
                if level > DEPTH or held > HELD:
                    raise NotText("bomb")
                continue
            level -= 1
            parent = element.getparent()
            if parent is None:
                if not under:
                    yield element
            elif parent.tag in under:
                yield element
                element.clear()
                while element.getprevious() is not None:
                    del parent[0]
                held = 0
    except etree.XMLSyntaxError as fault:
        raise NotText("damaged") from fault
