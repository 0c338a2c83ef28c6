"""Any bytes, and any arrangement of what office files are made of: text or a refusal, never a fall."""

from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from konak.lex import documents, read
from konak.lex.tests.documents.made import abstract, docx, font, lvl, num, odt, p, pdf, r, zipped

STARTS = (b"", b"PK\x03\x04", b"%PDF-1.7\n", b"\xff\xfe", b"\xfe\xff", b"\xef\xbb\xbf", b"{\\rtf", b"<html")
SLOW = [HealthCheck.too_slow, HealthCheck.data_too_large]


def given_up_or_read(data: bytes) -> None:
    """The text is a text that the reader takes, or there is a refusal."""
    try:
        found = documents.text(data)
    except documents.NotText:
        return
    assert all(note.words["sq"] for note in found.notes)
    assert read(found.text, found.lang).lang == found.lang


@settings(max_examples=150, deadline=None, derandomize=True)
@given(st.sampled_from(STARTS[:2] + STARTS[3:]), st.binary(max_size=300))
def test_any_bytes(start: bytes, data: bytes) -> None:
    given_up_or_read(start + data)


@settings(max_examples=120, deadline=None, derandomize=True)
@given(st.data())
def test_a_zip_with_some_bytes_changed(data: st.DataObject) -> None:
    whole = bytearray(
        data.draw(st.sampled_from([docx(p("Член 1") + p("(1) Став.")), odt("<text:p>x</text:p>")]))
    )
    for at in data.draw(st.lists(st.integers(0, len(whole) - 1), min_size=1, max_size=6)):
        whole[at] = data.draw(st.integers(0, 255))
    given_up_or_read(bytes(whole))


WORDS = st.sampled_from(
    ["Член 5", "(1) Став", "а) ", "Op{tina", "|", "\u202eназад", "\u200b", "текст", "\ufffd", " "]
)
PROPERTIES = st.sampled_from(["", "<w:vanish/>", "<w:caps/>", font("MAC C Times"), '<w:rStyle w:val="S"/>'])
RUNS = st.one_of(
    st.builds(r, WORDS, PROPERTIES),
    st.sampled_from(
        [
            "<w:r><w:tab/><w:br/></w:r>", '<w:r><w:fldChar w:fldCharType="begin"/></w:r>',
            '<w:r><w:fldChar w:fldCharType="end"/></w:r>', '<w:r><w:sym w:char="zz"/></w:r>', "<w:r/>", "<w:sdt/>",
            '<w:r><w:sym w:font="MAC C Swiss" w:char="F07B"/></w:r>', "<w:r><w:pict><w:txbxContent/></w:pict></w:r>",
        ]
    ),
)  # fmt: skip
LEVEL = st.one_of(st.none(), st.integers(-1, 12))
PARAGRAPHS = st.builds(
    lambda runs, style, numbered, marks: p(*runs, style=style, num=numbered, marks=marks),
    st.lists(RUNS, max_size=4),
    st.sampled_from(["", "S", "T", "none"]),
    st.one_of(st.none(), st.tuples(st.one_of(st.none(), st.integers(-1, 4)), LEVEL)),
    st.sampled_from(["", "<w:del/>", "<w:vanish/>", font("M_Times")]),
)


def within(template: str) -> Callable[[str], str]:
    """Puts what it is given into a template."""
    return lambda inner: template.replace("*", inner)


BLOCKS = st.recursive(
    PARAGRAPHS,
    lambda inner: st.one_of(
        st.lists(inner.map(within("<w:tr><w:tc>*</w:tc></w:tr>")), max_size=3)
        .map("".join)
        .map(within("<w:tbl>*</w:tbl>")),
        inner.map(within("<w:sdt><w:sdtContent>*</w:sdtContent></w:sdt>")),
        inner.map(within(p("<w:r><w:pict><w:txbxContent>*</w:txbxContent></w:pict></w:r>"))),
        inner.map(within("<w:ins>*</w:ins>")),
    ),
    max_leaves=8,
)
FORMS = st.sampled_from(["decimal", "bullet", "upperRoman", "russianLower", "custom", "none", "", "x"])
LEVELS = st.lists(
    st.builds(
        lvl,
        st.integers(-1, 10),
        FORMS,
        st.sampled_from(["", "%1", "%1.%2)", "Член %1", "%9%9", "%", '<>&"']),
        st.sampled_from(["", "<w:isLgl/>", '<w:lvlRestart w:val="x"/>', '<w:suff w:val="nothing"/>']),
    ),
    max_size=4,
)
STYLES = (
    '<w:style w:styleId="S"><w:basedOn w:val="T"/></w:style>'
    '<w:style w:styleId="T"><w:basedOn w:val="S"/><w:pPr><w:numPr><w:numId w:val="2"/></w:numPr></w:pPr></w:style>'
)


