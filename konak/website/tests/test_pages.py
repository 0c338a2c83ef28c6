"""The pages of the street: what they say, in both languages, in how many queries."""

from datetime import date

import pytest
from django.test import Client
from lxml import etree

from konak.acts import office as acts
from konak.acts.tests.office_of import AT, MK, SQ, TITLE, VOTED, House, Road, furnish
from konak.gazette.tests.office_of import published
from konak.registry.models import Document
from konak.website.tests.conftest import Street


@pytest.fixture
def clock(monkeypatch: pytest.MonkeyPatch) -> None:
    """The acts of these tests enter into force on 8.10.2026."""
    from datetime import datetime

    from konak.kernel.clock import ZONE
    from konak.kernel.ui import views

    monkeypatch.setattr(views, "now", lambda: datetime(2026, 10, 9, 9, 0, tzinfo=ZONE))


def long_act(house: House, articles: int) -> acts.Act:
    """An act of so many articles, brought from its letter to the mayor's order with an opinion on the way."""
    act = acts.draft_from(house.officer, house.case, kind="decision", body="council", title=TITLE, at=AT)
    texts = {"mk": stretched(MK, "Член", articles), "sq": stretched(SQ, "Neni", articles)}
    for lang, text in texts.items():
        acts.write_text(house.officer, act, lang, text=text, version=0, at=AT)
    road = Road.of(house, act)
    road.opined().to("adopted")
    act = acts.Act.objects.get(pk=act.pk)
    acts.fix_text(house.lawyer, act, texts=texts, at=VOTED)
    return road.to("promulgated")


def stretched(text: str, name: str, articles: int) -> str:
    """The text with articles of three paragraphs and two points put in after the first."""
    head, first = text.split(f"{name} 2\n", 1)[0], text.split(f"{name} 2\n", 1)[1]
    middle = first.split(f"\n{name} 3\n")[0]
    last = first.split(f"\n{name} 3\n")[1]
    more = "".join(
        f"{name} {number}\n(1) {middle.strip()}\n(2) {middle.strip()}\n1) {middle.strip()}\n2) {middle.strip()}\n\n"
        for number in range(2, articles)
    )
    return f"{head}{more}{name} {articles}\n{last}"


def test_the_door_speaks_the_readers_language(client: Client, db: None) -> None:
    def led(**headers: str) -> str:
        return client.get("/", headers=headers)["Location"]

    assert [led(), led(accept_language="sq"), led(accept_language="en")] == ["/mk/", "/sq/", "/mk/"]
    client.cookies["konak_language"] = "sq"
    assert led(accept_language="mk") == "/sq/"


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "mk",
            [
                '<html lang="mk">',
                "Одлука за надоместок за користење на салите",
                "во сила",
                "четврток, 8 октомври 2026",
                "Примено барање, заведено под број 08-1/1.",
                "Дадено правно мислење: во согласност.",
                "Објавен: Службен гласник на Општина Куманово бр. 1/2026.",
                "Надоместокот изнесува 500 денари за еден час.",
            ],
        ),
        (
            "sq",
            [
                '<html lang="sq">',
                "Vendim për kompensimin për shfrytëzimin e sallave",
                "në fuqi",
                "e enjte, 8 tetor 2026",
                "U pranua kërkesa, e protokolluar me numër 08-1/1.",
                "U dha mendimi juridik: në pajtim.",
                "U shpall: Gazeta zyrtare e Komunës së Kumanovës nr. 1/2026.",
                "Kompensimi është 500 denarë për një orë.",
            ],
        ),
    ],
)
def test_an_act_tells_its_text_its_force_and_its_history(
    client: Client, db: None, lang: str, said: list[str]
) -> None:
    house = furnish()
    act = Road(house).written().opined().to("promulgated")
    published(house, act)
    page = client.get(f"/{lang}/acts/{act.pk}/", follow=True).content.decode()
    assert [words for words in said if words not in page] == []
    assert page.count('<li class="k-timeline__') == 10


@pytest.mark.usefixtures("clock")
def test_the_page_of_forty_articles_asks_nine_queries(
    client: Client, db: None, django_assert_num_queries: object
) -> None:
    house = furnish()
    act = long_act(house, 40)
    published(house, act)
    address = client.get(f"/mk/acts/{act.pk}/")["Location"]
    with django_assert_num_queries(9):  # type: ignore[operator]
        page = client.get(address).content.decode()
    assert page.count("k-act__number") == 40
    assert page.count('<li class="k-timeline__') == 10


def test_a_slug_is_for_people_the_id_decides(client: Client, street: Street) -> None:
    answer = client.get(f"/sq/acts/{street.act.pk}-odluka/")
    assert answer.status_code == 302
    assert (
        answer["Location"] == f"/sq/acts/{street.act.pk}-vendim-per-kompensimin-per-shfrytezimin-e-sallave/"
    )
    page = client.get(answer["Location"]).content.decode()
    assert f'href="/mk/acts/{street.act.pk}-odluka-za-nadomestok-za-koristenje-na-salite/" lang="mk"' in page


