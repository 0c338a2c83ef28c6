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


def tree_of_pages(depth: int) -> bytes:
    """One page under so many empty floors; the floors are few bytes each."""
    floors = [
        b"<< /Type /Pages /Count 1 /Kids [%d 0 R]%s >>" % (number + 1, b" /Parent %d 0 R" % (number - 1))
        for number in range(3, depth + 3)
    ]
    return _assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Count 1 /Kids [3 0 R] >>",
            *floors,
            b"<< /Type /Page /Parent %d 0 R /MediaBox [0 0 595 842] >>" % (depth + 2),
        ]
    )


def ring_of_pages() -> bytes:
    """Pages that lead back to themselves."""
    return _assembled(
        [
            b"<< /Type /Catalog /Pages 2 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Pages /Kids [2 0 R] /Count 1 /Parent 2 0 R >>",
        ]
    )


def packed_pdf(**of_root: Any) -> bytes:
    """As `pdf`, its objects packed into a compressed stream where no plain search finds them."""
    import pikepdf

    out = io.BytesIO()
    with pikepdf.open(io.BytesIO(pdf(**of_root))) as paper:
        paper.save(out, object_stream_mode=pikepdf.ObjectStreamMode.generate)
    return out.getvalue()


def objects_bomb(megabytes: int) -> bytes:
    """Objects packed into a stream that unpacks to far more than the file is long."""
    content = b"5 0 6 3 " + b" 1 2" + b" " * (megabytes << 20)
    body = zlib.compress(content, 9)
    out = bytearray(b"%PDF-1.5\n")
    places = []
    for number, text in enumerate(
        (
            b"<< /Type /Catalog /Pages 2 0 R /Lang 5 0 R >>",
            b"<< /Type /Pages /Kids [3 0 R] /Count 1 >>",
            b"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /UserUnit 6 0 R >>",
            b"<< /Type /ObjStm /N 2 /First 8 /Filter /FlateDecode /Length %d >>\nstream\n%s\nendstream"
            % (len(body), body),
        ),
        start=1,
    ):
        places.append(len(out))
        out += b"%d 0 obj\n%s\nendobj\n" % (number, text)
    places.append(len(out))
    rows = [(0, 0, 255), *((1, place, 0) for place in places[:4]), (2, 4, 0), (2, 4, 1), (1, places[4], 0)]
    table = b"".join(a.to_bytes(1, "big") + b.to_bytes(4, "big") + c.to_bytes(1, "big") for a, b, c in rows)
    out += (
        b"7 0 obj\n<< /Type /XRef /Size 8 /W [1 4 1] /Root 1 0 R /Length %d >>\nstream\n%s\nendstream\nendobj\n"
        % (
            len(table),
            table,
        )
    )
    out += b"startxref\n%d\n%%%%EOF\n" % places[4]
    return bytes(out)


def overlapping_docx() -> bytes:
    """Two thousand entries that are the same bytes: few on disk, two gigabytes unpacked."""
    one = docx(media=bytes(1 << 20))
    end = one.index(b"PK\x05\x06")
    record = one[one.rindex(b"PK\x01\x02") : end]
    first = int.from_bytes(one[end + 16 : end + 20], "little")
    entries = one[first:end] + record * 2000
    many = (int.from_bytes(one[end + 8 : end + 10], "little") + 2000).to_bytes(2, "little")
    tail = one[end : end + 8] + many * 2 + len(entries).to_bytes(4, "little") + one[end + 16 :]
    return one[:first] + entries + tail
