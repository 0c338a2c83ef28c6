"""An issue from its number to its seal, and what refuses."""

import threading
from datetime import date, timedelta
from typing import Any

import pytest
from django.db import DatabaseError, connection, transaction

from konak.acts.models import Act
from konak.acts.tests.office_of import ISSUE, House, Road, furnish, stranger
from konak.acts.tests.test_deeds import change
from konak.gazette import actions, public, queries
from konak.gazette.models import Entry, Issue
from konak.gazette.tests.office_of import AT, BEFORE, DAY, draft, published, ready, sealed
from konak.kernel.errors import Refused
from konak.kernel.journal import Ref, history, settle
from konak.kernel.numbering import audit
from konak.kernel.search import search
from konak.registry.models import Scan


def said(refused: Any) -> list[str]:
    return [str(reason.text) for reason in refused.value.reasons]


def test_from_the_number_to_the_seal(house: House) -> None:
    act = ready(house)
    issue = published(house, act)
    assert (issue.short, issue.roman_year, issue.state) == ("1/2026", "XXXI", "published")
    assert issue.document.number == "08-3/1"  # 08-1 is the case of the letter, 08-2 the mayor's act
    assert issue.label["sq"] == "Gazeta zyrtare e Komunës së Kumanovës nr. 1/2026"
    done = Act.objects.get(pk=act.pk)
    assert (done.state, done.published_on, done.in_force_on) == ("published", DAY, date(2026, 10, 8))
    assert (done.issue, done.gazette) == (str(Ref.of(issue)), issue.label)
    publication = Act.objects.get(about=act)
    assert (publication.state, publication.issue) == ("published", str(Ref.of(issue)))
    (entry,) = queries.entries(issue)
    assert (entry.publication_id, entry.in_force_on) == (publication.pk, date(2026, 10, 8))
    assert issue.file is not None
    assert Scan.objects.get(document=issue.document).file.sha256 == issue.file.sha256
    assert [one.fact for one in history(Ref.of(issue))] == [
        "gazette.IssueComposed",
        "gazette.ActAdded",
        "gazette.IssuePublished",
    ]


def test_the_mayors_own_act_stands_without_an_act_of_publication(house: House) -> None:
    act = Road(house, body="mayor", proposer="mayor").to("signed")
    issue = published(house, act)
    (entry,) = queries.entries(issue)
    assert (entry.act_id, entry.publication) == (act.pk, None)
    assert Act.objects.get(pk=act.pk).state == "published"


def test_all_reasons_at_once(house: House) -> None:
    issue = draft(house)
    pdf, _ = sealed(issue)
    with pytest.raises(Refused) as refused:
        actions.publish(house.officer, issue, pdf=pdf, content_hash="other", at=BEFORE)
    assert said(refused) == [
        "Службениот гласник го составува и објавува неговиот уредник.",
        "Бројот не содржи ниту еден акт.",
        "Бројот носи датум 30.09.2026, кој уште не настапил.",
        "Содржината е сменета откако е изготвен документот.",
    ]
    assert Issue.objects.get().state == "draft"


def test_an_issue_is_not_dated_before_an_act_it_holds(house: House) -> None:
    act = ready(house)
    early = draft(house, day=date(2026, 9, 23))
    with pytest.raises(Refused) as refused:
        actions.add(house.gazette_editor, early, act, at=BEFORE)
    assert said(refused) == ["Бројот носи датум 23.09.2026, а актот 08-1/3 е донесен на 24.09.2026."]
    actions.redate(house.gazette_editor, early, day=DAY, at=BEFORE)
    actions.add(house.gazette_editor, early, act, at=BEFORE)
    with pytest.raises(Refused, match="08-1/3"):
        actions.redate(house.gazette_editor, early, day=date(2026, 9, 23), at=BEFORE)


def test_what_changed_after_sealing_is_refused(house: House) -> None:
    first, second = ready(house), ready(house)
    issue = draft(house, first, second)
    pdf, printed = sealed(issue)
    actions.move(house.gazette_editor, issue, second, to=1, at=BEFORE)
    with pytest.raises(Refused) as refused:
        actions.publish(house.gazette_editor, issue, pdf=pdf, content_hash=printed, at=AT)
    assert said(refused) == ["Содржината е сменета откако е изготвен документот."]


def test_order_and_taking_out(house: House) -> None:
    acts = [ready(house) for _ in range(3)]
    issue = draft(house, *acts)
    editor = house.gazette_editor
    actions.move(editor, issue, acts[2], to=1, at=BEFORE)
    assert [one.act_id for one in queries.entries(issue)] == [acts[2].pk, acts[0].pk, acts[1].pk]
    actions.remove(editor, issue, acts[0], at=BEFORE)
    assert [(one.act_id, one.position) for one in queries.entries(issue)] == [
        (acts[2].pk, 1),
        (acts[1].pk, 2),
    ]
    assert [one.act.pk for one in queries.waiting(editor, DAY)] == [acts[0].pk]
    with pytest.raises(Refused, match="место"):
        actions.move(editor, issue, acts[1], to=3, at=BEFORE)
    with pytest.raises(Refused, match="веќе стои"):
        actions.add(editor, issue, acts[1], at=BEFORE)


