"""Nothing that is not published leaves the house: by page, list, search, feed, JSON, XML or sitemap."""

import pytest
from django.test import Client

from konak.gazette.tests.office_of import draft
from konak.kernel.journal import settle
from konak.website.tests.conftest import BEFORE_PUBLICATION, SECRET, Street

LISTS = (
    "/mk/", "/sq/", "/mk/acts/", "/sq/acts/", "/mk/sessions/", "/mk/gazette/", "/sq/gazette/",
    "/mk/search/?q=скриена", "/sq/search/?q=skriena", "/mk/search/?q=одлука", "/sitemap.xml", "/mk/acts.atom",
    "/sq/acts.atom", "/mk/gazette.atom", "/sq/gazette.atom", "/api/acts.json",
)  # fmt: skip
OF_AN_ACT = (
    "/mk/acts/{pk}/", "/sq/acts/{pk}/", "/mk/acts/{pk}-skriena/", "/mk/acts/{pk}.pdf", "/mk/acts/{pk}.txt",
    "/sq/acts/{pk}.txt", "/api/acts/{pk}.json", "/api/acts/{pk}/mk.xml", "/api/acts/{pk}/sq.xml",
    "/mk/acts/{pk}/history/", "/sq/acts/{pk}-x/history/", "/mk/acts/{pk}/2026-10-08.txt",
    "/sq/acts/{pk}/2026-10-08.xml",
    "/sq/acts/{pk}/2026-10-08.docx", "/mk/acts/{pk}/2026-10-08.pdf",
)  # fmt: skip


@pytest.mark.parametrize("address", LISTS)
def test_no_list_names_what_is_not_published(client: Client, street: Street, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    shown = answer.content.decode().replace("?q=скриена", "").replace('value="скриена"', "")
    assert SECRET not in shown
    assert "/5" not in [f"/{act.pk}" for act in street.hidden.values() if f"/acts/{act.pk}" in shown]
    assert [act.pk for act in street.hidden.values() if f"/acts/{act.pk}-" in shown] == []


@pytest.mark.parametrize("state", BEFORE_PUBLICATION)
def test_nothing_of_an_act_is_there_before_it_is_published(
    client: Client, street: Street, state: str
) -> None:
    pk = street.hidden[state].pk
    assert {client.get(address.format(pk=pk)).status_code for address in OF_AN_ACT} == {404}


def test_the_same_addresses_answer_for_the_published_act(client: Client, street: Street) -> None:
    """The check itself can fail."""
    said = {client.get(address.format(pk=street.act.pk), follow=True).status_code for address in OF_AN_ACT}
    assert said == {200}
    assert street.act.number in client.get("/mk/search/?q=надоместок").content.decode()
    assert street.act.title["mk"] in client.get("/mk/acts/").content.decode()


def test_an_issue_in_the_making_is_not_there(client: Client, street: Street) -> None:
    issue = draft(street.house, street.hidden["promulgated"])
    settle()
    for lang in ("mk", "sq"):
        assert client.get(f"/{lang}/gazette/{issue.pk}/").status_code == 404
        assert client.get(f"/{lang}/gazette/{issue.pk}-x.pdf").status_code == 404
    for address in ("/mk/gazette/", "/mk/gazette.atom", "/sitemap.xml", "/mk/search/?q=гласник"):
        assert f"/gazette/{issue.pk}" not in client.get(address).content.decode()


def test_who_is_signed_in_finds_no_more_on_the_street(client: Client, street: Street) -> None:
    from konak.kernel.people import Account

    client.force_login(Account.objects.get(username="lawyer"))
    assert SECRET not in client.get("/mk/search/?q=одлука").content.decode()
    assert client.get(f"/mk/acts/{street.hidden['draft'].pk}/").status_code == 404


def test_the_mayors_act_of_publication_stands_with_the_act_it_published(
    client: Client, street: Street
) -> None:
    found = client.get("/mk/search/?q=заклучок").content.decode()
    assert "/mk/acts/" not in found.split("<main", 1)[1].split("</main>")[0]
