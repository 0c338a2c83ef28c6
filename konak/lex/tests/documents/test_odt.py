"""OpenDocument texts: numbers of lists and headings, tracked changes, old fonts, tables."""

import pytest

from konak.lex import documents, read
from konak.lex.tests.documents.made import codes, odt
from konak.lex.tests.samples import SLUGS, act, text

LIST = (
    '<text:list-style style:name="L">'
    '<text:list-level-style-number text:level="1" style:num-format="1" style:num-prefix="(" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="2" style:num-format="1" style:num-suffix=")"/>'
    '<text:list-level-style-number text:level="3" style:num-format="а, б, .., аа, аб, ... (mk)"'
    ' style:num-suffix=")"/>'
    '<text:list-level-style-bullet text:level="4" text:bullet-char="•"/>'
    "</text:list-style>"
)


def lines(body: str, **parts: str) -> list[str]:
    return [line for line in documents.text(odt(body, **parts)).lines if line]


def p(inside: str, style: str = "") -> str:
    return f'<text:p text:style-name="{style}">{inside}</text:p>'


def item(*inside: str, more: str = "") -> str:
    return f"<text:list-item {more}>{''.join(inside)}</text:list-item>"


def listed(*items: str, more: str = 'text:style-name="L"') -> str:
    return f"<text:list {more}>{''.join(items)}</text:list>"


def test_numbers_of_lists() -> None:
    deep = listed(item(p("потточка;"), listed(item(p("алинеја."))), p("уште")), item(p("друга;")), more="")
    body = listed(
        item(p("Прв:"), listed(item(p("точка;"), deep), item(p("точка."), p("нејзин став")))),
        item(p("Втор.")),
    )
    document = documents.text(odt(body, automatic=LIST))
    assert document.lines == (
        "(1) Прв:", "1) точка;", "а) потточка;", "- алинеја.", "уште", "б) друга;", "2) точка.", "нејзин став",
        "(2) Втор.",
    )  # fmt: skip
    assert codes(document) == {"numbers": 7}
    assert (document.kind, document.lang) == ("odt", "mk")


def test_a_list_begins_again_unless_it_is_continued() -> None:
    first = listed(item(p("а")), item(p("б")), more='text:style-name="L" xml:id="one"')
    fresh = listed(item(p("в")))
    on = listed(item(p("г")), more='text:style-name="L" text:continue-numbering="true"')
    back = listed(item(p("д")), more='text:style-name="L" text:continue-list="one"')
    start = listed(item(p("ѓ"), more='text:start-value="9"'), item(p("е")))
    assert lines(first + p("меѓу") + fresh + on + back + start, automatic=LIST) == [
        "(1) а", "(2) б", "меѓу", "(1) в", "(2) г", "(3) д", "(9) ѓ", "(10) е",
    ]  # fmt: skip


def test_an_inner_list_goes_on_in_an_empty_item_only() -> None:
    first = listed(item(p("а"), listed(item(p("x")), item(p("y")))), more='text:style-name="L" xml:id="one"')
    on = listed(item(listed(item(p("z")))), more='text:style-name="L" text:continue-list="one"')
    again = listed(item(p("а"), listed(item(p("x"))), p("меѓу"), listed(item(p("y")))))
    assert lines(first + on, automatic=LIST) == ["(1) а", "1) x", "2) y", "3) z"]
    assert lines(again, automatic=LIST) == ["(1) а", "1) x", "меѓу", "1) y"]


@pytest.mark.parametrize(
    ("form", "more", "told"),
    [
        ("I", "", "IV."), ("i", "", "iv."), ("a", "", "d."), ("A", "", "D."), ("А, Б, .., Аа, Аб, ... (sr)", "", "Г."),
        ("1", 'text:start-value="3"', "6."), ("一", "", "4."), ("", "", ""),
    ],
)  # fmt: skip
def test_forms(form: str, more: str, told: str) -> None:
    level = f'<text:list-level-style-number text:level="1" style:num-format="{form}" style:num-suffix="." {more}/>'
    style = f'<text:list-style style:name="L">{level}</text:list-style>'
    assert lines(listed(*[item(p("x"))] * 4), automatic=style)[-1] == f"{told} x".strip()


