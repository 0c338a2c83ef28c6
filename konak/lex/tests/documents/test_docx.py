"""Word documents: numbers as Word counts them, tracked changes, old fonts, tables."""

import io

import pytest

from konak.lex import documents, read
from konak.lex.tests.documents.made import (
    abstract,
    codes,
    docx,
    font,
    lvl,
    num,
    p,
    r,
    table,
)  # fmt: skip
from konak.lex.tests.samples import SLUGS, act, text

LAW = abstract(
    0,
    lvl(0, "decimal", "Член %1", '<w:suff w:val="space"/>'),
    lvl(1, "decimal", "(%2)"),
    lvl(2, "decimal", "%3)"),
    lvl(3, "russianLower", "%4)"),
    lvl(4, "bullet", "\uf0b7"),
)
FIRST = '<w:numPr><w:numId w:val="1"/></w:numPr>'


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in documents.text(docx(body, **parts)).lines if line]


def test_numbers_of_articles_paragraphs_points_and_letters() -> None:
    body = "".join(
        [
            p(num=(1, 0)), p("Прв став.", num=(1, 1)), p("Втор став:", num=(1, 1)), p("точка;", num=(1, 2)),
            p("потточка;", num=(1, 3)), p("потточка;", num=(1, 3)), p("точка:", num=(1, 2)), p("алинеја.", num=(1, 4)),
            p(num=(1, 0)), p("Став.", num=(1, 1)), p("точка.", num=(1, 2)),
        ]
    )  # fmt: skip
    document = documents.text(docx(body, numbering=LAW + num(1, 0)))
    assert document.lines == (
        "Член 1", "(1) Прв став.", "(2) Втор став:", "1) точка;", "а) потточка;", "б) потточка;", "2) точка:",
        "- алинеја.", "Член 2", "(1) Став.", "1) точка.",
    )  # fmt: skip
    assert codes(document) == {"numbers": 11}
    assert (document.kind, document.lang) == ("docx", "mk")


def test_uses_of_one_list_count_on_and_a_fresh_start_is_given_once() -> None:
    fresh = '<w:lvlOverride w:ilvl="0"><w:startOverride w:val="5"/></w:lvlOverride>'
    numbering = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0) + num(2, 0) + num(3, 0, fresh)
    body = "".join(p("x", num=(which, 0)) for which in (1, 2, 3, 3, 1))
    assert lines(body, numbering=numbering) == ["1. x", "2. x", "5. x", "6. x", "7. x"]


def test_levels_of_ones_own() -> None:
    own = f'<w:lvlOverride w:ilvl="0">{lvl(0, "upperRoman", "%1.")}</w:lvlOverride>'
    numbering = abstract(0, lvl(0, "decimal", "%1.")) + num(1, 0) + num(2, 0, own)
    assert lines(p("а", num=(1, 0)) + p("б", num=(2, 0)), numbering=numbering) == ["1. а", "II. б"]


@pytest.mark.parametrize(
    ("restart", "told"),
    [
        ("", ["1.1.1", "1.1.2", "1.2.1", "2.1.1"]),
        ('<w:lvlRestart w:val="0"/>', ["1.1.1", "1.1.2", "1.2.3", "2.1.4"]),
        ('<w:lvlRestart w:val="1"/>', ["1.1.1", "1.1.2", "1.2.3", "2.1.1"]),
    ],
)
def test_restarts(restart: str, told: list[str]) -> None:
    numbering = abstract(
        0, lvl(0, "decimal", "%1"), lvl(1, "decimal", "%1.%2"), lvl(2, "decimal", "%1.%2.%3", restart)
    ) + num(1, 0)
    order = [0, 1, 2, 2, 1, 2, 0, 1, 2]
    found = lines("".join(p("x", num=(1, level)) for level in order), numbering=numbering)
    assert [line.removesuffix(" x") for line in found if line.count(".") == 2] == told


@pytest.mark.parametrize(
    ("form", "more", "third"),
    [
        ("decimal", "", "3"), ("upperRoman", "", "III"), ("lowerRoman", "", "iii"), ("lowerLetter", "", "c"),
        ("upperLetter", "", "C"), ("russianLower", "", "в"), ("russianUpper", "", "В"), ("decimalZero", "", "03"),
        ("upperRoman", "<w:isLgl/>", "3"), ("none", "", ""),
    ],
)  # fmt: skip
def test_forms(form: str, more: str, third: str) -> None:
    numbering = abstract(0, lvl(0, form, "§%1:", more)) + num(1, 0)
    assert lines(p("x", num=(1, 0)) * 3, numbering=numbering)[-1] == f"§{third}: x"


