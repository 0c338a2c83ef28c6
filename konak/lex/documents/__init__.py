"""Files to text: `.txt` in any encoding, `.docx`, `.odt`, `.pdf` with a text layer. The kind is found by what a
file holds, never by its name. Numbers that a word processor makes appear in the text as they are printed."""

from collections import Counter

from konak.lex.documents.document import Document, Note, NotText, guess

__all__ = ["MOST_BYTES", "Document", "NotText", "Note", "guess", "text"]

MOST_BYTES = 48_000_000
_OLD = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PICTURES = (b"\x89PNG\r\n", b"\xff\xd8\xff", b"II*\x00", b"MM\x00*", b"GIF8")
_MARKUP = (b"<!doctype", b"<html", b"<?xml")
_LOCKED = "EncryptedPackage".encode("utf-16-le")


def text(data: bytes, name: str = "", lang: str | None = None) -> Document:
    """The text inside the bytes of a file.

    `name` is what people call it, and tells nothing about its kind. `lang` is the language wanted where a file
    has two side by side; without it both are given, one after the other. Raises `NotText` with the reason and
    the way out: a scan, a password, damage, a kind that is not read, too much data.
    """
    if len(data) > MOST_BYTES:
        raise NotText("large")
    kind = _kind(data)
    if kind == "zip":
        kind, (lines, notes) = _office(data, lang)
    elif kind == "pdf":
        from konak.lex.documents.pdf import read as read_pdf

        lines, notes = read_pdf(data, lang)
    else:
        from konak.lex.documents import plain

        words, notes = plain.decode(data)
        lines = words.splitlines()
    found = tuple(Note(code, count) for code, count in notes.items() if count)
    return Document(tuple(lines), lang or guess("\n".join(lines[:2000])), kind, found)


def _kind(data: bytes) -> str:
    """`zip`, `pdf` or `txt`; a `NotText` for kinds that are known and not read."""
    start = data[:1024]
    if start.startswith((b"PK\x03\x04", b"PK\x05\x06")):
        return "zip"
    if b"%PDF-" in start:
        return "pdf"
    if start.startswith(_OLD):
        raise NotText("password" if _LOCKED in data else "doc")
    if start.startswith(b"{\\rtf"):
        raise NotText("rtf")
    if start.startswith(_PICTURES):
        raise NotText("picture")
    if start.removeprefix(b"\xef\xbb\xbf").lstrip().lower().startswith(_MARKUP):
        raise NotText("markup")
    return "txt"


def _office(data: bytes, lang: str | None) -> tuple[str, tuple[list[str], Counter[str]]]:
    from konak.lex.documents import docx, odt
    from konak.lex.documents.package import Package

    package = Package(data)
    kind = package.part("mimetype") or b""
    if kind.startswith(b"application/vnd.oasis.opendocument.text"):
        return "odt", odt.read(package, lang)
    if docx.parts(package).get("main") or "word/document.xml" in package.names():
        return "docx", docx.read(package, lang)
    raise NotText("archive")