@settings(max_examples=200, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(st.lists(BLOCKS, max_size=5), LEVELS, LEVELS)
def test_any_word_document(blocks: list[str], one: list[str], two: list[str]) -> None:
    numbering = abstract(0, *one) + abstract(1, *two, link="T") + num(1, 0) + num(2, 1) + num(3, 7)
    given_up_or_read(docx("".join(blocks), numbering=numbering, styles=STYLES))


PIECES = st.recursive(
    st.sampled_from(
        [
            "Член 5",
            "<text:s text:c='x'/>",
            "<text:tab/>",
            "<text:line-break/>",
            "<text:note/>",
            "&#8238;",
            "|",
        ]
    ),
    lambda inner: st.one_of(
        st.lists(inner, max_size=3).map("".join).map(within('<text:span text:style-name="A">*</text:span>')),
        inner.map(within("<draw:frame><draw:text-box><text:p>*</text:p></draw:text-box></draw:frame>")),
    ),
    max_leaves=6,
)
ITEM = within('<text:list-item text:start-value="-3">*</text:list-item>')
CELL = within(
    "<table:table><table:table-row><table:table-cell>*</table:table-cell></table:table-row></table:table>"
)
ODF = st.recursive(
    PIECES.map(within('<text:p text:style-name="A">*</text:p>')),
    lambda inner: st.one_of(
        st.lists(inner.map(ITEM), max_size=3)
        .map("".join)
        .map(within('<text:list text:style-name="L">*</text:list>')),
        inner.map(ITEM).map(within('<text:list text:continue-numbering="true">*</text:list>')),
        inner.map(CELL),
        inner.map(within("<text:section>*</text:section>")),
    ),
    max_leaves=8,
)
ODF_STYLES = (
    '<style:style style:name="A" style:family="paragraph" style:parent-style-name="B" style:list-style-name="L"/>'
    '<style:style style:name="B" style:family="paragraph" style:parent-style-name="A"/>'
    '<text:list-style style:name="L"><text:list-level-style-number text:level="1" style:num-format="I"'
    ' text:display-levels="99"/><text:list-level-style-bullet text:level="2"/>'
    '<text:list-level-style-number text:level="x" style:num-format="1"/></text:list-style>'
)


@settings(max_examples=150, deadline=None, derandomize=True, suppress_health_check=SLOW)
@given(st.lists(ODF, max_size=5))
def test_any_opendocument(blocks: list[str]) -> None:
    given_up_or_read(odt("".join(blocks), automatic=ODF_STYLES))


@settings(max_examples=15, deadline=None, derandomize=True)
@given(st.binary(max_size=120), st.integers(0, 600))
def test_a_pdf_with_some_bytes_changed(noise: bytes, at: int) -> None:
    whole = pdf(b"BT /F 12 Tf 100 700 Td (Neni 5) Tj ET")
    given_up_or_read(whole[:at] + noise + whole[at + len(noise) // 2 :])


def test_a_small_pdf_is_read() -> None:
    assert documents.text(pdf(b"BT /F 12 Tf 100 700 Td (Neni 5) Tj ET")).lines == ("Neni 5",)


@pytest.mark.parametrize(
    "content",
    [b"BT /F 12 Tf 9 9 Td " + b"(aaaaaaaaaaaaaaaaaaaaaaaaa) Tj " * 20_000 + b"ET", b"q " * 10_000_000],
)
def test_a_swelling_pdf_is_stopped(content: bytes) -> None:
    with pytest.raises(documents.NotText):
        documents.text(pdf(content))


@pytest.mark.parametrize("sign", ["а", "(", "„", "а ", "\u202e", "Член 1 ", "|", "\t", "1) "])
def test_very_long_lines(sign: str) -> None:
    line = sign * (100_000 // len(sign))
    found = documents.text(line.encode())
    assert found.lines == (line,)
    assert documents.text(docx(p(r(line)))).text.split() == line.split()
    assert read(found.text, "mk").lang == "mk"


def test_deep_nesting_is_refused_or_read() -> None:
    tables = "<w:tbl><w:tr><w:tc>" * 30 + p("x") + "</w:tc></w:tr></w:tbl>" * 30
    lists = "<text:list><text:list-item>" * 55 + "<text:p>x</text:p>" + "</text:list-item></text:list>" * 55
    for data in (docx(tables), odt(lists), zipped({"word/document.xml": "<a>" * 300 + "</a>" * 300})):
        with pytest.raises(documents.NotText):
            documents.text(data)


def test_much_text() -> None:
    whole = ("Член 1 текст\n" * 4_000_000).encode()[: documents.MOST_BYTES]
    assert len(documents.text(whole).lines) > 1_000_000