def test_macedonian_letters_and_an_unknown_form() -> None:
    own = '<w:numFmt w:val="custom" w:format="а, б, в, г, д, ѓ, е, ж, ..."/>'
    listed = f'<w:lvl w:ilvl="0"><w:start w:val="6"/>{own}<w:lvlText w:val="%1)"/></w:lvl>'
    strange = lvl(0, "chicago", "%1)")
    numbering = abstract(0, listed) + abstract(1, strange) + num(1, 0) + num(2, 1)
    document = documents.text(docx(p("x", num=(1, 0)) + p("x", num=(2, 0)), numbering=numbering))
    assert document.lines == ("ѓ) x", "1) x")
    assert codes(document) == {"numbers": 2, "number_format": 1}


def test_legal_numbers_print_higher_levels_in_digits() -> None:
    numbering = abstract(0, lvl(0, "upperRoman", "%1."), lvl(1, "decimal", "%1.%2", "<w:isLgl/>")) + num(1, 0)
    body = p("x", num=(1, 0)) + p("x", num=(1, 0)) + p("x", num=(1, 1))
    assert lines(body, numbering=numbering) == ["I. x", "II. x", "2.1 x"]


def test_numbers_of_styles_are_inherited_and_switched_off() -> None:
    styles = (
        '<w:style w:type="paragraph" w:styleId="Clen"><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="Stav"><w:basedOn w:val="Clen"/>'
        '<w:pPr><w:numPr><w:ilvl w:val="1"/></w:numPr></w:pPr></w:style>'
        '<w:style w:type="paragraph" w:styleId="A"><w:basedOn w:val="B"/></w:style>'
        '<w:style w:type="paragraph" w:styleId="B"><w:basedOn w:val="A"/></w:style>'
    )
    body = (
        p("x", style="Clen") + p("y", style="Stav") + p("z", style="Clen", num=(0, None)) + p("a", style="A")
    )
    assert lines(body, styles=styles, numbering=LAW + num(1, 0)) == ["Член 1 x", "(1) y", "z", "a"]


def test_a_level_linked_to_a_style() -> None:
    numbering = abstract(
        0, lvl(0, "decimal", "%1."), lvl(1, "lowerLetter", "%2)", '<w:pStyle w:val="T"/>')
    ) + num(1, 0)
    styles = f'<w:style w:type="paragraph" w:styleId="T"><w:pPr>{FIRST}</w:pPr></w:style>'
    assert lines(p("x", style="T") * 2, numbering=numbering, styles=styles) == ["a) x", "b) x"]


def test_a_list_style() -> None:
    numbering = abstract(0, lvl(0, "decimal", "%1)")) + abstract(1, link="L") + num(1, 0) + num(2, 1)
    styles = f'<w:style w:type="numbering" w:styleId="L"><w:pPr>{FIRST}</w:pPr></w:style>'
    assert lines(p("x", num=(2, 0)) * 2, numbering=numbering, styles=styles) == ["1) x", "2) x"]


def test_tracked_changes() -> None:
    body = p(
        "Рокот е ", "<w:del><w:r><w:delText>осум</w:delText></w:r></w:del>",
        f"<w:ins>{r('петнаесет')}</w:ins>", " дена.",
    ) + p("Првиот дел", marks="<w:del/>") + p(" и вториот.") + p("Крај.")  # fmt: skip
    document = documents.text(docx(body))
    assert document.lines == ("Рокот е петнаесет дена.", "Првиот дел и вториот.", "Крај.")
    assert codes(document) == {"deleted": 1, "inserted": 1}
    moved = p("<w:moveFrom>" + r("старо") + "</w:moveFrom>" + "<w:moveTo>" + r("ново") + "</w:moveTo>")
    assert lines(moved) == ["ново"]


def test_a_paragraph_that_runs_on_is_numbered_once() -> None:
    body = p("А", num=(1, 1), marks="<w:del/>") + p(" и Б", num=(1, 1)) + p("В", num=(1, 1))
    assert lines(body, numbering=LAW + num(1, 0)) == ["(1) А и Б", "(2) В"]


def test_hidden_text_fields_breaks_and_notes() -> None:
    body = p(
        r("види ", ""), r("тајно", "<w:vanish/>"), r("јавно", '<w:vanish w:val="0"/>'),
        '<w:r><w:tab/><w:t>а</w:t><w:br/><w:t>б</w:t><w:noBreakHyphen/><w:softHyphen/></w:r>',
        '<w:r><w:fldChar w:fldCharType="begin"/></w:r><w:r><w:instrText>PAGE</w:instrText></w:r>'
        '<w:r><w:fldChar w:fldCharType="separate"/></w:r>', r("7"), '<w:r><w:fldChar w:fldCharType="end"/></w:r>',
        '<w:r><w:footnoteReference w:id="2"/></w:r>', f'<w:hyperlink>{r("врска")}</w:hyperlink>',
    )  # fmt: skip
    document = documents.text(docx(body))
    assert document.lines == ("види јавно\tа", "б-7врска")
    assert codes(document) == {"hidden": 1, "footnotes": 1}


