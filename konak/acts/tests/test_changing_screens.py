"""Drafting and amending on the screens, as a clerk walks through them, without script."""

from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from konak.acts.models import Act
from konak.acts.tests import amending_of as of
from konak.acts.tests.office_of import MK, House, Road
from konak.acts.tests.test_changes import CHEAPER
from konak.acts.tests.test_screens import _second_factor_done, at_desk, send  # noqa: F401
from konak.kernel.people import Account

pytestmark = pytest.mark.usefixtures("_second_factor_done")


def begin(client: Client, base: Act) -> str:
    """Begin the draft as the link on the screen of acts in force does."""
    said = {"kind": "decision", "body": "council", "proposer": "mayor", "amends": str(base.pk)}
    return send(client, f"/office/acts/new/?amends={base.pk}", **said)


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_an_act_is_amended(house: House, lang: str) -> None:
    Account.objects.update(language=lang)
    base = Road(house).to("published")
    officer = at_desk(house.officer)
    assert base.number in officer.get("/office/acts/amend/?q=салите").content.decode()
    assert base.number not in officer.get("/office/acts/amend/?q=паркинг").content.decode()
    begin(officer, base)
    act = Act.objects.get(amends=base)
    at = f"/office/acts/{act.pk}/changes/"
    look = officer.post(f"{at}add/art:2/", CHEAPER | {"look": "1"}).content.decode()
    assert "<del>500</del><ins>450</ins>" in look
    assert "Во членот 2 зборовите „500 денари“ се заменуваат" in look
    assert "Në nenin 2 fjalët „500 denarë“ zëvendësohen" in look
    assert Act.objects.get(amends=base).changes == []
    page = send(officer, f"{at}add/art:2/", **CHEAPER)
    assert "<del>500</del><ins>450</ins>" in page
    page = send(officer, f"{at}write/")
    assert "450 денари" in page
    act.refresh_from_db()
    assert act.title["sq"].startswith("Vendim për ndryshimin e Vendimit")


def test_what_is_amended_is_the_text_after_all_amendments(house: House) -> None:
    base = Road(house).to("published")
    amending = of.published(house, of.drafted(house, base), of.texts())
    page = begin(at_desk(house.officer), base)
    assert ("700 денари" in page, "500 денари" in page, amending.number in page) == (True, False, True)
    at = f"/office/acts/{Act.objects.exclude(pk=amending.pk).get(amends=base).pk}/changes/add/art:2/"
    old = {"op": "replace_words", "target": "art:2", "new_mk": "800", "new_sq": "800", "look": "1"}
    look = at_desk(house.officer).post(at, old | {"old_mk": "700", "old_sq": "700"}).content.decode()
    assert look.count("<del>700</del><ins>800</ins>") == 2


def test_what_is_missing_or_does_not_fit_is_said(house: House) -> None:
    base = Road(house).to("published")
    officer = at_desk(house.officer)
    begin(officer, base)
    at = f"/office/acts/{Act.objects.get(amends=base).pk}/changes/"
    answer = officer.post(f"{at}add/art:2/", {"op": "replace_words", "target": "art:2"})
    assert (answer.status_code, answer.content.decode().count("k-error-message")) == (422, 4)
    look = officer.post(f"{at}add/art:2/", CHEAPER | {"old_mk": "900", "look": "1"}).content.decode()
    assert "Зборовите „900“ не се наоѓаат" in look
    assert officer.get(f"{at}add/art:9/").status_code == 404
    assert officer.get(f"{at}1/drop/").status_code == 404
    assert officer.get(f"/office/acts/{base.pk}/changes/").status_code == 404


def test_a_pasted_decision_is_confirmed_sentence_by_sentence(house: House) -> None:
    base = Road(house).to("published")
    officer = at_desk(house.officer)
    begin(officer, base)
    at = f"/office/acts/{Act.objects.get(amends=base).pk}/changes/read/"
    pasted = {
        "text_mk": "Во членот 2 бројот „500“ се заменува со бројот „450“.\nЧленот 1 се подобрува.",
        "text_sq": "Në nenin 2 numri „500“ zëvendësohet me numrin „450“.\nNeni 1 përmirësohet.",
    }
    look = officer.post(at, pasted | {"look": "1"}).content.decode()
    assert "<del>500</del><ins>450</ins>" in look
    assert "Реченицата не менува акт." in look
    refused = officer.post(at, pasted | {"do_0": "take", "do_1": "take"})
    assert refused.status_code == 422
    assert Act.objects.get(amends=base).changes == []
    send(officer, at, **pasted, do_0="take", do_1="leave")
    assert [one["mk"]["op"] for one in Act.objects.get(amends=base).changes] == ["replace_words"]


def test_a_provision_is_written_and_warned_about(house: House) -> None:
    act = Road(house).written().act
    officer, lawyer = at_desk(house.officer), at_desk(house.lawyer)
    at = f"/office/acts/{act.pk}/provisions/"
    opened: dict[str, Any] = {"seen_mk": "1", "seen_sq": "1"}
    page = send(
        officer,
        f"{at}art:2/write/",
        text_mk="Надоместокот е 700 денари.",
        text_sq="Kompensimi është 700 denarë.",
    )
    assert "700 денари" in page
    answer = lawyer.post(f"{at}art:2/write/", opened | {"text_mk": "Мои зборови.", "text_sq": "Të mijat."})
    page = answer.content.decode()
    assert answer.status_code == 409
    assert ("Мои зборови." in page, "700 денари" in page, "Име Officer" in page) == (True, True, True)
    page = send(officer, f"{at}art:1/shape/", how="after")
    assert "Член 1-а" in page
    page = send(officer, f"{at}art:1/shape/", how="renumber")
    assert "Член 4" in page
    page = officer.get(f"/office/acts/{act.pk}/versions/?lang=mk&old=1&new=2").content.decode()
    assert "<del>500</del><ins>700</ins>" in page
    assert officer.get(f"{at}art:77/write/").status_code == 404


def test_a_file_is_confirmed_before_it_becomes_a_version(house: House) -> None:
    act = Road(house).act
    officer = at_desk(house.officer)
    upload = SimpleUploadedFile("nacrt.txt", MK.replace("Член 2\n", "Член\n").encode())
    page = officer.post(f"/office/acts/{act.pk}/upload/", {"file": upload, "lang": "mk"}).content.decode()
    assert "зборот за член без број" in page
    assert act.texts.count() == 0
    assert f'action="/office/acts/{act.pk}/write/"' in page


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_to_amend_asks_as_often(house: House, count: int, django_assert_num_queries: Any) -> None:
    for _ in range(count):
        Road(house).to("published")
    client = at_desk(house.lawyer)
    client.get("/office/acts/amend/")
    with django_assert_num_queries(11):
        client.get("/office/acts/amend/")
