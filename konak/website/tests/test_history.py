"""The history of an act on the street: texts by day, who changed what, redline, papers, and no leak."""

from datetime import date, datetime
from io import BytesIO
from typing import Any

import pytest
from django.test import Client

from konak.acts import office as acts
from konak.acts.tests import amending_of as of
from konak.acts.tests.office_of import House, Road, furnish, scan
from konak.gazette.tests.office_of import published
from konak.kernel.clock import ZONE
from konak.kernel.ui import views
from konak.lex import akn
from tests.lodging import made_once

ISSUED = date(2026, 10, 5)  # the amending act is in force from 13.10.2026
AT = datetime(2026, 10, 5, 9, 0, tzinfo=ZONE)
SAID = {
    "mk": {
        "old": "Надоместокот изнесува 500 денари",
        "new": "Надоместокот изнесува 700 денари",
        "amended": "Изменет со",
        "mark": "изменето со",
        "session": "58-ма седница",
        "consolidated": "пречистен текст",
        "coming": "Ќе биде изменет со",
    },
    "sq": {
        "old": "Kompensimi është 500 denarë",
        "new": "Kompensimi është 700 denarë",
        "amended": "Ndryshuar me",
        "mark": "ndryshuar me",
        "session": "mbledhja e 58-të",
        "consolidated": "tekst i spastruar",
        "coming": "Do të ndryshohet me",
    },
}


house = made_once(furnish)


@made_once
def base(house: House) -> acts.Act:
    act = Road(house).to("promulgated")
    published(house, act)
    return acts.Act.objects.get(pk=act.pk)


def amended(house: House, base: acts.Act, state: str = "published", dark: bool = False) -> acts.Act:
    """The act that amends the base, on its way or in the gazette of 5 October."""
    act = of.fixed(house, of.drafted(house, base), of.texts(dark=dark))
    if state == "fixed":
        return act
    acts.sign_on_paper(house.session_clerk, act, scan=scan(), at=AT)
    acts.promulgate(house.mayor, acts.Act.objects.get(pk=act.pk), at=AT)
    if state == "published":
        published(house, acts.Act.objects.get(pk=act.pk), day=ISSUED, at=AT)
    return acts.Act.objects.get(pk=act.pk)


def at(monkeypatch: pytest.MonkeyPatch, day: date) -> None:
    monkeypatch.setattr(views, "now", lambda: datetime(day.year, day.month, day.day, 9, 0, tzinfo=ZONE))


def page(client: Client, address: str) -> str:
    answer = client.get(address, follow=True)
    assert answer.status_code == 200
    return answer.content.decode().split("<main", 1)[1]


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_the_page_of_the_act_shows_the_text_in_force_today(
    client: Client, house: House, base: acts.Act, monkeypatch: pytest.MonkeyPatch, lang: str
) -> None:
    act, said = amended(house, base), SAID[lang]
    at(monkeypatch, date(2026, 10, 12))
    before = page(client, f"/{lang}/acts/{base.pk}/")
    assert [said["old"] in before, said["new"] in before, said["coming"] in before] == [True, False, True]
    at(monkeypatch, date(2026, 10, 13))
    after = page(client, f"/{lang}/acts/{base.pk}/")
    assert [said["old"] in after, said["new"] in after, said["amended"] in after] == [False, True, True]
    assert f"{said['mark']} {act.number}" in after
    assert "/history/?on=2026-10-08" in after
    assert f"/{lang}/acts/{base.pk}/" in page(client, f"/{lang}/acts/{act.pk}/")


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_the_text_on_a_chosen_day(client: Client, house: House, base: acts.Act, lang: str) -> None:
    act, said = amended(house, base), SAID[lang]
    address, found = f"/{lang}/acts/{base.pk}/history/", []
    for asked in ("2026-10-07", "2026-10-12", "2026-10-13", "13.10.2026"):
        shown = page(client, f"{address}?on={asked}")
        found.append((said["old"] in shown, said["new"] in shown))
    assert found == [(False, False), (True, False), (False, True), (False, True)]
    shown = page(client, f"{address}?on=2026-10-13")
    assert said["consolidated"] in shown
    assert said["session"] in shown
    assert "/sessions/58/" in shown
    assert f'id="act-{act.pk}"' in shown
    assert f'#act-{act.pk}"' in shown.split('<article class="k-act"')[1]


