"""The editor's day on the screens: begin, add, order, look, publish; and who sees what."""

from typing import Any

import pytest
from django.test import Client
from django.urls import reverse

from konak.acts.tests.office_of import House
from konak.gazette.models import Entry, Issue
from konak.gazette.tests.office_of import draft, published, ready
from konak.kernel.clock import today
from konak.kernel.i18n import day_digits
from konak.kernel.people import Account


def at_desk(actor: Any) -> Client:
    client = Client()
    client.force_login(Account.objects.get(pk=actor.account))
    return client


def test_the_editors_day(house: House) -> None:
    first, second = ready(house), ready(house)
    editor = at_desk(house.gazette_editor)
    assert "Отвори број на Службен гласник" in editor.get(reverse("gazette:list")).content.decode()
    begun = editor.post(reverse("gazette:compose"), {"day": day_digits(today()), "key": "k"})
    issue = Issue.objects.get()
    page = reverse("gazette:issue", args=[issue.pk])
    assert (begun.status_code, begun["Location"]) == (302, page)
    shown = editor.get(page).content.decode()
    assert "да се објави до" in shown
    assert "рокот помина" in shown
    assert "{&#x27;" not in shown
    assert "Одлука за надоместок за користење на салите" in shown
    for act in (first, second):
        version = Issue.objects.get().version
        editor.post(reverse("gazette:add", args=[issue.pk, act.pk]), {"version": version})
    editor.post(
        reverse("gazette:move", args=[issue.pk, second.pk]), {"to": 1, "version": Issue.objects.get().version}
    )
    assert list(Entry.objects.values_list("act_id", flat=True)) == [second.pk, first.pk]
    paper = editor.get(reverse("gazette:paper", args=[issue.pk]))
    assert paper.content[:5] == b"%PDF-"
    publish = reverse("gazette:publish", args=[issue.pk])
    assert "Печатирај и објави" in editor.get(publish).content.decode()
    done = editor.post(publish, {"version": Issue.objects.get().version, "key": "p"})
    assert done.status_code == 302
    shown = editor.get(page).content.decode()
    assert "во сила од" in shown
    assert "Печатот важи" in editor.get(reverse("gazette:seal", args=[issue.pk])).content.decode()


def test_a_refusal_says_all_and_seals_nothing(house: House) -> None:
    issue = draft(house)
    answer = at_desk(house.gazette_editor).post(
        reverse("gazette:publish", args=[issue.pk]), {"version": issue.version}
    )
    assert answer.status_code == 422
    assert "Бројот не содржи ниту еден акт." in answer.content.decode()


def test_albanian(house: House) -> None:
    issue = published(house, ready(house))
    Account.objects.filter(pk=house.gazette_editor.account).update(language="sq")
    page = at_desk(house.gazette_editor).get(reverse("gazette:issue", args=[issue.pk])).content.decode()
    assert "Gazeta zyrtare e Komunës së Kumanovës nr. 1/2026" in page
    assert "në fuqi nga" in page


# who, the list, a draft, a published issue, the screen of publishing
GRID = (
    ("gazette_editor", 200, 200, 200, 200),
    ("lawyer", 200, 200, 200, 404),
    ("mayor", 200, 200, 200, 404),
    ("officer", 200, 404, 200, 404),
    ("councillor", 200, 404, 200, 404),
)


@pytest.mark.parametrize(("who", "many", "begun", "one", "publish"), GRID)
def test_who_sees_what(house: House, who: str, many: int, begun: int, one: int, publish: int) -> None:
    old = published(house, ready(house))
    new = draft(house)
    client = at_desk(house.actors[who])
    pages = (
        reverse("gazette:list"),
        reverse("gazette:issue", args=[new.pk]),
        reverse("gazette:issue", args=[old.pk]),
        reverse("gazette:publish", args=[new.pk]),
    )
    assert [client.get(page).status_code for page in pages] == [many, begun, one, publish]


def test_nobody_is_sent_to_sign_in(house: House) -> None:
    issue = draft(house)
    assert Client().get(reverse("gazette:paper", args=[issue.pk])).status_code == 302


@pytest.mark.parametrize("acts", [1, 3])
def test_queries_of_the_issue(house: House, acts: int, django_assert_num_queries: Any) -> None:
    issue = draft(house, *(ready(house) for _ in range(acts)))
    for _ in range(acts):
        ready(house)
    client = at_desk(house.gazette_editor)
    client.get(reverse("gazette:issue", args=[issue.pk]))
    with django_assert_num_queries(QUERIES):
        client.get(reverse("gazette:issue", args=[issue.pk]))


QUERIES = 17
