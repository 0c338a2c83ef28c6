"""What a file is, read from its content; and which names may say so."""

import re
import zipfile
from email.parser import BytesHeaderParser
from pathlib import Path
from typing import NamedTuple


class Kind(NamedTuple):
    """A kind of file the house takes: media type, the endings its name may have, its plain name."""

    media_type: str
    endings: tuple[str, ...]
    called: str


PDF = Kind("application/pdf", ("pdf",), "PDF")
DOCX = Kind(
    "application/vnd.openxmlformats-officedocument.wordprocessingml.document", ("docx",), "Word (DOCX)"
)
XLSX = Kind("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet", ("xlsx",), "Excel (XLSX)")
ODT = Kind("application/vnd.oasis.opendocument.text", ("odt",), "OpenDocument (ODT)")
PNG = Kind("image/png", ("png",), "PNG")
JPEG = Kind("image/jpeg", ("jpg", "jpeg"), "JPEG")
TIFF = Kind("image/tiff", ("tif", "tiff"), "TIFF")
TEXT = Kind("text/plain", ("txt", "csv", "md", "log"), "TXT")
XML = Kind("application/xml", ("xml",), "XML")
SIGNED = Kind("application/pkcs7-mime", ("p7m",), "P7M")
MAIL = Kind("message/rfc822", ("eml",), "EML")

KINDS = (PDF, DOCX, XLSX, ODT, PNG, JPEG, TIFF, TEXT, XML, SIGNED, MAIL)
ZIPPED = (DOCX, XLSX, ODT)
IMAGES = (PNG, JPEG, TIFF)
PAPERS = frozenset(kind.media_type for kind in KINDS)

_HEAD = 64 * 1024
_CONTROL = re.compile(rb"[\x00-\x08\x0b\x0e-\x1f\x7f]")


def by_name(name: str) -> Kind | None:
    """The kind that a file's name claims; None when the ending says nothing we know."""
    ending = name.rpartition(".")[2].lower() if "." in name else ""
    return next((kind for kind in KINDS if ending in kind.endings), None)


def by_content(path: Path) -> Kind | None:
    """The kind that the bytes at `path` really are; None for anything the house does not know."""
    with path.open("rb") as file:
        head = file.read(_HEAD)
    if head.startswith(b"%PDF-"):
        return PDF
    if head.startswith(b"\x89PNG\r\n\x1a\n"):
        return PNG
    if head.startswith(b"\xff\xd8\xff"):
        return JPEG
    if head.startswith((b"II*\x00", b"MM\x00*")):
        return TIFF
    if head.startswith(b"PK\x03\x04"):
        return _zipped(path)
    if head[:1] == b"\x30" and b"\x06\x09\x2a\x86\x48\x86\xf7\x0d\x01\x07\x02" in head[:20]:
        return SIGNED
    return _textual(path, head)


def _zipped(path: Path) -> Kind | None:
    try:
        with zipfile.ZipFile(path) as bundle:
            names = set(bundle.namelist())
            if "word/document.xml" in names and "[Content_Types].xml" in names:
                return DOCX
            if "xl/workbook.xml" in names and "[Content_Types].xml" in names:
                return XLSX
            if "mimetype" in names and bundle.getinfo("mimetype").file_size < 100:
                return ODT if bundle.read("mimetype").strip() == ODT.media_type.encode() else None
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, OSError):
        return None
    return None


def _textual(path: Path, head: bytes) -> Kind | None:
    text = head.removeprefix(b"\xef\xbb\xbf").lstrip()
    if text.startswith(b"<?xml") or re.match(rb"<[A-Za-z_][\w:.-]*(\s[^<]*)?>", text):
        return XML
    if _is_mail(head):
        return MAIL
    return TEXT if _is_utf8(path) else None


def _is_mail(head: bytes) -> bool:
    if _CONTROL.search(head.partition(b"\n")[0]) or not re.match(rb"[!-9;-~]+:|From ", head):
        return False
    headers = BytesHeaderParser().parsebytes(head)
    return "From" in headers and bool({"Date", "Message-ID", "Received"} & set(headers.keys()))


def _is_utf8(path: Path) -> bool:
    import codecs

    decoder = codecs.getincrementaldecoder("utf-8")()
    with path.open("rb") as file:
        while piece := file.read(1 << 20):
            if _CONTROL.search(piece):
                return False
            try:
                decoder.decode(piece)
            except UnicodeDecodeError:
                return False
    try:
        decoder.decode(b"", final=True)
    except UnicodeDecodeError:
        return False
    return True
