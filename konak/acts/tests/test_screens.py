"""The road of an act on the screens, each step clicked by whose duty it is."""

import re
from datetime import timedelta
from html import unescape
from typing import Any

import pytest
from django.test import Client

from konak.acts import queries
from konak.acts.models import Act
from konak.acts.tests.office_of import MK, SQ, TITLE, House, Road, all_yes, scan, stranger
from konak.kernel.clock import today
from konak.kernel.files import open as read_file
from konak.kernel.i18n import day_words
from konak.kernel.journal import Actor
from konak.kernel.people import Account
from konak.kernel.signing import verify_pdf

pytestmark = pytest.mark.usefixtures("_second_factor_done")


@pytest.fixture
def _second_factor_done(monkeypatch: pytest.MonkeyPatch) -> None:
    """Signing in is the door's own test; here everybody is inside."""
    monkeypatch.setattr("konak.kernel.people.second.missing", lambda *_: False)


def at_desk(actor: Actor) -> Client:
    client = Client()
    client.force_login(Account.objects.get(pk=actor.account))
    return client


def hidden(page: str, name: str) -> str:
    found = re.search(rf'name="{name}" value="([^"]*)"', page)
    assert found, f"the form has no {name}"
    return found[1]


def send(client: Client, url: str, **said: Any) -> str:
    """Open the form, send it, follow to where it leads; returns that page."""
    form = client.get(url)
    assert form.status_code == 200, (url, form.status_code)
    page = form.content.decode()
    for name in ("version", "key", "fixed_hash", "seen", "mine", "seen_mk", "seen_sq"):
        if found := re.search(rf'name="{name}" value="([^"]*)"', page):
            said.setdefault(name, unescape(found[1]))
    answer = client.post(url, said, follow=True)
    assert answer.redirect_chain, re.findall(r"k-error-summary__list.*?</ul>", answer.content.decode())
    return answer.content.decode()


def test_the_road_on_the_screens(house: House) -> None:
    officer, lawyer, mayor = (at_desk(actor) for actor in (house.officer, house.lawyer, house.mayor))
    draft = {
        "kind": "decision",
        "body": "council",
        "proposer": "mayor",
        "title_mk": TITLE["mk"],
        "title_sq": TITLE["sq"],
    }
    page = send(officer, f"/office/acts/new/?case={house.case.pk}", case_number="08-1", **draft)
    act = Act.objects.get()
    base = f"/office/acts/{act.pk}/"
    assert act.case == house.case
    wrong = SQ.replace("500", "50") + "\n\x01\x02\x03\x04\x05\x06\n"
    look = officer.post(f"{base}write/", {"text_mk": MK, "text_sq": wrong, "look": "1"}).content.decode()
    assert "500 денари наспроти 50 денари" in look
    assert "k-act__unread" in look
    page = send(officer, f"{base}write/", text_mk=MK, text_sq=SQ)
    assert "Член 2" in page
    send(officer, f"{base}opinion/ask/")
    opinion = f"/office/acts/opinions/{act.opinions.get().pk}/"
    answers = {f"answer_{code}": "yes" for code in all_yes(act.opinions.get())}
    page = send(
        lawyer, f"{opinion}write/", verdict="remarks", text="Да се наведе Статутот.", lang="mk", **answers
    )
    assert "08-1/2" in page
    page = send(officer, f"{base}propose/")
    assert "08-1/3" in page
    road = Road.of(house, act)
    road.to("adopted")
    amended = {"text_mk": MK.replace("500", "450"), "text_sq": SQ.replace("500", "450")}
    seen = lawyer.post(f"{base}text/fix/", amended | {"look": "1"}).content.decode()
    assert "<del>500</del><ins>450</ins>" in seen
    page = send(lawyer, f"{base}text/fix/", **amended)
    president = at_desk(house.president)
    page = send(president, f"{base}sign/digital/")
    for original in queries.originals(act):
        verdict = verify_pdf(read_file(original.file))
        assert verdict.valid, verdict
    page = send(mayor, f"{base}publication/order/")
    assert "08-2/1" in page
    road.publication, road.issue_day = queries.publication_act(act), today()
    road.to("published")
    page = officer.get(base).content.decode()
    assert day_words(today() + timedelta(days=8), "mk") in page