def test_text_boxes_once() -> None:
    box = f"<w:txbxContent>{p('Во рамка.')}</w:txbxContent>"
    drawing = (
        f"<w:r><mc:AlternateContent><mc:Choice><w:drawing>{box}</w:drawing></mc:Choice>"
        f"<mc:Fallback><w:pict>{box}</w:pict></mc:Fallback></mc:AlternateContent></w:r>"
    )
    document = documents.text(docx(p("Пред.", drawing) + p("По.")))
    assert document.lines == ("Пред.", "Во рамка.", "По.")
    assert codes(document) == {"text_boxes": 1}
    assert codes(documents.text(docx(p("<w:r><w:drawing/></w:r>")))) == {"pictures": 1}


def test_old_fonts_by_run_style_default_and_number() -> None:
    styles = (
        f'<w:style w:type="paragraph" w:default="1" w:styleId="N"><w:rPr>{font("MAC C Times")}</w:rPr></w:style>'
        f'<w:style w:type="character" w:styleId="U"><w:rPr>{font("Arial")}</w:rPr></w:style>'
    )
    numbering = abstract(0, lvl(0, "lowerLetter", "to~ka %1)", "")) + num(1, 0)
    body = (
        p("Op{tinata Kumanovo", r(" EU", '<w:rStyle w:val="U"/>'), r(" Ohrid", font("Times New Roman")))
        + p("Ќе важи")
        + p("~len", num=(1, 0))
    )
    document = documents.text(docx(body, styles=styles, numbering=numbering))
    assert document.lines == ("Општината Куманово EU Ohrid", "Ќе важи", "точка а) член")
    assert codes(document)["legacy_font"] == 3


def test_capitals_set_by_the_font() -> None:
    assert lines(p(r("Одлука", "<w:caps/>"))) == ["ОДЛУКА"]
    assert lines(p(r("odluka", font("Macedonian Tms") + "<w:caps/>"))) == ["ОДЛУКА"]


def test_symbols() -> None:
    legacy = '<w:r><w:sym w:font="MAC C Swiss" w:char="F07B"/></w:r>'
    strange = '<w:r><w:sym w:font="Wingdings" w:char="F04A"/><w:sym w:font="Symbol" w:char="F0B7"/></w:r>'
    assert lines(p(legacy, strange)) == ["ш\ufffd•"]


def test_tables() -> None:
    rows = [[p("Место"), p("Број")], [p("Плоштад") + p("Слобода"), p("4")], [p(""), p("5")]]
    assert lines(table(rows)) == ["Место | Број", "Плоштад Слобода | 4", "|  | 5 |"]
    merged = "<w:tcPr><w:vMerge/></w:tcPr>" + p("x")
    assert lines(table([[merged, p("6")]])) == ["|  | 6 |"]


def test_a_closing_block_set_in_a_table_without_lines() -> None:
    left = p("Број 09-1/1") + p("24.09.2026 година") + p("Куманово")
    right = p("ПРЕТСЕДАТЕЛ") + p("на Советот на Општина Куманово") + p("Весна Трајчева с.р.")
    body = p("ОДЛУКА") + p("за проба") + p("Член 1") + p("Текст.") + table([[left, right]], lined=False)
    one = read(documents.text(docx(body)).text, "mk")
    assert one.closing is not None
    assert one.closing.lines[0] == ("Број 09-1/1", "ПРЕТСЕДАТЕЛ")


def test_two_languages_side_by_side() -> None:
    mk, sq = (
        "Со оваа одлука се уредува комуналниот ред. " * 3,
        "Me këtë vendim rregullohet rendi komunal. " * 3,
    )
    data = docx(table([[p(mk), p(sq)]], lined=False))
    assert [line for line in documents.text(data).lines if line] == [mk.strip(), sq.strip()]
    only = documents.text(data, lang="sq")
    assert [line for line in only.lines if line] == [sq.strip()]
    assert codes(only) == {"side_by_side": 1, "other_language": 1}


def test_contents_and_empty_bullets_are_left_out() -> None:
    styles = '<w:style w:type="paragraph" w:styleId="TOC1"><w:name w:val="toc 1"/></w:style>'
    body = p("Член 1....3", style="TOC1") + p(num=(1, 4)) + p("Крај")
    document = documents.text(docx(body, styles=styles, numbering=LAW + num(1, 0)))
    assert [line for line in document.lines if line] == ["Крај"]
    assert codes(document) == {"contents": 1, "empty_bullets": 1}


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_a_document_of_another_program_gives_the_same_tree(slug: str, lang: str) -> None:
    import docx as writer

    document = writer.Document()
    rows: list[list[str]] = []
    for line in [*text(slug, lang).splitlines(), ""]:
        if " | " in line:
            rows.append(line.split(" | "))
            continue
        if rows:
            made = document.add_table(len(rows), len(rows[0]), style="Table Grid")
            for row, cells in zip(made.rows, rows, strict=True):
                for cell, said in zip(row.cells, cells, strict=True):
                    cell.text = said
            rows = []
        document.add_paragraph(line)
    out = io.BytesIO()
    document.save(out)
    found = documents.text(out.getvalue(), "акт.doc")
    assert found.lang == lang
    assert read(found.text, lang) == act(slug, lang)
