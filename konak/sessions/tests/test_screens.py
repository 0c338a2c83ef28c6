"""A session on the screens, each step by the role whose duty it is; queries are counted."""

import re
from datetime import date, datetime, time
from typing import Any

import pytest
from django.test import Client

from konak.acts.office import Act
from konak.kernel.clock import ZONE
from konak.kernel.people import Account
from konak.sessions import office
from konak.sessions.models import Session, Vote
from konak.sessions.tests.chamber import PLACE, Chamber, called, proposal
from konak.sessions.web import pages

QUESTIONS = {"title": {"mk": "Советнички прашања", "sq": "Pyetje të këshilltarëve"}, "kind": "questions"}


@pytest.fixture
def clock_at(monkeypatch: pytest.MonkeyPatch) -> Any:
    """Let the office's clock show a moment."""

    def at(day: date, hour: int = 9) -> None:
        monkeypatch.setattr("konak.kernel.ui.views.now", lambda: datetime.combine(day, time(hour), ZONE))

    return at


def at_desk(house: Chamber, login: str) -> Client:
    client = Client()
    client.force_login(Account.objects.get(pk=house.actors[login].account))
    kept = client.session
    kept["second_factor"] = True
    kept.save()
    return client


def hidden(page: str) -> dict[str, str]:
    """Version and key as the form of the page carries them."""
    found = {}
    for name in ("version", "key"):
        if match := re.search(rf'name="{name}" value="([^"]*)"', page):
            found[name] = match[1]
    return found


def post(client: Client, address: str, **said: Any) -> Any:
    form = client.get(address)
    assert form.status_code == 200, address
    return client.post(address, hidden(form.content.decode()) | said)


def test_a_session_from_the_call_to_the_minutes(house: Chamber, clock_at: Any) -> None:
    act = proposal(house)
    clerk, president = at_desk(house, "session_clerk"), at_desk(house, "president")
    clock_at(date(2026, 10, 6))
    done = post(
        clerk,
        "/office/sessions/new/",
        body=house.council.pk,
        kind="regular",
        day="20.10.2026",
        hour="10:00",
        place_mk="Голема сала",
        place_sq="Salla e madhe",
    )
    assert done.status_code == 302, done.content.decode()
    session = Session.objects.get()
    at = f"/office/sessions/{session.pk}/"
    assert post(clerk, f"{at}add/", act=act.pk).status_code == 302
    again = post(clerk, f"{at}add/", title_mk="Советнички прашања", title_sq="Pyetje", kind="questions")
    assert again.status_code == 302
    assert post(clerk, f"{at}call/", with_papers="on")["Location"] == at
    page = president.get(at).content.decode()
    assert "1-ва редовна седница" in page
    assert president.get(f"{at}invitation.pdf").content.startswith(b"%PDF")

    clock_at(date(2026, 10, 20), 10)
    for mandate in house.members[:15]:
        clerk.post(f"{at}presence/", {"arrive": mandate.pk})
    refusal = post(president, f"{at}open/")
    assert refusal.status_code == 422
    assert "Нема кворум: присутни се 15 од 31, потребни се 16." in refusal.content.decode()
    assert clerk.post(f"{at}presence/", {"all": "1"}).status_code == 302
    assert "<dd>20</dd>" in clerk.get(f"{at}presence/").content.decode()
    assert post(president, f"{at}open/").status_code == 302
    first, second = session.items.order_by("proposed_number")
    swapped = {f"item_{first.pk}": 2, f"item_{second.pk}": 1, "present": 20, "votes_for": 19, "against": 1}
    assert post(clerk, f"{at}agenda/", **swapped).status_code == 302

    console = f"/office/sessions/items/{first.pk}/"
    before = clerk.get(console).content.decode()
    assert "Потребни: 11 од 20 присутни" in before
    assert post(clerk, console, present=18, votes_for=11, against=5, abstained=2)["Location"] == console
    after = clerk.get(console).content.decode()
    assert "ДОНЕСЕНО" in after
    assert "За 11, потребни 10 од 18 присутни (чл. 41 ст. 2). Донесено." in after
    act.refresh_from_db()
    assert act.state == "adopted"
    silent = post(clerk, console, present=18, votes_for=12)
    assert silent.status_code == 422
    assert "По оваа точка веќе е одлучено." in silent.content.decode()

    roll = f"/office/sessions/items/{second.pk}/roll/"
    choices = {f"m_{m.pk}": "for" if n < 12 else "abstained" for n, m in enumerate(house.members)}
    assert post(clerk, roll, **choices).status_code == 302
    assert Vote.objects.latest("id").votes_for == 12
    assert post(president, f"{at}close/").status_code == 302
    assert post(clerk, f"{at}minutes/").status_code == 302
    for name, start in (("minutes-mk.pdf", b"%PDF"), ("minutes-sq.docx", b"PK")):
        assert clerk.get(f"{at}{name}").content.startswith(start)
    assert "текстот е како во евиденцијата" in clerk.get(f"{at}minutes/").content.decode()


def test_a_session_in_preparation_is_hidden_and_absent_alike(house: Chamber, clock_at: Any) -> None:
    clock_at(date(2026, 10, 6))
    session = office.convene(
        house.session_clerk,
        house.council,
        day=date(2026, 10, 20),
        hour=time(10),
        place=PLACE,
        at=datetime(2026, 10, 5, 9, tzinfo=ZONE),
    )
    for login, seen in (("session_clerk", 200), ("president", 200), ("officer", 404), ("councillor", 404)):
        answer = at_desk(house, login).get(f"/office/sessions/{session.pk}/")
        assert (login, answer.status_code) == (login, seen)


@pytest.mark.parametrize("many", [1, 3])
def test_the_list_asks_a_fixed_number_of_times(
    house: Chamber, many: int, clock_at: Any, rf: Any, django_assert_num_queries: Any
) -> None:
    clock_at(date(2026, 10, 6))
    for _ in range(many):
        session = office.convene(
            house.session_clerk,
            house.council,
            day=date(2026, 10, 20),
            hour=time(10),
            place=PLACE,
            at=datetime(2026, 10, 5, 9, tzinfo=ZONE),
        )
        office.add_item(house.session_clerk, session, **QUESTIONS, at=session.starts_at)
    request = rf.get("/office/sessions/")
    request.actor = house.session_clerk
    view = pages.SessionsView()
    view.setup(request)
    with django_assert_num_queries(2):
        page = {"rows": list(view.rows()), **view.extra()}
        for row in page["rows"]:
            str(row.body.name)
    assert len(page["rows"]) == many


def test_a_member_opens_the_act_and_the_text_if_adopted_from_its_item(house: Chamber) -> None:
    base, act = proposal(house), proposal(house)
    Act.objects.filter(pk=act.pk).update(amends=base)
    session = called(house, {"act": base}, {"act": act}, {"title": {"mk": "Прашања", "sq": "Pyetje"}})
    links = []
    for item in session.items.order_by("id"):
        page = at_desk(house, "president").get(f"/office/sessions/items/{item.pk}/").content.decode()
        links.append(sorted(re.findall(r'href="(/office/acts/\d+/(?:if-adopted/)?)"', page)))
    one, two = f"/office/acts/{base.pk}/", f"/office/acts/{act.pk}/"
    assert links == [[one], [two, f"{two}if-adopted/"], []]
    Act.objects.update(state="draft")
    first = session.items.order_by("id").first()
    page = at_desk(house, "president").get(f"/office/sessions/items/{first.pk}/").content.decode()
    assert one not in page