def test_display_levels_a_list_of_a_paragraph_style_and_headings() -> None:
    levels = "".join(
        f'<text:list-level-style-number text:level="{at}" style:num-format="1" text:display-levels="{at}"/>'
        for at in (1, 2)
    )
    styles = (
        f'<text:list-style style:name="N">{levels}</text:list-style>'
        '<style:style style:name="S" style:family="paragraph" style:list-style-name="N"/>'
        '<text:outline-style style:name="O"><text:outline-level-style text:level="1" style:num-format="1"'
        ' style:num-prefix="Член "/></text:outline-style>'
    )
    body = listed(item(p("x", "S"), listed(item(p("y", "S")), more="")), more="")
    heads = (
        '<text:h text:outline-level="1"/>' + p("Став.") + '<text:h text:outline-level="1">Предмет</text:h>'
    )
    assert lines(body + heads, styles=styles) == ["1 x", "1.1 y", "Член 1", "Став.", "Член 2 Предмет"]


def test_spans_spaces_breaks_and_what_is_left_out() -> None:
    automatic = (
        '<style:style style:name="H" style:family="text"><style:text-properties text:display="none"/></style:style>'
        '<style:style style:name="C" style:family="text"><style:text-properties fo:text-transform="uppercase"/>'
        "</style:style>"
    )
    inside = (
        'еден <text:span text:style-name="C">два</text:span><text:s text:c="3"/>три\n   четири<text:tab/>'
        '<text:span text:style-name="H">тајно</text:span>пет<text:line-break/>шест'
        "<text:note><text:note-body><text:p>фуснота</text:p></text:note-body></text:note>"
    )
    document = documents.text(odt(p(inside), automatic=automatic))
    assert document.lines == ("еден ДВА   три четири\tпет", "шест")
    assert codes(document) == {"hidden": 1, "footnotes": 1}


def test_old_fonts() -> None:
    fonts = '<style:font-face style:name="F1" svg:font-family="&apos;MAC C Times&apos;"/>'
    automatic = (
        '<style:style style:name="P" style:family="paragraph"><style:text-properties style:font-name="F1"/>'
        "</style:style>"
        '<style:style style:name="T" style:family="text"><style:text-properties style:font-name="Arial"/></style:style>'
    )
    body = p('Op{tina <text:span text:style-name="T">EU</text:span> ~len', "P") + p("Op{tina")
    document = documents.text(odt(body, automatic=automatic, fonts=fonts))
    assert document.lines == ("Општина EU член", "Op{tina")
    assert codes(document) == {"legacy_font": 2}


def test_tracked_changes_headers_and_contents() -> None:
    region = "<text:changed-region><text:{0}/></text:changed-region>"
    body = (
        f"<text:tracked-changes>{region.format('insertion')}{region.format('deletion')}</text:tracked-changes>"
        + p('Рокот е <text:change text:change-id="c"/>осум дена.')
        + f"<text:table-of-content><text:index-body>{p('Член 1 ... 3')}</text:index-body></text:table-of-content>"
    )
    masters = "<style:master-page><style:header><text:p>Општина</text:p></style:header></style:master-page>"
    document = documents.text(odt(body, masters=masters))
    assert document.lines == ("Рокот е осум дена.",)
    assert codes(document) == {"headers": 1, "inserted": 1, "deleted": 1, "contents": 1}


def test_tables_and_frames() -> None:
    automatic = (
        '<style:style style:name="C" style:family="table-cell"><style:table-cell-properties fo:border="0.5pt solid"/>'
        "</style:style>"
    )
    cells = "".join(
        f'<table:table-cell table:style-name="{{0}}">{p(one)}</table:table-cell>' for one in ("А", "Б")
    )
    table = f"<table:table><table:table-row>{cells}</table:table-row></table:table>"
    assert lines(table.format("C", "C"), automatic=automatic) == ["А | Б"]
    assert lines(table.format("", ""))[0].split() == ["А", "Б"]
    box = f"<draw:frame><draw:text-box>{p('Рамка')}</draw:text-box></draw:frame>"
    assert lines(p(f"Текст{box}") + p("Крај")) == ["Текст", "Рамка", "Крај"]


@pytest.mark.parametrize("slug", SLUGS)
@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_the_same_tree_as_the_plain_text(slug: str, lang: str) -> None:
    spaced = (line.replace("  ", " <text:s/>") for line in text(slug, lang).splitlines())
    assert read(documents.text(odt("".join(map(p, spaced)))).text, lang) == act(slug, lang)
