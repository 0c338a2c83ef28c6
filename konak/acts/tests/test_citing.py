"""What acts cite stands in the law watch; a change gives one task for each act that rests on it."""

from datetime import date, timedelta
from typing import Any

import pytest

from konak.acts import office, queries
from konak.acts.models import Act
from konak.acts.readiness import readiness
from konak.acts.tests.office_of import AT, DAY, LATER, LOST, MK, VOTED, House, Road
from konak.acts.tests.test_screens import _second_factor_done, at_desk  # noqa: F401
from konak.kernel.journal import Ref, settle
from konak.laws import office as laws
from konak.laws.models import Citation, Regulation
from konak.tasks.models import Task

pytestmark = pytest.mark.usefixtures("_second_factor_done")
LSG = {"mk": "Закон за локалната самоуправа", "sq": "Ligji për vetëqeverisje lokale"}
CITED = "art:36/para:1/point:15"


def followed(house: House) -> Regulation:
    return laws.follow(house.lawyer, kind="law", name=LSG, issues=["5/2002"], at=AT)


def changed(house: House, law: Regulation, articles: list[str], kind: str = "amended") -> None:
    laws.record_change(
        house.lawyer,
        law,
        kind=kind,
        issue="150/2026",
        published_on=DAY - timedelta(days=1),
        from_day=DAY + timedelta(days=1),
        articles=articles,
        at=AT,
    )


def cites(act: Act) -> list[tuple[str, str, list[str]]]:
    settle()
    rows = Citation.objects.filter(about_kind="acts.act", about_id=act.pk).order_by("id")
    return [(one.lang, one.unit, one.targets) for one in rows if "локалн" in one.name or "lokale" in one.name]


def test_both_languages_of_an_act_cite_the_law(house: House) -> None:
    act = Road(house).written().act
    assert cites(act) == [("mk", "preamble", [CITED]), ("sq", "preamble", [CITED])]


def test_a_new_text_takes_the_place_of_the_old(house: House) -> None:
    act = Road(house).written().act
    text = MK.replace("член 36 став 1 точка 15", "член 62")
    office.write_text(house.officer, act, "mk", text=text, version=1, at=LATER)
    assert cites(act) == [("mk", "preamble", ["art:62"]), ("sq", "preamble", [CITED])]


def test_the_draft_names_regulations_nobody_follows_and_leads_to_entering_them(house: House) -> None:
    act = Road(house).written().act
    settle()
    page, lawyer = f"/office/acts/{act.pk}/", at_desk(house.lawyer)
    one = Citation.objects.filter(about_id=act.pk, lang="mk", name__contains="локалн").get()
    link = f'href="/office/laws/new/?cited={one.pk}"'
    assert link in lawyer.get(page).content.decode()
    assert link not in at_desk(house.officer).get(page).content.decode()
    form = lawyer.get(f"/office/laws/new/?cited={one.pk}").content.decode()
    assert 'value="Закон за локалната самоуправа"' in form
    assert "5/2002" in form
    for strange in ("0", "x", "9" * 30, "²"):
        assert lawyer.get("/office/laws/new/", {"cited": strange}).status_code == 200
    followed(house)
    assert link not in lawyer.get(page).content.decode()


def test_a_reference_to_no_provision_is_told_before_proposing(house: House) -> None:
    act = Road(house).written().act
    ready = readiness(house.officer, queries.standing(act, DAY))
    assert not [one for one in ready.warnings if "одредба што ја нема" in str(one.text)]
    text = MK.replace("Член 2\n", "Член 2\nКако во членот 99. ")
    office.write_text(house.officer, act, "mk", text=text, version=1, at=LATER)
    ready = readiness(house.officer, queries.standing(act, DAY))
    said = [one for one in ready.warnings if "членот 99" in str(one.text)]
    assert [one.href for one in said] == [f"/office/acts/{act.pk}/provisions/"]


@pytest.mark.parametrize(("articles", "tasks"), [([], 1), (["art:36"], 1), (["art:37"], 0)])
def test_a_change_gives_the_legal_officer_one_task_for_an_act(
    house: House, articles: list[str], tasks: int
) -> None:
    act = Road(house).written().act
    law = followed(house)
    settle()
    before = set(Task.objects.values_list("pk", flat=True))
    changed(house, law, articles)
    given = list(Task.objects.exclude(pk__in=before))
    # ten working days after Tuesday 1 September 2026; the 8th is a holiday
    assert [(task.about, task.role, task.due) for task in given] == [
        (Ref.of(act), "lawyer", date(2026, 9, 16))
    ] * tasks


@pytest.mark.parametrize(
    ("articles", "kind", "doubts"),
    [
        (["art:36/para:1"], "amended", {"changed", "newer_issues"}),
        (["art:40"], "amended", {"newer_issues"}),
        ([], "repealed", {"repealed"}),
    ],
)
def test_who_drafts_sees_which_citations_are_outdated(
    house: House, articles: list[str], kind: str, doubts: set[str]
) -> None:
    act = Road(house).written().act
    law = followed(house)
    settle()
    assert laws.looked_over(Ref.of(act), DAY + timedelta(days=2)).doubts == []
    changed(house, law, articles, kind)
    found = laws.looked_over(Ref.of(act), DAY + timedelta(days=2)).doubts
    assert {one.doubt for one in found} == doubts
    assert {one.cited.lang for one in found} == {"mk", "sq"}


def test_an_issue_that_is_not_the_regulations_is_told(house: House) -> None:
    act = Road(house).written().act
    laws.follow(house.lawyer, kind="law", name=LSG, issues=["6/2002"], at=AT)
    settle()
    found = laws.looked_over(Ref.of(act), DAY + timedelta(days=2)).doubts
    assert {(one.doubt, one.issues) for one in found} == {
        ("not_its_issue", ("5/2002",)),
        ("newer_issues", ("6/2002",)),
    }


def test_a_rejected_act_rests_on_nothing(house: House) -> None:
    act = Road(house).to("proposed")
    said: dict[str, Any] = {"session_title": {"mk": "58-ма седница"}, "verdict": LOST, "at": VOTED}
    office.reject(
        house.session_clerk,
        act,
        session=Ref("sessions.session", 58),
        session_day=VOTED.date(),
        session_number=58,
        **said,
    )
    assert cites(act) == []


def test_a_repeal_that_is_still_to_come_is_a_change(house: House) -> None:
    act = Road(house).written().act
    law = followed(house)
    settle()
    changed(house, law, [], "repealed")
    assert {one.doubt for one in laws.looked_over(Ref.of(act), DAY).doubts} == {"changed"}
    assert {one.doubt for one in laws.looked_over(Ref.of(act), DAY + timedelta(days=1)).doubts} == {
        "repealed"
    }
