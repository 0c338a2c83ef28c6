"""What machines get: the published act, valid and complete, and only what changed since they asked."""

import json

from django.test import Client
from lxml import etree

from konak.lex import akn
from konak.website.tests.conftest import Street


def test_machines_get_the_same_things(client: Client, street: Street) -> None:
    pk = street.act.pk
    one = client.get(f"/api/acts/{pk}.json")
    data = json.loads(one.content)
    assert (data["number"], data["in_force_on"], sorted(data["texts"])) == (
        street.act.number,
        "2026-10-08",
        ["mk", "sq"],
    )
    assert data["session"]["verdict"].keys() <= {
        "adopted", "rule", "double", "seats", "present", "for", "against", "abstained"
    }  # fmt: skip
    xml = client.get(f"/api/acts/{pk}/sq.xml")
    assert akn.validate(xml.content.decode()) == []
    assert akn.read(xml.content.decode()).lang == "sq"
    for answer in (one, xml, client.get("/api/acts.json"), client.get("/mk/acts.atom")):
        address = answer.request["PATH_INFO"]
        assert client.get(address, headers={"if-none-match": answer["ETag"]}).status_code == 304
        assert client.get(address, headers={"if-modified-since": answer["Last-Modified"]}).status_code == 304
    feed = etree.fromstring(client.get("/sq/acts.atom").content)
    titles = feed.findall("{*}entry/{*}title")
    assert [title.text for title in titles] == ["Vendim për kompensimin për shfrytëzimin e sallave"]
    issues = etree.fromstring(client.get("/mk/gazette.atom").content).findall("{*}entry/{*}title")
    assert [title.text for title in issues] == ["Службен гласник на Општина Куманово бр. 1/2026"]


def test_a_double_majority_keeps_its_second_tally_inside(client: Client, street: Street) -> None:
    from konak.acts.office import Act

    told = {"double": True, "adopted": True, "for": 17, "tallies": [{"of": "communities", "for": 3}]}
    Act.objects.filter(pk=street.act.pk).update(verdict={**told, "reasons": {"mk": "Од заедниците: 3."}})
    for address in (f"/api/acts/{street.act.pk}.json", f"/mk/acts/{street.act.pk}/"):
        said = client.get(address, follow=True).content.decode()
        assert "заедниците" not in said
        assert "tallies" not in said


def test_the_list_comes_page_by_page(client: Client, street: Street) -> None:
    data = json.loads(client.get("/api/acts.json?page=7").content)
    assert (data["total"], data["page"], data["pages"], data["next"], data["previous"]) == (
        1,
        1,
        1,
        None,
        None,
    )
    (act,) = data["acts"]
    assert act["url"] == f"http://testserver/api/acts/{street.act.pk}.json"
    assert act["kind"]["name"]["sq"] == "Vendim"