@pytest.mark.parametrize(
    "asked", ["2026-10-09&to=2026-10-14", "2026-10-14&to=2026-10-09", "09.10.2026&to=14.10.2026"]
)
def test_the_redline_between_two_days(client: Client, house: House, base: acts.Act, asked: str) -> None:
    amended(house, base)
    shown = page(client, f"/mk/acts/{base.pk}/history/?from={asked}")
    assert "<del>500</del><ins>700</ins>" in shown
    assert '<article class="k-act"' not in shown


def test_days_on_which_there_is_nothing_to_compare(client: Client, house: House, base: acts.Act) -> None:
    amended(house, base)
    address = f"/mk/acts/{base.pk}/history/"
    assert "ништо не е изменето" in page(client, f"{address}?from=2026-10-09&to=2026-10-12")
    assert "не бил во сила на првиот ден" in page(client, f"{address}?from=2020-01-01&to=2026-10-13")
    assert "Напишете го датумот" in page(client, f"{address}?from=вчера&to=2026-10-13")
    assert "не бил во сила на овој ден" in page(client, f"{address}?on=2020-01-01")


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_every_version_in_four_forms(client: Client, house: House, base: acts.Act, lang: str) -> None:
    import docx

    from konak.lex import documents

    amended(house, base)
    for day, amount in (("2026-10-08", "500"), ("2026-10-13", "700")):
        forms = {f: client.get(f"/{lang}/acts/{base.pk}/{day}.{f}") for f in ("docx", "pdf", "xml", "txt")}
        assert {answer.status_code for answer in forms.values()} == {200}
        akn.validate(forms["xml"].content)
        assert amount in forms["txt"].content.decode()
        assert any(amount in one.text for one in docx.Document(BytesIO(forms["docx"].content)).paragraphs)
        assert amount in "\n".join(documents.text(forms["pdf"].content).lines)
        etag = forms["pdf"]["ETag"]
        address = f"/{lang}/acts/{base.pk}/{day}.pdf"
        assert client.get(address, headers={"if-none-match": etag}).status_code == 304
    for wrong in ("2026-10-09.txt", "2026-10-13.exe", "x.txt"):
        assert client.get(f"/{lang}/acts/{base.pk}/{wrong}").status_code == 404


@pytest.mark.parametrize("state", ["fixed", "promulgated"])
def test_an_amendment_that_is_not_published_changes_nothing(
    client: Client, house: House, base: acts.Act, state: str
) -> None:
    act = amended(house, base, state)
    for address in (
        f"/mk/acts/{base.pk}/",
        f"/mk/acts/{base.pk}/history/?on=2030-01-01",
        f"/sq/acts/{base.pk}/history/?from=2026-10-08&to=2030-01-01",
        f"/api/acts/{base.pk}.json",
    ):
        shown = client.get(address, follow=True).content.decode()
        assert "700" not in shown
        assert act.number not in shown
    assert client.get(f"/mk/acts/{act.pk}/history/").status_code == 404


def test_an_open_sentence_is_told_to_the_reader(client: Client, house: House, base: acts.Act) -> None:
    amended(house, base, dark=True)
    shown = page(client, f"/mk/acts/{base.pk}/history/?on=2026-10-13")
    assert "1 реченица од актот за изменување не е внесена" in shown
    assert "Членот 1 да се усогласи" not in shown


@pytest.mark.parametrize("asked", ["?on=2026-10-13", "?from=2026-10-08&to=2026-10-13"])
def test_the_history_asks_at_most_ten_queries(
    client: Client, house: House, base: acts.Act, django_assert_max_num_queries: Any, asked: str
) -> None:
    amended(house, base)
    address = client.get(f"/mk/acts/{base.pk}/history/")["Location"]
    with django_assert_max_num_queries(10):
        assert client.get(f"{address}{asked}").status_code == 200


def test_the_data_of_an_act_tell_its_versions(client: Client, house: House, base: acts.Act) -> None:
    act = amended(house, base)
    data = client.get(f"/api/acts/{base.pk}.json").json()
    told = [(one["from"], one["until"], one["consolidated"]) for one in data["versions"]["sq"]]
    assert told == [("2026-10-08", "2026-10-13", False), ("2026-10-13", None, True)]
    assert data["versions"]["mk"][1]["amended_by"][0]["number"] == act.number
    assert client.get(data["versions"]["mk"][1]["files"]["xml"]).status_code == 200
    assert client.get(f"/api/acts/{act.pk}.json").json()["amends"]["number"] == base.number
