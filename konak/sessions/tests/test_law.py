"""Votes and what they give: written by hand, nothing computed from the code under test."""

import pytest

from konak.sessions.law import Communities, Count, impossible, verdict

# rule, seats, present, for, against, abstained, (communities present, for) → quorum, adopted, needed
VOTES = [
    ("simple", 31, 24, 17, 5, 2, None, True, True, [13]),
    ("simple", 31, 24, 12, 12, 0, None, True, False, [13]),
    ("simple", 31, 24, 12, 0, 12, None, True, False, [13]),
    ("simple", 31, 16, 9, 0, 0, None, True, True, [9]),
    ("simple", 31, 15, 15, 0, 0, None, False, False, [8]),
    ("absolute", 31, 20, 15, 5, 0, None, True, False, [16]),
    ("absolute", 31, 16, 16, 0, 0, None, True, True, [16]),
    ("absolute", 33, 33, 17, 16, 0, None, True, True, [17]),
    ("two_thirds", 31, 31, 20, 11, 0, None, True, False, [21]),
    ("two_thirds", 31, 31, 21, 10, 0, None, True, True, [21]),
    ("two_thirds", 33, 30, 22, 0, 0, None, True, True, [22]),
    ("simple", 33, 17, 10, 4, 3, (6, 3), True, False, [9, 4]),
    ("simple", 33, 17, 10, 4, 3, (6, 4), True, True, [9, 4]),
    ("simple", 33, 17, 17, 0, 0, (0, 0), True, False, [9, 1]),
    ("absolute", 33, 20, 16, 2, 2, (6, 6), True, False, [17, 4]),
]


def counted(row: tuple[object, ...]) -> Count:
    rule, seats, present, votes_for, against, abstained, second = row[:7]
    return Count(
        rule=rule,
        seats=seats,
        present=present,
        votes_for=votes_for,
        against=against,
        abstained=abstained,
        communities=Communities(present=second[0], votes_for=second[1]) if second else None,
    )


@pytest.mark.parametrize("row", VOTES, ids=str)
def test_a_vote_is_decided_by_the_table(row: tuple[object, ...]) -> None:
    found = verdict(counted(row))
    assert (found.quorum, found.adopted, [t.needed for t in found.tallies]) == row[7:]
    assert set(found.reasons) == {"mk", "sq", "en"}


def test_the_arithmetic_and_the_article_are_said() -> None:
    said = verdict(counted(VOTES[0])).reasons["mk"]
    assert said == (
        "Присутни се 24 од 31, за кворум се потребни 16 (чл. 41 ст. 1). "
        "За 17, потребни 13 од 24 присутни (чл. 41 ст. 2). Донесено."
    )
    nobody = verdict(counted(VOTES[13])).reasons["sq"]
    assert "asnjë anëtar që u përket bashkësive" in nobody


@pytest.mark.parametrize(
    ("present", "votes", "second", "reasons"),
    [
        (32, (10, 0, 0), None, 1),
        (20, (15, 4, 2), None, 1),
        (20, (10, 0, 0), (21, 3), 2),
        (20, (10, 0, 0), (6, 7), 1),
        (20, (10, 0, 0), (6, 11), 1),
        (20, (18, 0, 0), (6, 3), 1),
        (-1, (0, 0, 0), None, 1),
        (40, (41, 0, 0), None, 2),
    ],
)
def test_impossible_counts_are_refused_with_every_reason(
    present: int, votes: tuple[int, int, int], second: tuple[int, int] | None, reasons: int
) -> None:
    count = counted(("simple", 31, present, *votes, second))
    assert len(impossible(count)) == reasons
    with pytest.raises(ValueError, match=r"\w"):
        verdict(count)