def test_an_act_not_yet_ordered_is_not_added(house: House) -> None:
    issue = draft(house)
    act = Road(house).to("signed")
    with pytest.raises(Refused) as refused:
        actions.add(house.gazette_editor, issue, act, at=BEFORE)
    assert said(refused) == ["Актот 08-1/3 не чека објавување во Службениот гласник."]


def test_one_draft_at_a_time_and_numbers_without_gaps(house: House) -> None:
    first = published(house, ready(house))
    second = draft(house, at=AT)
    with pytest.raises(Refused, match="2/2026"):
        actions.compose(house.gazette_editor, day=DAY, at=AT)
    numbers = list(Issue.objects.order_by("number").values_list("number", flat=True))
    assert (numbers, audit(numbers).clean) == ([1, 2], True)
    with pytest.raises(Refused) as refused:
        actions.redate(house.gazette_editor, second, day=first.day - timedelta(days=1), at=AT)
    assert [reason.field for reason in refused.value.reasons] == ["day"]


def test_the_number_stays_in_its_row(house: House) -> None:
    issue = draft(house)
    with pytest.raises(Refused, match="почнуваат одново"):
        actions.redate(house.gazette_editor, issue, day=date(2027, 1, 4), at=BEFORE)


def test_the_same_click_gives_the_same_issue(house: House) -> None:
    first, second = (actions.compose(house.gazette_editor, day=DAY, at=AT, key="k") for _ in range(2))
    assert first.pk == second.pk
    with pytest.raises(Refused):
        actions.compose(house.gazette_editor, day=date(2026, 10, 1), at=AT, key="k")


def test_the_row_follows_the_norm(house: House, monkeypatch: pytest.MonkeyPatch) -> None:
    change(monkeypatch, "gazette.numbering", "never")
    issue = draft(house)
    assert (issue.row, issue.number, issue.year) == (0, 1, 2026)
    later = actions.redate(house.gazette_editor, issue, day=date(2027, 1, 4), at=BEFORE)
    assert (later.short, later.roman_year) == ("1/2027", "XXXII")


def test_two_editors_on_one_issue(house: House) -> None:
    act = ready(house)
    issue = draft(house, act)
    actions.redate(house.gazette_editor, issue, day=date(2026, 10, 1), at=BEFORE, version=issue.version)
    with pytest.raises(Refused) as refused:
        actions.remove(house.gazette_editor, issue, act, at=BEFORE, version=issue.version)
    assert "01.10.2026" in str(refused.value)


@pytest.mark.django_db(transaction=True)
def test_two_editors_begin_at_once_and_one_issue_is_begun() -> None:
    house = furnish()
    done: list[str] = []

    def begin() -> None:
        try:
            done.append(actions.compose(house.gazette_editor, day=DAY, at=AT).short)
        except Refused as refused:
            done.append(str(refused))
        connection.close()

    editors = [threading.Thread(target=begin) for _ in range(4)]
    for thread in editors:
        thread.start()
    for thread in editors:
        thread.join()
    assert sorted(done) == ["1/2026", *["Бројот 1/2026 уште не е објавен."] * 3]
    assert Issue.objects.count() == 1


def test_the_database_keeps_what_is_published(house: House) -> None:
    act, other = ready(house), ready(house)
    issue = published(house, act)
    (entry,) = queries.entries(issue)
    broken = [
        lambda: Issue.objects.filter(pk=issue.pk).update(day=date(2026, 1, 1)),
        lambda: Issue.objects.filter(pk=issue.pk).delete(),
        lambda: Entry.objects.filter(pk=entry.pk).update(position=7),
        lambda: Entry.objects.filter(pk=entry.pk).delete(),
        lambda: Entry.objects.create(issue=issue, act=other, position=2),
    ]
    for attempt in broken:
        with pytest.raises(DatabaseError), transaction.atomic():
            attempt()


def test_the_street_sees_published_issues_only(house: House, django_assert_num_queries: Any) -> None:
    issue = published(house, ready(house))
    hidden = draft(house, ready(house), at=AT)
    with django_assert_num_queries(1):
        assert [(one.short, one.held, one.day) for one in public.issues()] == [("1/2026", 1, DAY)]
    assert public.issue(hidden.pk) is None
    assert public.entries(hidden) == []
    assert public.pdf(hidden.pk) is None
    with django_assert_num_queries(1):
        assert [(one.act.number, one.in_force_on) for one in public.entries(issue)] == [
            ("08-1/3", date(2026, 10, 8))
        ]
    with django_assert_num_queries(1):
        found = public.pdf(issue.pk)
    assert found is not None
    assert issue.file is not None
    with found.stream as stream:
        assert len(stream.read()) == found.size
    assert found.sha256 == issue.file.sha256


def test_search_finds_a_published_issue_and_no_draft(house: House) -> None:
    published(house, ready(house))
    draft(house, at=AT)
    settle()
    outside = search("гласник", stranger(house.pr), kinds=["gazette.issue"])
    assert {hit.title for hit in outside.hits} == {"Службен гласник на Општина Куманово бр. 1/2026"}


def test_waiting_acts_bear_the_unmoved_term(house: House) -> None:
    act = ready(house)
    (one,) = queries.waiting(house.gazette_editor, ISSUE)
    assert (one.act.pk, one.due, one.left) == (act.pk, date(2026, 10, 1), 1)
