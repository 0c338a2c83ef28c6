"""What is wrong with a PDF that a stranger handed in. Runs in a confined child, never in the web process."""

import zlib
from collections.abc import Iterator
from typing import Any

PAGES, OBJECTS, DEPTH = 5_000, 1_000_000, 60
ONE_STREAM, RATIO, AT_LEAST = 256 << 20, 60, 512 << 20
PIXELS = 1_000_000_000

_ACTIONS = {"/JavaScript", "/Launch", "/ImportData", "/SubmitForm", "/Rendition", "/Movie", "/Sound"}
_ACTIVE_KEYS = {"/JS", "/JavaScript", "/XFA", "/RichMediaContent"}
_PICTURES = {"/DCTDecode", "/JPXDecode", "/CCITTFaxDecode", "/JBIG2Decode"}


class _Wrong(Exception):
    """The code of what was found."""


def answer(data: bytes, path: str) -> list[str]:
    """Codes of what is wrong: damaged, encrypted, active, pages, deep, bomb; empty when sound."""
    import pikepdf

    try:
        with pikepdf.open(path, suppress_warnings=True) as pdf:
            if pdf.is_encrypted:
                return ["encrypted"]
            _check(pdf)
    except pikepdf.PasswordError:
        return ["encrypted"]
    except _Wrong as wrong:
        return [str(wrong)]
    except (MemoryError, RecursionError):
        return ["bomb"]
    except (pikepdf.PdfError, ValueError, TypeError, zlib.error):
        return ["damaged"]
    return []


def _check(pdf: Any) -> None:
    import os

    declared = int(pdf.Root.Pages.get("/Count", 0))
    if declared > PAGES or len(pdf.objects) > OBJECTS:
        raise _Wrong("pages")
    if len(pdf.pages) > PAGES:
        raise _Wrong("pages")
    if not len(pdf.pages):
        raise _Wrong("damaged")
    allowed = max(AT_LEAST, RATIO * os.path.getsize(pdf.filename))
    for thing in pdf.objects:
        _walk(thing)
        if _is_stream(thing):
            allowed -= _unpacked(thing)
            if allowed < 0:
                raise _Wrong("bomb")


def _is_stream(thing: Any) -> bool:
    import pikepdf

    return isinstance(thing, pikepdf.Stream)


def _walk(top: Any) -> None:
    """Look at an object and what lies in it directly (references are objects of their own)."""
    import pikepdf

    waiting = [(top, 0)]
    while waiting:
        thing, depth = waiting.pop()
        if depth > DEPTH:
            raise _Wrong("deep")
        if isinstance(thing, (pikepdf.Dictionary, pikepdf.Stream)):
            if str(thing.get("/S", "")) in _ACTIONS or _ACTIVE_KEYS & set(thing.keys()):
                raise _Wrong("active")
            inside = [thing.get(key) for key in thing.keys()]  # noqa: SIM118 (not a mapping)
        elif isinstance(thing, pikepdf.Array):
            inside = list(thing)
        else:
            continue
        waiting += [(part, depth + 1) for part in inside if _direct(part)]


def _direct(part: Any) -> bool:
    import pikepdf

    return isinstance(part, (pikepdf.Dictionary, pikepdf.Array)) and not part.is_indirect


def _unpacked(stream: Any) -> int:
    """Bytes the stream unpacks to; never holds more than a piece of them."""
    import pikepdf

    filters = stream.get("/Filter", [])
    names = [str(filters)] if isinstance(filters, pikepdf.Name) else [str(name) for name in filters]
    if str(stream.get("/Subtype", "")) == "/Image":
        width, height = int(stream.get("/Width", 0)), int(stream.get("/Height", 0))
        if width * height > PIXELS:
            raise _Wrong("bomb")
    if not names or _PICTURES & set(names):
        return len(stream.read_raw_bytes())
    if names == ["/FlateDecode"]:
        size = sum(_inflate(stream.read_raw_bytes()))
    else:
        if len(names) > 3:
            raise _Wrong("bomb")
        if names[0] == "/FlateDecode" and sum(_inflate(stream.read_raw_bytes())) > ONE_STREAM // 1000:
            raise _Wrong("bomb")
        size = len(stream.read_bytes())
    return size


def _inflate(packed: bytes) -> Iterator[int]:
    unpacking, total = zlib.decompressobj(), 0
    while packed:
        try:
            piece = unpacking.decompress(packed, 1 << 20)
        except zlib.error:  # readers show what they could unpack; so do scanners' files
            return
        total += len(piece)
        if total > ONE_STREAM:
            raise _Wrong("bomb")
        yield len(piece)
        if not piece:
            return
        packed = unpacking.unconsumed_tail
