"""Two drafts on one base text: what clashes is found and described, what does not is left alone."""

import pytest

from konak.lex.amend import Operation
from konak.lex.amend.conflicting import REASONS, conflicts
from konak.lex.tests.amending import base, op

CASES: list[tuple[Operation, Operation, str]] = [
    (
        op("replace_words", "art:3", old="50", new="60"),
        op("replace_words", "art:3/para:2", old="50", new="70"),
        "same_words",
    ),
    (
        op("replace_words", "art:3", old="50 евра", new="60 евра"),
        op("replace_words", "art:3/para:2", old="изнесува 50", new="е 50"),
        "overlapping",
    ),
    (op("replace", "art:1", content="Ново."), op("repeal", "art:1"), "same_unit"),
    (op("repeal", "art:3"), op("replace_words", "art:3/para:2", old="50", new="70"), "repealed"),
    (op("replace_words", "art:3/para:2", old="50", new="70"), op("repeal", "chp:II"), "repealed"),
    (op("repeal", "art:3"), op("insert", "after art:3/para:2", unit="para:3", content="Нов."), "repealed"),
    (op("repeal", "art:3/para:3"), op("replace_end", "art:3/indent:2", old=".", new=";"), "repealed"),
    (
        op("insert", "after art:3", unit="art:3-а", content="А."),
        op("insert", "after art:3", unit="art:3-а", content="Б."),
        "same_number",
    ),
    (
        op("renumber", "art:2/para:1", to="3"),
        op("insert", "end art:2", unit="para:3", content="Б."),
        "same_number",
    ),
    (op("repeal_act"), op("replace_words", "art:3", old="50", new="60"), "repealed"),
    (
        op("replace_heading", "title", new="за ред"),
        op("replace_heading", "title", new="за мир"),
        "same_words",
    ),
    (op("replace_words", old="50", new="60", all=True), op("repeal", "art:3/para:2"), "repealed"),
]


@pytest.mark.parametrize(("one", "two", "reason"), CASES)
def test_clashes_are_found_from_both_sides(one: Operation, two: Operation, reason: str) -> None:
    (found,) = conflicts(base(), [one], [two])
    assert (found.first, found.second, found.reason) == (0, 0, reason)
    assert set(found.words) == {"mk", "sq", "en"}
    assert all("{" not in words for words in found.words.values())
    (back,) = conflicts(base(), [two], [one])
    assert back.reason == reason


def test_the_list_of_reasons_is_closed() -> None:
    assert {reason for _, _, reason in CASES} == set(REASONS)


@pytest.mark.parametrize(
    ("one", "two"),
    [
        (op("replace_words", "art:3", old="50", new="60"), op("repeal", "art:2")),
        (
            op("replace_words", "art:3", old="50", new="60"),
            op("replace_words", "art:3", old="закон", new="одлука"),
        ),
        (op("repeal", "art:3/para:1"), op("replace_words", "art:3/para:2", old="50", new="70")),
        (
            op("insert", "after art:3", unit="art:3-а", content="А."),
            op("insert", "after art:4", unit="art:4-а", content="Б."),
        ),
        (op("repeal", "art:99"), op("repeal", "art:99")),
        (op("in_force", days_after_publication=8), op("in_force", days_after_publication=1)),
        (op("repeal_act", act="Одлуката за друго"), op("repeal", "art:1")),
    ],
)
def test_what_can_both_be_done_is_no_conflict(one: Operation, two: Operation) -> None:
    assert conflicts(base(), [one], [two]) == ()


def test_each_pair_is_told_once_in_order() -> None:
    first = [op("repeal", "art:1"), op("repeal", "art:3")]
    second = [op("replace_words", "art:3", old="50", new="60"), op("replace_words", "art:1", old="ред", new="мир"),
              op("repeal", "art:1")]  # fmt: skip
    found = [(one.first, one.second, one.reason) for one in conflicts(base(), first, second)]
    assert found == [(0, 1, "repealed"), (0, 2, "same_unit"), (1, 0, "repealed")]
    assert conflicts(base(), first, second)[2].words["mk"] == (
        "Едната измена го брише или целосно го менува местото член 3, а другата менува нешто во него: член 3."
    )
