"""A text on the screen: its units within units, its tables, and what could not be read."""

from lxml import html

from konak import lex
from konak.acts.shown import understood
from konak.lex.tree import Act, Closing, Unit

RATES = Unit("table", rows=(("Површина", "Ден", "Денари"), ("пазар <А>", "27.01.2027", "1.500,00")))
TEXT = Act(
    "mk",
    kind_text="О Д Л У К А",
    title="за надоместок & такси",
    preamble="Врз основа на член 36",
    body=(
        Unit(
            "chapter",
            "I",
            "ОПШТИ ОДРЕДБИ",
            children=(
                Unit(
                    "article",
                    "5-а",
                    children=(
                        Unit("paragraph", "1", text="Став:", children=(Unit("point", "1", text="точка"),)),
                    ),
                ),
            ),
        ),
        Unit("article", "6", children=(RATES, Unit("unread", text="~~~", reason="not_text"))),
    ),
    closing=Closing((("Број 08-1/3", "ПРЕТСЕДАТЕЛ"), ("Куманово", ""))),
)


def test_every_unit_stands_in_its_place_with_its_number_and_address() -> None:
    made = understood(TEXT, "mk-")
    page = html.fromstring(f"<div>{made.html}</div>")
    assert (made.lang, made.unread) == ("mk", 1)
    assert page.xpath("normalize-space(p[1])") == "Врз основа на член 36"
    assert page.xpath("normalize-space(p[2])") == "ОДЛУКА за надоместок & такси"
    assert [(h.tag, h.get("id"), h.text_content()) for h in page.xpath("//h4 | //h5")] == [
        ("h4", "mk-chp_I", "I. ОПШТИ ОДРЕДБИ"),
        ("h5", "mk-art_5-a", "Член 5-а"),
        ("h4", "mk-art_6", "Член 6"),
    ]
    (point,) = page.xpath("//div[@id='mk-art_5-a__para_1__point_1']")
    assert point.text_content() == "1) точка"
    assert point.getparent().get("id") == "mk-art_5-a__para_1"
    assert [cell.text for cell in page.xpath("//thead/tr/th[@scope='col']")] == ["Површина", "Ден", "Денари"]
    assert [cell.text for cell in page.xpath("//tbody/tr/td")] == ["пазар <А>", "27.01.2027", "1.500,00"]
    assert [cell.text for cell in page.xpath("//*[@class='k-table__number']")] == ["Денари", "1.500,00"]
    (unread,) = page.xpath("//div[contains(@class, 'k-act__unread')]")
    assert unread.text_content() == "~~~непрочитано: знаците не се букви"
    closing = page.xpath("div[@class='k-act__closing']/p")
    assert [[*side.itertext()] for side in closing] == [["Број 08-1/3", "Куманово"], ["ПРЕТСЕДАТЕЛ"]]


def test_all_words_of_a_text_reach_the_screen() -> None:
    shown = html.fromstring(f"<div>{understood(TEXT).html}</div>").text_content()
    assert [word for word in lex.write(TEXT).replace("|", " ").split() if word not in shown] == []
