"""Files as people send them, and as nobody should."""

import io
import zipfile
import zlib
from typing import Any


def pdf(**of_root: Any) -> bytes:
    """One empty A4 page; `of_root` goes into the catalogue."""
    import pikepdf

    with pikepdf.new() as paper:
        paper.add_blank_page(page_size=(595, 842))
        for key, value in of_root.items():
            paper.Root[f"/{key}"] = paper.make_indirect(value)
        out = io.BytesIO()
        paper.save(out)
    return out.getvalue()


def locked_pdf() -> bytes:
    import pikepdf

    out = io.BytesIO()
    with pikepdf.new() as paper:
        paper.add_blank_page()
        paper.save(out, encryption=pikepdf.Encryption(owner="тајна", user=""))
    return out.getvalue()


def pdf_with(body: bytes, of_stream: bytes = b"/Filter /FlateDecode") -> bytes:
    """A PDF whose only page draws the stream `body`, written by hand."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Contents 4 0 R >>",
        b"<< /Length %d %s >>\nstream\n%s\nendstream" % (len(body), of_stream, body),
    ]
    return _assembled(objects)


def deep_pdf() -> bytes:
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R /Deep " + b"[" * 100 + b"]" * 100 + b" >>",
        b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    return _assembled(objects)


def endless_pdf() -> bytes:
    """Few bytes that claim more pages than a year's archive: one page, listed again and again."""
    objects = [
        b"<< /Type /Catalog /Pages 2 0 R >>",
        b"<< /Type /Pages /Kids [" + b"3 0 R " * 6000 + b"] /Count 6000 >>",
        b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>",
    ]
    return _assembled(objects)


def _assembled(objects: list[bytes]) -> bytes:
    out, places = bytearray(b"%PDF-1.7\n"), []
    for number, content in enumerate(objects, start=1):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, content)
    start = len(out)
    out += b"xref\n0 %d\n0000000000 65535 f \n" % (len(objects) + 1)
    out += b"".join(b"%010d 00000 n \n" % place for place in places)
    out += b"trailer << /Size %d /Root 1 0 R >>\nstartxref\n%d\n%%%%EOF\n" % (len(objects) + 1, start)
    return bytes(out)


def zeros(megabytes: int) -> bytes:
    packer = zlib.compressobj(9)
    return b"".join(packer.compress(bytes(1 << 20)) for _ in range(megabytes)) + packer.flush()


def bundle(entries: dict[str, bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as packed:
        for name, content in entries.items():
            packed.writestr(name, content)
    return out.getvalue()


def docx(**more: bytes) -> bytes:
    import docx as writer

    document, out = writer.Document(), io.BytesIO()
    document.add_paragraph("Барање за увид – Kërkesë për shikim")
    document.save(out)
    if not more:
        return out.getvalue()
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as packed:
        for name, content in more.items():
            packed.writestr(f"word/{name}", content)
    return out.getvalue()


def xlsx() -> bytes:
    return bundle({"[Content_Types].xml": b"<Types/>", "xl/workbook.xml": b"<workbook/>"})


def odt() -> bytes:
    return bundle({"mimetype": b"application/vnd.oasis.opendocument.text", "content.xml": b"<office/>"})


def image(kind: str) -> bytes:
    from PIL import Image

    out = io.BytesIO()
    Image.new("L", (40, 30), 200).save(out, kind)
    return out.getvalue()


MAIL = "From: Ана <ana@example.org>\r\nDate: Tue, 13 Oct 2026 09:00:00 +0200\r\nSubject: x\r\n\r\nЗдраво"
SIGNED = bytes.fromhex("3080 0609 2a864886f70d010702 a080 0000 0000".replace(" ", ""))


class Endless:
    """An upload that never ends; counts what was taken from it."""

    def __init__(self) -> None:
        self.taken = 0

    def read(self, size: int = -1) -> bytes:
        self.taken += size
        return b"a" * size
