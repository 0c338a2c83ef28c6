"""Office files made by hand, so that each test shows exactly what it is about."""

import io
import zipfile
import zlib
from collections.abc import Mapping
from typing import Any
from xml.sax.saxutils import escape, quoteattr

_W = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'


def zipped(parts: Mapping[str, str | bytes]) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


def docx(body: str, *, numbering: str = "", styles: str = "", **more: str) -> bytes:
    """A Word document of `body`, which is the inside of `w:body`; the other parts likewise."""
    extra = "xmlns:mc='http://schemas.openxmlformats.org/markup-compatibility/2006'"
    parts = {"word/document.xml": f"<w:document {_W} {extra}><w:body>{body}</w:body></w:document>"}
    kinds = {"document": "document.main"}
    if numbering:
        parts["word/numbering.xml"] = f"<w:numbering {_W}>{numbering}</w:numbering>"
        kinds["numbering"] = "numbering"
    if styles:
        parts["word/styles.xml"] = f"<w:styles {_W}>{styles}</w:styles>"
        kinds["styles"] = "styles"
    parts |= more
    listed = "".join(
        f'<Override PartName="/word/{name}.xml"'
        f' ContentType="application/vnd.openxmlformats-officedocument.wordprocessingml.{kind}+xml"/>'
        for name, kind in kinds.items()
    )
    types = "http://schemas.openxmlformats.org/package/2006/content-types"
    return zipped({"[Content_Types].xml": f'<Types xmlns="{types}">{listed}</Types>', **parts})


def p(*runs: str, style: str = "", num: tuple[int | None, int | None] | None = None, marks: str = "") -> str:
    """A paragraph; a run that is no XML becomes one. `num` is (numId, ilvl)."""
    inside = "".join(run if run.startswith("<") else r(run) for run in runs)
    numbered = ""
    if num is not None:
        level = "" if num[1] is None else f'<w:ilvl w:val="{num[1]}"/>'
        which = "" if num[0] is None else f'<w:numId w:val="{num[0]}"/>'
        numbered = f"<w:numPr>{level}{which}</w:numPr>"
    named = f'<w:pStyle w:val="{style}"/>' if style else ""
    properties = f"<w:pPr>{named}{numbered}{f'<w:rPr>{marks}</w:rPr>' if marks else ''}</w:pPr>"
    return f"<w:p>{properties}{inside}</w:p>"


def r(text: str, properties: str = "") -> str:
    return f'<w:r><w:rPr>{properties}</w:rPr><w:t xml:space="preserve">{escape(text)}</w:t></w:r>'


def font(name: str) -> str:
    return f"<w:rFonts w:ascii={quoteattr(name)} w:hAnsi={quoteattr(name)}/>"


def lvl(at: int, form: str, text: str, more: str = "") -> str:
    return (
        f'<w:lvl w:ilvl="{at}"><w:start w:val="1"/><w:numFmt w:val="{form}"/>{more}'
        f"<w:lvlText w:val={quoteattr(text)}/></w:lvl>"
    )


def abstract(key: int, *levels: str, link: str = "") -> str:
    linked = f'<w:numStyleLink w:val="{link}"/>' if link else ""
    return f'<w:abstractNum w:abstractNumId="{key}">{linked}{"".join(levels)}</w:abstractNum>'


def num(key: int, of: int, more: str = "") -> str:
    return f'<w:num w:numId="{key}"><w:abstractNumId w:val="{of}"/>{more}</w:num>'


def table(rows: list[list[str]], *, lined: bool = True) -> str:
    """A table whose cells are the inside of `w:tc`."""
    edge = "single" if lined else "nil"
    borders = f'<w:tblPr><w:tblBorders><w:top w:val="{edge}"/></w:tblBorders></w:tblPr>'
    inside = "".join(f"<w:tr>{''.join(f'<w:tc>{cell}</w:tc>' for cell in row)}</w:tr>" for row in rows)
    return f"<w:tbl>{borders}{inside}</w:tbl>"


_O = " ".join(
    f'xmlns:{short}="urn:oasis:names:tc:opendocument:xmlns:{name}:1.0"'
    for short, name in {
        "office": "office", "style": "style", "text": "text", "table": "table", "draw": "drawing",
        "fo": "xsl-fo-compatible", "svg": "svg-compatible",
    }.items()
)  # fmt: skip


def odt(body: str, *, automatic: str = "", styles: str = "", fonts: str = "", masters: str = "") -> bytes:
    """An OpenDocument text of `body`, which is the inside of `office:text`."""
    return zipped(
        {
            "mimetype": "application/vnd.oasis.opendocument.text",
            "styles.xml": f"<office:document-styles {_O}><office:styles>{styles}</office:styles>"
            f"<office:master-styles>{masters}</office:master-styles></office:document-styles>",
            "content.xml": f"<office:document-content {_O}><office:font-face-decls>{fonts}"
            f"</office:font-face-decls><office:automatic-styles>{automatic}</office:automatic-styles>"
            f"<office:body><office:text>{body}</office:text></office:body></office:document-content>",
        }
    )


def pdf(content: bytes, font_name: bytes = b"Helvetica") -> bytes:
    """A page of `content`, packed, with one font `F`."""
    packed = zlib.compress(content, 9)
    return (
        b"%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n"
        b"3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 600 800]/Contents 4 0 R"
        b"/Resources<</Font<</F 5 0 R>>>>>>endobj\n"
        + b"5 0 obj<</Type/Font/Subtype/Type1/BaseFont/%b>>endobj\n" % font_name
        + b"4 0 obj<</Length %d/Filter/FlateDecode>>stream\n%b\nendstream endobj\n" % (len(packed), packed)
        + b"trailer<</Size 6/Root 1 0 R>>\n%%EOF"
    )


def codes(document: Any) -> dict[str, int]:
    """The notes of a document as {code: count}."""
    return {note.code: note.count for note in document.notes}
