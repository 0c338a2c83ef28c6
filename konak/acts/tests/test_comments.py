"""Comments on provisions of a draft, and two people at one draft."""

from datetime import timedelta
from typing import Any

import pytest

from konak.acts import office, queries
from konak.acts.actions import at_work
from konak.acts.law import provisions as law
from konak.acts.models import Act, AtWork, Comment
from konak.acts.tests.office_of import AT, LATER, MK, SQ, House, Road, stranger
from konak.acts.tests.test_provisions import TREE
from konak.acts.tests.test_screens import _second_factor_done, at_desk, send  # noqa: F401
from konak.kernel.errors import Refused
from konak.kernel.journal import Ref, history
from konak.kernel.people import Account
from tests.lodging import made_once

pytestmark = pytest.mark.usefixtures("_second_factor_done")


@made_once
def draft(house: House) -> Act:
    return Road(house).written().act


def numbers(act: Act) -> dict[str, int]:
    return {lang: text.number for lang, text in office.texts(act).items()}


def test_asked_answered_settled_and_told(house: House, draft: Act) -> None:
    asked = office.comment(house.lawyer, draft, "art:2", text=" Зошто 500? ", at=AT, key="once")
    assert office.comment(house.lawyer, draft, "art:2", text=" Зошто 500? ", at=AT, key="once") == asked
    office.answer(house.translator, asked, text="Така е во програмата.", at=LATER)
    office.settle_comment(house.lawyer, asked, at=LATER)
    row = queries.comments(house.officer, draft).get()
    assert (row.text, row.place, [one.text for one in row.answers.all()]) == (
        "Зошто 500?",
        "art:2",
        ["Така е во програмата."],
    )
    assert (row.by_id, row.settled_by_id, row.settled_at) == (house.lawyer.person, house.lawyer.person, LATER)
    told = [entry.sentence("mk") for entry in history(Ref.of(draft))][-3:]
    assert told == [
        "Име Lawyer остави коментар на член 2.",
        "Име Translator одговори на коментарот на член 2.",
        "Име Lawyer го означи како решен коментарот на член 2.",
    ]
    assert "neni" in [entry.sentence("sq") for entry in history(Ref.of(draft))][-1]


def test_a_comment_holds_up_nobody_who_writes(house: House, draft: Act) -> None:
    before = Act.objects.get(pk=draft.pk).version
    office.comment(house.lawyer, draft, "art:2", text="Зошто?", at=AT)
    assert Act.objects.get(pk=draft.pk).version == before


@pytest.mark.parametrize(
    ("who", "place", "text", "why"),
    [
        ("lawyer", "art:2", "  ", "Напишете што прашувате или забележувате."),
        ("lawyer", "art:9", "Зошто?", "Оваа одредба повеќе ја нема во нацртот."),
        ("lawyer", "art:2", "а" * 10_001, "Ова е предолго за коментар."),
        ("councillor", "art:2", "Зошто?", "Коментари на нацртот оставаат и читаат оние што работат на него."),
    ],
)
def test_what_is_no_comment(house: House, draft: Act, who: str, place: str, text: str, why: str) -> None:
    with pytest.raises(Refused) as refused:
        office.comment(getattr(house, who), draft, place, text=text, at=AT)
    assert [str(reason.text) for reason in refused.value.reasons] == [why]
    assert Comment.objects.count() == 0


def test_a_settled_comment_and_an_answer_take_no_answer(house: House, draft: Act) -> None:
    asked = office.comment(house.lawyer, draft, "art:2", text="Зошто?", at=AT)
    reply = office.answer(house.officer, asked, text="Затоа.", at=AT)
    with pytest.raises(Refused):
        office.answer(house.officer, reply, text="И?", at=AT)
    office.settle_comment(house.lawyer, asked, at=AT)
    with pytest.raises(Refused):
        office.settle_comment(house.lawyer, asked, at=AT)
    with pytest.raises(Refused):
        office.answer(house.officer, asked, text="И?", at=AT)


