"""What is wrong with an office document (a zip), a picture or an XML file; and what is two files at once."""

import zipfile
from pathlib import Path
from xml.parsers import expat

ENTRIES, UNPACKED, RATIO, SMALL = 5_000, 512 << 20, 150, 8 << 20
_LONGEST_END = 22 + 0xFFFF  # the last record of a zip and its comment
_ACTIVE = ("vbaproject.bin", "scripts/", "basic/")


def two_in_one(path: Path) -> bool:
    """Whether other programs would take the file for a zip (read from its end) or a PDF (within its first kB)."""
    with path.open("rb") as file:
        head = file.read(1024)
        file.seek(max(0, path.stat().st_size - _LONGEST_END))
        tail = file.read()
    if head.startswith(b"PK"):
        return b"%PDF-" in head
    end = tail.rfind(b"PK\x05\x06")
    return end >= 0 and end + 22 + int.from_bytes(tail[end + 20 : end + 22], "little") == len(tail)


def wrong_with_zip(path: Path) -> str:
    """active, encrypted, bomb, damaged, or nothing."""
    try:
        with zipfile.ZipFile(path) as bundle:
            entries = bundle.infolist()
            total, packed = sum(e.file_size for e in entries), sum(e.compress_size for e in entries)
            if any(entry.flag_bits & 1 for entry in entries):
                return "encrypted"
            too_dense = total > SMALL and total > RATIO * max(packed, 1)
            # entries that lie over each other add up to more than the file is long
            if len(entries) > ENTRIES or total > UNPACKED or too_dense or packed > path.stat().st_size:
                return "bomb"
            if any(mark in entry.filename.lower() for entry in entries for mark in _ACTIVE):
                return "active"
            return next((said for entry in entries if (said := _wrong_with_entry(bundle, entry))), "")
    except (zipfile.BadZipFile, NotImplementedError, RuntimeError, EOFError, ValueError, OSError):
        return "damaged"


def _wrong_with_entry(bundle: zipfile.ZipFile, entry: zipfile.ZipInfo) -> str:
    is_xml = entry.filename.lower().endswith((".xml", ".rels"))
    tail = b""
    with bundle.open(entry) as file:  # to the end: this also holds the content against its checksum
        while piece := file.read(1 << 20):
            if is_xml and b"<!ENTITY" in tail + piece:
                return "bomb"
            tail = piece[-8:]
    return ""


def wrong_with_xml(path: Path) -> str:
    """XML must be well formed and declare no entities (they grow without end)."""
    found = []
    reader = expat.ParserCreate()

    def refuse(*_declaration: object) -> None:
        found.append("bomb")
        raise ValueError

    reader.EntityDeclHandler = refuse
    try:
        with path.open("rb") as file:
            reader.ParseFile(file)
    except (expat.ExpatError, ValueError):
        return found[0] if found else "damaged"
    return ""


def wrong_with_image(path: Path) -> str:
    """A picture must open, be whole, and not unfold to more than a wall map (Pillow's own limit)."""
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path, formats=("PNG", "JPEG", "TIFF")) as image:
            image.verify()
    except Image.DecompressionBombError:
        return "bomb"
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError):
        return "damaged"
    return ""