def test_the_paper_path(house: House) -> None:
    act = Road(house).to("fixed")
    clerk = at_desk(house.session_clerk)
    pdf = clerk.get(f"/office/acts/{act.pk}/mk.pdf").content
    assert pdf[:5] == b"%PDF-"
    from django.core.files.uploadedfile import SimpleUploadedFile

    upload = SimpleUploadedFile("s.pdf", read_file(scan()))
    page = send(clerk, f"/office/acts/{act.pk}/sign/paper/", scan=upload, signed_on="24.09.2026")
    assert "Име Session_clerk" in page
    original = queries.originals(act)[0]
    assert clerk.get(f"/office/acts/originals/{original.pk}/").status_code == 200


def test_version_conflict_keeps_the_words(house: House) -> None:
    act = Road(house).written().act
    officer = at_desk(house.officer)
    url = f"/office/acts/{act.pk}/write/"
    said = {"text_mk": MK.replace("500", "700"), "text_sq": "", "seen_mk": "0", "seen_sq": "0"}
    answer = officer.post(url, said)
    page = answer.content.decode()
    assert answer.status_code == 422
    assert "700" in page
    assert "Име Officer" in page
    assert "k-notice--warn" in page


@pytest.mark.parametrize("lang", ["mk", "sq"])
@pytest.mark.parametrize("state", ["draft", *Road.STATES[1:]])
def test_every_page_in_every_state_and_language(house: House, state: str, lang: str) -> None:
    Account.objects.update(language=lang)
    road = Road(house).written().opined()
    act = road.to(state)
    client = at_desk(house.lawyer)
    for url in ("", "?state=all", f"{act.pk}/", f"{act.pk}/mk.xml"):
        assert client.get(f"/office/acts/{url}").status_code == 200


def test_hidden_and_absent_look_the_same(house: House) -> None:
    act = Road(house).written().act
    for actor in (house.other, house.president, house.councillor, stranger(house.pr)):
        client = at_desk(actor)
        for path in ("", "write/", "mk.pdf", "mk.xml", "propose/"):
            mine, absent = (client.get(f"/office/acts/{pk}/{path}").status_code for pk in (act.pk, 99999))
            assert (actor.name, path, mine) == (actor.name, path, absent) == (actor.name, path, 404)


def test_nobody_is_sent_to_sign_in(house: House) -> None:
    act = Road(house).to("published")
    for path in ("", f"{act.pk}/", f"{act.pk}/mk.pdf", "new/"):
        answer = Client().get(f"/office/acts/{path}")
        assert (path, answer.status_code) == (path, 302)
        assert "sign" in answer["Location"] or "login" in answer["Location"]


def test_the_list_opens_where_something_waits_for_the_reader(house: House) -> None:
    road = Road(house).written().opined()

    def opened(actor: Actor, asked: str = "") -> tuple[list[str], int]:
        page = at_desk(actor).get(f"/office/acts/{asked}").content.decode()
        return re.findall(r'href="\?state=(\w+)" aria-current', page), page.count('<th scope="row"')

    road.to("proposed")
    assert opened(house.president) == (["all"], 1), "nothing waits for the president yet"
    assert opened(house.president, "?state=mine") == (["mine"], 0)
    road.to("fixed")
    assert opened(house.president) == (["mine"], 1)
    assert opened(house.officer) == (["all"], 1)


@pytest.mark.parametrize("count", [1, 3])
def test_the_list_asks_as_often_for_one_act_as_for_three(
    house: House, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        Road(house).written()
    client = at_desk(house.lawyer)
    client.get("/office/acts/?state=all")
    with django_assert_num_queries(11):
        client.get("/office/acts/?state=all")


def test_the_screens_of_amending_in_the_office(house: House) -> None:
    from konak.acts.models import Settlement
    from konak.acts.tests import amending_of as of

    base = Road(house).to("published")
    act = of.published(house, of.drafted(house, base), of.texts(dark=True))
    client = at_desk(house.lawyer)
    shown = client.get(f"/office/acts/{act.pk}/").content.decode()
    assert of.DARK_MK in shown
    assert base.number in shown
    address = f"/office/acts/{act.pk}/amending/settle/"
    form = client.get(address).content.decode()
    assert of.DARK_SQ in form
    sent = {"version": act.version, "wording_mk_1": "Не знам.", "nothing_sq_1": "on"}
    assert client.post(address, sent).status_code == 422
    assert Settlement.objects.count() == 0
    assert client.post(address, sent | {"wording_mk_1": "", "nothing_mk_1": "on"}).status_code == 302
    assert Settlement.objects.count() == 2
    draft = Road(house).act
    sent = {"version": draft.version, "amends": base.pk}
    assert client.post(f"/office/acts/{draft.pk}/amends/", sent).status_code == 302
    draft.refresh_from_db()
    assert draft.amends == base
