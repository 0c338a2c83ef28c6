"""What rests on a regulation is found in the texts; a change gives one task for each act."""

from datetime import date, timedelta

import pytest

from konak.acts.citing import Place, citing
from konak.acts.models import Act
from konak.acts.tests.office_of import AT, DAY, House, Road
from konak.kernel.journal import Ref, settle
from konak.laws import office as laws
from konak.tasks.models import Task

LSG = {"mk": "Закон за локалната самоуправа", "sq": "Ligji për vetëqeverisje lokale"}
CITED = "art:36/para:1/point:15"


def test_both_languages_of_an_act_cite_the_law(house: House) -> None:
    act = Road(house).written().act
    places = [Place("mk", "preamble", (CITED,)), Place("sq", "preamble", (CITED,))]
    assert citing(Act.objects.all(), LSG) == {act: places}
    assert citing(Act.objects.all(), LSG, ["art:36/para:1"]) == {act: places}
    assert citing(Act.objects.all(), LSG, ["art:36/para:2", "art:3"]) == {}
    assert citing(Act.objects.none(), LSG) == {}
    assert citing(Act.objects.all(), {"mk": "Закон за јавната чистота"}) == {}


@pytest.mark.parametrize(("articles", "tasks"), [([], 1), (["art:36"], 1), (["art:37"], 0)])
def test_a_change_gives_the_legal_officer_one_task_for_an_act(
    house: House, articles: list[str], tasks: int
) -> None:
    act = Road(house).written().act
    law = laws.follow(house.lawyer, kind="law", name=LSG, issues=["5/2002"], at=AT)
    settle()
    before = set(Task.objects.values_list("pk", flat=True))
    laws.record_change(
        house.lawyer,
        law,
        kind="amended",
        issue="150/2026",
        published_on=DAY - timedelta(days=1),
        from_day=DAY,
        articles=articles,
        at=AT,
    )
    settle()
    settle()
    given = list(Task.objects.exclude(pk__in=before))
    # ten working days after Tuesday 1 September 2026; the 8th is a holiday
    assert [(task.about, task.role, task.due) for task in given] == [
        (Ref.of(act), "lawyer", date(2026, 9, 16))
    ] * tasks
