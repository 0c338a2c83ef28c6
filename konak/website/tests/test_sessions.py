"""Sessions on the street: what happens now, older ones page by page, and nothing of one that is not called yet."""

from dataclasses import dataclass
from datetime import time, timedelta

import pytest
from django.test import Client
from django.urls import get_resolver
from django.urls.resolvers import URLPattern

from konak.kernel.journal import settle
from konak.sessions import office
from konak.sessions.tests.chamber import DAY, PREPARED, Chamber, at_work, called, drafted, furnish, proposal
from konak.website.tests.conftest import SECRET
from konak.website.tests.test_hidden import LISTS
from tests.lodging import made_once

QUESTIONS = {"title": {"mk": "Советнички прашања", "sq": "Pyetje të këshilltarëve"}, "kind": "questions"}
HIDDEN_DAY = DAY + timedelta(days=7)


@pytest.fixture(autouse=True)
def today(monkeypatch: pytest.MonkeyPatch) -> None:
    """The evening before the sessions of these tests."""
    monkeypatch.setenv("KONAK_CLOCK", f"{DAY - timedelta(days=1)}T18:00")


house = made_once(furnish)


@dataclass(frozen=True)
class Hidden:
    house: Chamber
    called: office.Session
    draft: office.Session
    items: tuple[int, ...]


@made_once
def hidden(house: Chamber) -> Hidden:
    """A called session, and beside it one in preparation with a point and an act, every word of it marked."""
    words = {"mk": f"{SECRET} точка", "sq": f"{SECRET} pika"}
    act = proposal(house, title={"mk": f"Одлука за {SECRET}", "sq": f"Vendim për {SECRET}"})
    open_one = called(house, QUESTIONS)
    place = {"mk": f"{SECRET} сала", "sq": f"{SECRET} salla"}
    draft = drafted(house, day=HIDDEN_DAY, hour=time(13, 37), place=place)
    items = [
        office.add_item(house.session_clerk, draft, **given, at=PREPARED)
        for given in ({"title": words}, {"act": act})
    ]
    settle()
    return Hidden(house, open_one, draft, tuple(item.pk for item in items))


def marks(session: office.Session) -> tuple[str, ...]:
    """What would give a session in preparation away."""
    return SECRET, "13:37", session.day.isoformat(), f"/sessions/{session.pk}/"


@pytest.mark.parametrize("address", [*LISTS, "/sq/sessions/", "/mk/search/?q=сала", "/sq/search/?q=pika",
                                     "/mk/sessions/?before=2027-01-01"])  # fmt: skip
def test_no_list_names_a_session_in_preparation(client: Client, hidden: Hidden, address: str) -> None:
    answer = client.get(address)
    assert answer.status_code == 200
    shown = answer.content.decode()
    if "/search/" in address:  # what was asked stands in title, address and field
        shown = shown.partition("<main")[2].replace('value="скриена"', "")
    assert [mark for mark in marks(hidden.draft) if mark.casefold() in shown.casefold()] == []


def test_the_same_lists_name_the_called_one(client: Client, hidden: Hidden) -> None:
    """The check itself can fail."""
    for address in (
        "/mk/",
        "/mk/sessions/",
        "/sq/sessions/",
        "/sitemap.xml",
        "/mk/search/?q=прашања",
        "/mk/about/",
    ):
        assert f"/sessions/{hidden.called.pk}/" in client.get(address).content.decode(), address
    assert client.get(f"/sq/sessions/{hidden.called.pk}/").status_code == 200


def test_a_session_in_preparation_has_no_page(client: Client, hidden: Hidden) -> None:
    for lang in ("mk", "sq"):
        assert client.get(f"/{lang}/sessions/{hidden.draft.pk}/").status_code == 404
    for address in ("sessions.json", f"sessions/{hidden.draft.pk}.json"):
        assert client.get(f"/api/{address}").status_code == 404


def test_no_page_or_paper_of_the_office_shows_it_to_a_stranger(client: Client, hidden: Hidden) -> None:
    said = {}
    for pattern in room("sessions"):
        pk = hidden.items[0] if "items/" in str(pattern.pattern) else hidden.draft.pk
        address = f"/office/sessions/{pattern.pattern}".replace("<int:pk>", str(pk))
        answer = client.get(address.replace("<slug:lang>", "mk").replace("<slug:form>", "pdf"))
        said[pattern.name] = (answer.status_code, SECRET in answer.content.decode("utf-8", "replace"))
    assert len(said) > 15
    assert {name: seen for name, seen in said.items() if seen not in ((302, False), (404, False))} == {}


def room(name: str) -> list[URLPattern]:
    """The addresses of a room of the office."""
    _prefix, resolver = get_resolver().namespace_dict[name]
    return list(resolver.url_patterns)


@pytest.mark.parametrize(
    ("lang", "said"),
    [
        (
            "mk",
            (
                "Следна седница:",
                "редовна седница, Совет на Општина Куманово: вторник, 20 октомври 2026, 10:00",
            ),
        ),
        (
            "sq",
            (
                "Mbledhja e ardhshme:",
                "e rregullt, Këshilli i Komunës së Kumanovës: e martë, 20 tetor 2026, 10:00",
            ),
        ),
    ],
)
def test_every_page_says_when_the_next_session_is(
    client: Client, house: Chamber, lang: str, said: tuple[str, str]
) -> None:
    drafted(house, hour=time(8))
    assert "k-now" not in client.get(f"/{lang}/about/").content.decode()
    session = called(house)
    line = now(client, f"/{lang}/about/")
    assert [words for words in said if words not in line] == []
    assert f'href="/{lang}/sessions/{session.pk}/"' in line


@pytest.mark.parametrize(("lang", "said"), [("mk", "Седницата е во тек:"), ("sq", "Mbledhja në zhvillim:")])
def test_a_session_in_progress_stands_before_the_next_one(
    client: Client, house: Chamber, monkeypatch: pytest.MonkeyPatch, lang: str, said: str
) -> None:
    called(house, day=DAY, hour=time(7))
    live = at_work(house, QUESTIONS)
    monkeypatch.setenv("KONAK_CLOCK", f"{DAY}T11:00")
    line = now(client, f"/{lang}/data/")
    assert said in line
    assert f'href="/{lang}/sessions/{live.pk}/"' in line


def now(client: Client, address: str) -> str:
    """The line „what happens now“ of a page."""
    page = client.get(address).content.decode()
    return page.partition('<section class="k-now"')[2].partition("</section>")[0]


def test_older_sessions_of_one_day_are_all_listed(
    client: Client, house: Chamber, monkeypatch: pytest.MonkeyPatch
) -> None:
    held = {called(house, day=DAY + timedelta(days=n // 8)).pk for n in range(24)}
    monkeypatch.setenv("KONAK_CLOCK", f"{DAY + timedelta(days=9)}T11:00")
    first = client.get("/mk/sessions/").content.decode()
    older = first.partition('href="?before=')[2].partition('"')[0]
    second = client.get(f"/mk/sessions/?before={older}").content.decode()
    assert 'rel="next"' not in second
    seen = [{pk for pk in held if f'/mk/sessions/{pk}/"' in page} for page in (first, second)]
    assert [len(pks) for pks in seen] == [20, 4]
    assert set.union(*seen) == held