@pytest.mark.parametrize(
    ("address", "queries"),
    [("/mk/acts/", 6), ("/mk/gazette/", 4), ("/mk/search/?q=надоместок", 4), ("/api/acts.json", 4),
     ("/mk/acts.atom", 3), ("/mk/gazette.atom", 3)],
)  # fmt: skip
def test_lists_ask_the_same_of_one_and_of_three(
    client: Client, db: None, django_assert_num_queries: object, address: str, queries: int
) -> None:
    from datetime import timedelta

    from konak.gazette.tests.office_of import AT as SEALED
    from konak.gazette.tests.office_of import DAY, ready
    from konak.kernel.journal import settle

    house = furnish()
    published(house, ready(house))
    settle()
    with django_assert_num_queries(queries):  # type: ignore[operator]
        one = client.get(address).content.decode()
    for later in (1, 2):
        more = timedelta(days=later)
        published(house, ready(house), day=DAY + more, at=SEALED + more)
    settle()
    with django_assert_num_queries(queries):  # type: ignore[operator]
        three = client.get(address).content.decode()
    assert len(three) > len(one)


@pytest.mark.usefixtures("clock")
@pytest.mark.parametrize(
    ("asked", "there"),
    [("", True), ("?kind=decision", True), ("?kind=programme", False), ("?kind=x", True), ("?year=2026", True),
     ("?year=2025", False), ("?force=in", True), ("?force=coming", False), ("?year=zz&page=9", True)],
)  # fmt: skip
def test_the_list_of_acts_is_filtered(client: Client, street: Street, asked: str, there: bool) -> None:
    page = client.get(f"/mk/acts/{asked}").content.decode()
    assert (street.act.title["mk"] in page) is there


@pytest.mark.usefixtures("clock")
def test_home_shows_what_enters_into_force_this_week(client: Client, street: Street) -> None:
    page = client.get("/mk/").content.decode()
    assert "Влегуваат во сила оваа недела" in page
    assert 'влегува во сила на <time datetime="2026-10-08"' in page
    assert street.act.in_force_on == date(2026, 10, 8)


def test_the_papers_of_an_act(client: Client, street: Street) -> None:
    pdf = client.get(f"/sq/acts/{street.act.pk}.pdf")
    assert (pdf["Content-Type"], pdf.content[:5]) == ("application/pdf", b"%PDF-")
    again = client.get(f"/sq/acts/{street.act.pk}.pdf", headers={"if-none-match": pdf["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    text = client.get(f"/sq/acts/{street.act.pk}.txt")
    assert "Kompensimi është 500 denarë për një orë." in text.content.decode()


def test_each_issue_leads_to_its_sealed_paper(client: Client, street: Street) -> None:
    from konak.kernel import files

    page = client.get("/sq/gazette/").content.decode()
    address = f"/sq/gazette/{street.issue.pk}-gazeta-zyrtare-e-komunes-se-kumanoves-nr-1-2026.pdf"
    assert f'href="{address}"' in page
    paper = client.get(address)
    assert street.issue.file is not None
    assert paper.getvalue() == files.open(street.issue.file)
    assert client.get(address, headers={"if-none-match": paper["ETag"]}).status_code == 304
    held = client.get(f"/sq/gazette/{street.issue.pk}/").content.decode()
    assert "Vendim për kompensimin për shfrytëzimin e sallave" in held


def test_a_receipt_tells_how_far_the_letter_is_and_nothing_more(client: Client, street: Street) -> None:
    letter = Document.objects.exclude(receipt="").get()
    answer = client.get("/mk/receipt/", {"number": letter.receipt.lower()})
    page = answer.content.decode()
    assert "08-1/1" in page
    assert "примено и заведено" in page
    assert letter.subject not in page
    assert letter.party_name not in page
    assert answer["Cache-Control"] == "no-store"
    assert "Нема потврда со овој број" in client.get("/mk/receipt/", {"number": "АБВ"}).content.decode()
    assert client.get("/mk/receipt/").status_code == 200


def test_the_map_of_the_house_leads_only_to_pages_that_are(client: Client, street: Street) -> None:
    tree = etree.fromstring(client.get("/sitemap.xml").content)
    places = [place.text.removeprefix("http://testserver") for place in tree.findall("{*}url/{*}loc")]
    assert f"/mk/acts/{street.act.pk}-odluka-za-nadomestok-za-koristenje-na-salite/" in places
    assert len(places) == 2 * (7 + 1 + 1)  # seven fixed pages, the act, the issue
    assert {client.get(place).status_code for place in places} == {200}
    robots = client.get("/robots.txt").content.decode()
    assert "Disallow: /office/" in robots
    assert "Sitemap: http://testserver/sitemap.xml" in robots


def test_what_is_not_there_says_so_in_both_languages(client: Client, db: None) -> None:
    answer = client.get("/sq/acts/999/")
    assert answer.status_code == 404
    assert answer["Content-Language"] == "sq"
    assert client.get("/en/acts/").status_code == 404
    assert client.post("/mk/acts/").status_code == 405
