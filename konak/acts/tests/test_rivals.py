"""Drafts that amend the same act: told of each other by visibility, with the places that both touch; never stopped."""

from typing import Any

import pytest

from konak.acts import office
from konak.acts.models import Act
from konak.acts.rivals import rivals
from konak.acts.tests import amending_of as of
from konak.acts.tests.office_of import AT, House, Road
from konak.acts.tests.test_screens import _second_factor_done, at_desk  # noqa: F401

pytestmark = pytest.mark.usefixtures("_second_factor_done")


def change(**more: str) -> dict[str, dict[str, Any]]:
    item = {"op": "replace_words", "target": "art:2", "old": "500", "new": "450"} | more
    return {lang: dict(item) for lang in ("mk", "sq")}


def gathered(house: House, base: Act, *items: Any) -> Act:
    act = of.drafted(house, base)
    return office.add_changes(house.officer, act, items=items, version=act.version, at=AT)


def test_the_same_words_are_named_in_both_languages_and_nothing_is_stopped(house: House) -> None:
    base = Road(house).to("published")
    one, two = gathered(house, base, change()), of.drafted(house, base)
    assert rivals(house.officer, two)[0].clashes == []
    office.write_texts(house.officer, two, texts=of.texts(), versions={}, at=AT)
    (rival,) = rivals(house.officer, two)
    assert (rival.act.pk, len(rival.clashes)) == (one.pk, 1)
    assert "Двете измени ги менуваат истите зборови „500“" in rival.clashes[0]["mk"]
    assert "Të dy ndryshimet i ndryshojnë fjalët" in rival.clashes[0]["sq"]
    for rest in ("", "changes/", "propose/"):
        page = at_desk(house.officer).get(f"/office/acts/{two.pk}/{rest}").content.decode()
        assert f'href="/office/acts/{one.pk}/"' in page, rest
        assert "истите зборови „500“" in page, rest
    assert office.propose(house.officer, two, at=AT).state == "proposed"


def test_other_words_are_listed_without_a_clash(house: House) -> None:
    base = Road(house).to("published")
    one = gathered(house, base, change())
    two = gathered(house, base, {lang: {"op": "repeal", "target": "art:1"} for lang in ("mk", "sq")})
    assert [(rival.act.pk, rival.clashes) for rival in rivals(house.officer, one)] == [(two.pk, [])]


def test_a_draft_one_may_not_see_is_not_told_of(house: House) -> None:
    base = Road(house).to("published")
    one, two = gathered(house, base, change()), gathered(house, base, change())
    assert rivals(house.lawyer, one) != []
    office.write_texts(house.officer, two, texts=of.texts(), versions={}, at=AT)
    office.propose(house.officer, two, at=AT)
    two.refresh_from_db()
    assert rivals(house.councillor, two) == []
    assert [rival.act.pk for rival in rivals(house.officer, two)] == [one.pk]


def test_what_is_published_or_rejected_rivals_nobody(house: House) -> None:
    base = Road(house).to("published")
    done = of.published(house, of.drafted(house, base), of.texts())
    act = gathered(house, base, change(old="700"))
    assert rivals(house.lawyer, act) == []
    assert rivals(house.lawyer, done) == []
    assert rivals(house.lawyer, base) == []