def test_who_does_not_work_on_drafts_reads_none(house: House, draft: Act) -> None:
    office.comment(house.lawyer, draft, "art:2", text="Само за нас.", at=AT)
    assert [queries.comments(actor, draft).count() for actor in (house.mayor, house.officer)] == [1, 1]
    hidden = (house.councillor, house.president, house.registrar, house.pr, stranger(house.registrar))
    assert [queries.comments(actor, draft).count() for actor in hidden] == [0, 0, 0, 0, 0]
    office.propose(house.officer, draft, at=AT)
    president = at_desk(house.president)
    assert "Само за нас." not in president.get(f"/office/acts/{draft.pk}/provisions/").content.decode()
    assert president.get(f"/office/acts/{draft.pk}/provisions/art:2/comment/").status_code == 404
    assert "Само за нас." in at_desk(house.mayor).get(f"/office/acts/{draft.pk}/provisions/").content.decode()


@pytest.mark.parametrize(
    ("how", "place", "now"),
    [
        ("after", "art:1", ["chp:I", "art:1", "art:2", "chp:II", "art:3", "art:4"]),
        ("remove", "art:2", ["chp:I", "art:1", None, "chp:II", "art:3", "art:4"]),
        ("merge", "art:3", ["chp:I", "art:1", "art:2", "chp:II", "art:3", "art:3"]),
        ("down", "art:3", ["chp:I", "art:1", "art:2", "chp:II", "art:3", "art:4"]),
    ],
)
def test_where_boxes_stand_afterwards(how: str, place: str, now: list[str | None]) -> None:
    done = {
        "after": lambda: law.added(TREE, place, after=True)[0],
        "remove": lambda: law.removed(TREE, place),
        "merge": lambda: law.merged(TREE, place),
        "down": lambda: law.moved(TREE, place, 1),
    }[how]()
    moved = law.carried(TREE, done, how, place)
    assert [moved.get(box.place) for box in law.boxes(TREE)] == now


def test_a_comment_goes_with_its_provision(house: House, draft: Act) -> None:
    office.comment(house.lawyer, draft, "art:2", text="Зошто?", at=AT)

    def place() -> str:
        return Comment.objects.get().place

    for how, at, now in (
        ("before", "art:2", "art:2"),
        ("renumber", "art:1", "art:3"),
        ("merge", "art:2", "art:2"),
        ("remove", "art:2", "art:2"),
    ):
        office.shape(house.officer, draft, at, how=how, versions=numbers(draft), at=LATER)
        assert place() == now, how
    page = at_desk(house.officer).get(f"/office/acts/{draft.pk}/provisions/").content.decode()
    assert "Коментари на одредби што веќе ги нема" in page
    assert "Зошто?" in page


@pytest.mark.parametrize("lang", ["mk", "sq"])
def test_the_screens_of_comments(house: House, draft: Act, lang: str) -> None:
    Account.objects.update(language=lang)
    lawyer, officer = at_desk(house.lawyer), at_desk(house.officer)
    at = f"/office/acts/{draft.pk}/"
    send(lawyer, f"{at}provisions/art:2/comment/", text="Зошто 500?")
    asked = Comment.objects.get()
    assert "Зошто 500?" in officer.get(f"{at}provisions/art:2/write/").content.decode()
    send(officer, f"{at}comments/{asked.pk}/answer/", text="Така е.")
    page = send(lawyer, f"{at}comments/{asked.pk}/settle/")
    assert ("Зошто 500?" in page, "Така е." in page, "k-status" in page) == (True, True, True)
    assert officer.get(f"{at}comments/99/answer/").status_code == 404
    empty = officer.post(f"{at}provisions/art:1/comment/", {"text": " "})
    assert (empty.status_code, Comment.objects.count()) == (422, 2)


@pytest.mark.parametrize("count", [1, 3])
def test_comments_are_read_at_once(
    house: House, draft: Act, count: int, django_assert_num_queries: Any
) -> None:
    for _ in range(count):
        asked = office.comment(house.lawyer, draft, "art:2", text="Зошто?", at=AT)
        office.answer(house.officer, asked, text="Затоа.", at=AT)
    client = at_desk(house.lawyer)
    client.get(f"/office/acts/{draft.pk}/provisions/")
    with django_assert_num_queries(14):
        client.get(f"/office/acts/{draft.pk}/provisions/")


def test_who_else_has_the_draft_open_is_told(house: House, draft: Act) -> None:
    at_work.come(house.officer, draft, "art:1", AT)
    at_work.come(house.officer, draft, "art:2", AT)
    at_work.come(house.officer, draft, "art:2", AT + timedelta(minutes=20))
    [one] = at_work.others(house.lawyer, draft, AT + timedelta(minutes=49))
    assert (one.person_id, one.place, one.since) == (house.officer.person, "art:2", AT)
    assert at_work.others(house.officer, draft, AT) == []
    assert at_work.others(house.lawyer, draft, AT + timedelta(minutes=50)) == []
    at_work.come(house.officer, draft, "art:2", AT + timedelta(minutes=60))
    assert AtWork.objects.get().since == AT + timedelta(minutes=60)
    at_work.leave(house.officer, draft)
    assert AtWork.objects.count() == 0


