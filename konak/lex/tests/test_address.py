"""Addresses: spelled one way, wrong ones refused, numbers in their order."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from konak.lex.amend.address import BadAddress, Step, key, order, parse, place, written


@pytest.mark.parametrize(
    ("typed", "lang", "spelled"),
    [
        ("art:3/para:2/point:1/indent:2", "mk", "art:3/para:2/point:1/indent:2"),
        ("art:5-a", "mk", "art:5-а"),
        ("art:5-a", "sq", "art:5-а"),
        ("art:5-c", "sq", "art:5-в"),
        ("art:5а", "mk", "art:5-а"),
        ("art:5 – b", "mk", "art:5-б"),
        ("chp:ІІ", "mk", "chp:II"),
        ("chp:II-a", "mk", "chp:II-а"),
        ("art:3/point:1)/sub:b", "mk", "art:3/point:1/sub:б"),
        ("item:II", "mk", "item:II"),
        ("tariff:3/point:1", "mk", "tariff:3/point:1"),
        ("annex:1/table:1/row:5", "mk", "annex:1/table:1/row:5"),
        ("art:9/para:1/sent:2", "mk", "art:9/para:1/sent:2"),
        ("art:6/intro", "mk", "art:6/intro"),
        ("chp:III/heading", "mk", "chp:III/heading"),
        ("art:5x2", "mk", "art:5x2"),
        ("art:*", "mk", "art:*"),
        ("title", "mk", "title"),
    ],
)
def test_one_spelling(typed: str, lang: str, spelled: str) -> None:
    assert written(parse(typed, lang)) == spelled
    assert written(parse(spelled, lang)) == spelled


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "art",
        "art:",
        "art:x7y",
        "član:3",
        "art:3/title",
        "title/art:3",
        "heading",
        "intro",
        "sent:2",
        "row:5",
        "art:3/heading/para:1",
        "art:3/sent:б",
        "para:*",
        "art:*/para:1",
        "act:1",
        "art:3//para:1",
        "art:" + "1" * 500,
    ],
)
def test_what_is_no_address(typed: str) -> None:
    with pytest.raises(BadAddress):
        parse(typed)


def test_places_of_new_units() -> None:
    assert place("after art:5-a") == ("after", (Step("art", "5-а"),))
    assert place("end chp:III-а").where == "end"
    assert str(place("before art:1/para:2")) == "before art:1/para:2"
    assert place("art:5").where == ""
    with pytest.raises(BadAddress):
        place("beside art:5")


def test_numbers_have_an_order() -> None:
    for told in (
        ["5", "5-а", "5-б", "6", "10"],
        ["I", "II", "II-а", "III", "IX", "X", "XL"],
        ["а", "б", "ѓ", "е"],
    ):
        assert [key for _, key in sorted((order(key), key) for key in {*told})] == told


@settings(max_examples=300, deadline=None, derandomize=True)
@given(st.text(max_size=60), st.sampled_from(["mk", "sq"]))
def test_any_text_is_an_address_spelled_once_or_none(typed: str, lang: str) -> None:
    try:
        steps = parse(typed, lang)
    except BadAddress:
        return
    assert parse(written(steps), "mk") == steps


def test_keys() -> None:
    assert key("point", "b", "sq") == "б"
    assert key("row", " 5 ") == "5"
