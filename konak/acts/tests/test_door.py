"""The street door: what is published and nothing else; what search finds, and for whom."""

from datetime import date
from typing import Any

import pytest

from konak.acts import office, public
from konak.acts.models import Act
from konak.acts.tests.office_of import ISSUE, LATER, MK, House, Road
from konak.kernel.journal import NOBODY, SYSTEM, settle
from konak.kernel.search import search


@pytest.mark.parametrize("state", Road.STATES[:-1])
def test_nothing_leaves_before_it_is_published(house: House, state: str) -> None:
    act = Road(house).to(state)
    assert list(public.published()) == []
    assert public.act(act.pk) is None
    assert public.texts(act) == {}
    assert public.publication_act(act) is None
    assert public.history(act) == []
    with pytest.raises(LookupError):
        public.paper(act, "mk")
    assert list(office.visible(NOBODY)) == []


def test_a_withheld_or_rejected_act_and_the_ruling_stay_inside(house: House) -> None:
    act = Road(house).to("signed")
    ruling = office.withhold(
        house.mayor, act, reason={"mk": "Незаконита.", "sq": "E kundërligjshme."}, at=LATER
    )
    assert (public.act(act.pk), public.act(ruling.pk)) == (None, None)


def test_the_history_from_letter_to_gazette(house: House, django_assert_num_queries: Any) -> None:
    road = Road(house).written().opined()
    act = road.to("published")
    with django_assert_num_queries(4):
        found = public.act(act.pk)
        assert found is not None
        steps = public.history(found)
    assert [(day.isoformat()[5:], words["mk"]) for day, words in steps] == [
        ("09-01", "Примено барање, заведено под број 08-1/1."),
        ("09-01", "Започната изработка на нацртот."),
        ("09-01", "Дадено правно мислење: во согласност."),
        ("09-01", "Предложен под број 08-1/3."),
        ("09-24", "Донесен на 57-ма седница на Советот, под број 08-1/4. За: 17 од 24 присутни."),
        ("09-24", "Утврден текстот по гласањето."),
        ("09-25", "Потпишан."),
        ("09-29", "Градоначалникот го нареди објавувањето, акт бр. 08-2/1."),
        ("09-30", "Објавен: Службен гласник бр. 7/2026."),
        ("10-08", "Влегува во сила."),
    ]
    assert [words["sq"] for _, words in steps][4] == (
        "U miratua në mbledhjen e 57-të të Këshillit, me numër 08-1/4. Pro: 17 nga 24 të pranishëm."
    )
    told = " ".join(text for _, words in steps for text in words.values())
    assert "Име" not in told, "no person is named"
    assert "Сала" not in told, "nor the party"


def test_three_acts_ask_as_often_as_one(house: House, django_assert_num_queries: Any) -> None:
    for count in (1, 3):
        while public.published().count() < count:
            Road(house).to("published")
        with django_assert_num_queries(1):
            assert [act.title["mk"][:6] for act in public.published()] == ["Одлука"] * count


def test_the_public_page_of_one_act(house: House, django_assert_num_queries: Any) -> None:
    pk = Road(house).to("published").pk
    with django_assert_num_queries(3):
        act = public.act(pk)
        assert act is not None
        texts, own = public.texts(act), public.publication_act(act)
    assert list(texts) == ["mk", "sq"]
    assert own is not None
    assert (own.number, own.state) == ("08-2/1", "published")
    assert (act.published_on, act.in_force_on) == (ISSUE, date(2026, 10, 8))
    assert public.kind_name(act)["sq"] == "Vendim"
    assert public.paper(act, "sq")[:5] == b"%PDF-"


@pytest.mark.parametrize(
    ("state", "finders"),
    [
        ("draft", {"officer", "lawyer", "session_clerk", "secretary", "gazette_editor", "mayor", "translator"}),
        (
            "proposed",
            {
                "officer", "lawyer", "session_clerk", "secretary", "gazette_editor", "mayor", "translator",
                "president", "councillor",
            },
        ),
        ("published", {"everybody"}),
    ],
)  # fmt: skip
def test_search_finds_what_the_actor_sees(house: House, state: str, finders: set[str]) -> None:
    act = Road(house).written().to(state) if state != "draft" else Road(house).written().act
    settle()
    for name, actor in {**house.actors, "nobody": NOBODY}.items():
        hits = {hit.ref.id for hit in search("надоместок салите", actor, kinds=["acts.act"]).hits}
        # the registrar belongs to the unit of the case
        expected = name in finders | {"registrar"} or finders == {"everybody"}
        assert (name, act.pk in hits) == (name, expected)
        if actor is not NOBODY:
            assert (name, office.visible(actor).filter(pk=act.pk).exists()) == (name, expected)


def test_visible_to_the_house_itself(house: House) -> None:
    Road(house)
    assert office.visible(SYSTEM).count() == 1


def test_a_draft_of_another_is_never_found_by_its_words(house: House) -> None:
    road = Road(house).written()
    text = MK.replace("500 денари", "500 денари тајназборка")
    office.write_text(house.officer, road.act, "mk", text=text, version=1, at=LATER)
    settle()
    assert [len(search("тајназборка", actor).hits) for actor in (NOBODY, house.pr, house.officer)] == [
        0,
        0,
        1,
    ]
    assert Act.objects.count() == 1