def test_two_at_one_provision(house: House, draft: Act) -> None:
    """Both are told of each other; who keeps second sees both texts and goes on from the newer one."""
    officer, lawyer = at_desk(house.officer), at_desk(house.lawyer)
    at = f"/office/acts/{draft.pk}/provisions/art:2/write/"
    officer.get(at)
    assert "Име Officer, член 2" in lawyer.get(at).content.decode()
    opened = {"seen_mk": "1", "seen_sq": "1", "text_sq": "Kompensimi është 500 denarë për një orë."}
    assert officer.post(at, opened | {"text_mk": "Надоместокот е 700 денари."}).status_code == 302
    mine = opened | {"text_mk": "Надоместокот е 900 денари."}
    answer = lawyer.post(at, mine)
    page = answer.content.decode()
    assert answer.status_code == 409
    assert ("700 денари" in page, "900 денари" in page) == (True, True)
    assert "<del>700</del><ins>900</ins>" in page
    box = law.box_at(queries.tree(office.texts(draft)["mk"]), "art:2")
    assert box is not None
    assert box.lines == "Надоместокот е 700 денари."
    assert lawyer.post(at, mine | {"seen_mk": "2"}).status_code == 302
    assert [text.number for text in queries.versions(draft) if text.lang == "mk"] == [3, 2, 1]


def test_what_is_typed_is_kept_by_the_same_deed(house: House, draft: Act) -> None:
    officer, lawyer = at_desk(house.officer), at_desk(house.lawyer)
    at = f"/office/acts/{draft.pk}/provisions/art:2/write/"
    typed = {
        "autosave": "1",
        "seen_mk": "1",
        "seen_sq": "1",
        "text_mk": "Надоместокот е 700 денари.",
        "text_sq": "Kompensimi është 700 denarë.",
    }
    answer = officer.post(at, typed)
    assert (answer.status_code, answer.json()["fields"]) == (200, {"seen_mk": "2", "seen_sq": "2"})
    assert answer.json()["said"].startswith("Зачувано во ")
    again = officer.post(at, typed | answer.json()["fields"])
    assert (again.status_code, again.json()["fields"]) == (200, {"seen_mk": "2", "seen_sq": "2"})
    late = lawyer.post(at, typed | {"text_mk": "Поинаку."})
    assert (late.status_code, "Име Officer" in late.json()["said"]) == (409, True)
    half = officer.post(at, typed | answer.json()["fields"] | {"text_mk": "Нешто\nЧлен 9\nДруго"})
    assert (half.status_code, half.json()["said"].startswith("Не е зачувано: ")) == (422, True)
    assert office.texts(draft)["mk"].number == 2


def test_the_whole_text_is_kept_while_it_is_typed_and_never_over_another(house: House, draft: Act) -> None:
    officer, lawyer = at_desk(house.officer), at_desk(house.lawyer)
    at = f"/office/acts/{draft.pk}/write/"
    assert 'data-autosave="4000"' in officer.get(at).content.decode()
    cheaper = {"text_mk": MK.replace("500", "700"), "text_sq": SQ.replace("500", "700")}
    opened = {"autosave": "1", "seen_mk": "1", "seen_sq": "1"}
    answer = officer.post(at, opened | cheaper)
    assert (answer.status_code, answer.json()["fields"]) == (200, {"seen_mk": "2", "seen_sq": "2"})
    again = officer.post(at, opened | cheaper | answer.json()["fields"])
    assert (again.status_code, again.json()["fields"]) == (200, {"seen_mk": "2", "seen_sq": "2"})
    late = lawyer.post(at, opened | {"text_mk": MK.replace("500", "800"), "text_sq": SQ})
    assert (late.status_code, "Име Officer" in late.json()["said"]) == (409, True)
    empty = officer.post(at, opened | answer.json()["fields"] | {"text_mk": "", "text_sq": ""})
    assert (empty.status_code, empty.json()["said"].startswith("Не е зачувано: ")) == (422, True)
    assert "700" in office.texts(draft)["mk"].xml
    assert office.texts(draft)["mk"].number == 2
