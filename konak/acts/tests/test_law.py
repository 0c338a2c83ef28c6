"""The arithmetic of acts, in plain numbers."""

from datetime import date
from typing import Any

import pytest

from konak.acts import law
from konak.acts.law import amending, wording


@pytest.mark.parametrize(
    ("published", "days", "expected"),
    [
        (date(2025, 3, 26), 8, date(2025, 4, 3)),  # the case of practice 1.6
        (date(2026, 9, 26), 8, date(2026, 10, 4)),  # a Sunday: it does not move
        (date(2026, 10, 3), 8, date(2026, 10, 11)),  # a holiday for all
        (date(2026, 9, 30), 0, date(2026, 9, 30)),
        (date(2026, 9, 30), 1, date(2026, 10, 1)),
    ],
)
def test_entry_into_force_counts_from_publication_and_never_moves(
    published: date, days: int, expected: date
) -> None:
    counted = law.in_force(
        published=published, adopted=published, days=days, from_adoption=False, default_days=8
    )
    assert counted.day == expected
    assert len(counted.steps) == 2


def test_without_a_clause_the_rule_holds_and_says_so() -> None:
    counted = law.in_force(
        published=date(2026, 9, 30), adopted=date(2026, 9, 24), days=None, from_adoption=False, default_days=8
    )
    assert counted.day == date(2026, 10, 8)
    assert "нема одредба" in counted.steps[0]["mk"]


KIND = {
    "name": {"mk": "Одлука", "sq": "Vendim", "en": "Decision"},
    "it": {"mk": "Одлуката", "sq": "Vendimi"},
    "of": {"mk": "Одлуката", "sq": "Vendimit"},
}


@pytest.mark.parametrize(
    ("lang", "typed", "borne"),
    [
        ("mk", "за салите", "Одлука за салите"),
        ("mk", "Одлука за салите", "Одлука за салите"),
        ("mk", "ОДЛУКАТА за салите", "Одлука за салите"),
        ("mk", "Предлог-одлука за салите", "Одлука за салите"),
        ("mk", "Нацрт – Одлука за салите", "Одлука за салите"),
        ("mk", "за измени на Одлуката за салите", "Одлука за измени на Одлуката за салите"),
        ("mk", "Одлуки од 2025 година", "Одлука Одлуки од 2025 година"),
        ("sq", "për sallat", "Vendim për sallat"),
        ("sq", "Vendimi për sallat", "Vendim për sallat"),
        ("sq", "Propozim-vendim për sallat", "Vendim për sallat"),
        ("sq", "Vendim", "Vendim"),
        ("fr", "sur les salles", "sur les salles"),
    ],
)
def test_a_title_bears_its_kind_once(lang: str, typed: str, borne: str) -> None:
    assert wording.full_title({lang: typed}, KIND) == {lang: borne}


def test_an_individual_act_is_in_force_on_adoption() -> None:
    counted = law.in_force(
        published=date(2026, 9, 30), adopted=date(2026, 9, 24), days=None, from_adoption=True, default_days=8
    )
    assert counted.day == date(2026, 9, 24)


def test_alarms_stand_on_the_unmoved_day() -> None:
    sign, publish = law.alarms(
        sign_by=date(2026, 9, 27),  # a Sunday
        publish_by=date(2026, 10, 1),
        signed=date(2026, 9, 29),
        published=None,
        today=date(2026, 9, 30),
    )
    assert (sign.late, sign.left) == (2, 0)
    assert (publish.late, publish.left) == (0, 1)


def test_one_hash_whatever_the_order() -> None:
    assert law.digest({"mk": "a", "sq": "b"}) == law.digest({"sq": "b", "mk": "a"})
    assert law.digest({"mk": "a", "sq": "b"}) != law.digest({"mk": "b", "sq": "a"})


CHANGES, ADDS = {"op": "repeal", "target": "art:2"}, {"op": "insert", "target": "after art:2"}


@pytest.mark.parametrize(
    ("typed", "lang", "does", "named"),
    [
        ("Одлука за изменување на Одлуката за такси", "mk", [CHANGES], None),
        (
            "Одлука за изменување на Одлуката за такси",
            "mk",
            [ADDS],
            "Одлука за дополнување на Одлуката за такси",
        ),
        ("Одлука за измена на Одлуката за дополнување", "mk", [CHANGES], None),
        (
            "Одлука за измени и дополнувања на Одлуката",
            "mk",
            [ADDS, {"op": "renumber"}],
            "Одлука за дополнување на Одлуката",
        ),
        (
            "Vendim për ndryshimin e Vendimit",
            "sq",
            [CHANGES, ADDS],
            "Vendim për ndryshimin dhe plotësimin e Vendimit",
        ),
        ("Vendim për taksat", "sq", [CHANGES], None),
        ("Odluka za izmenu", "sr", [ADDS], None),
    ],
)
def test_a_title_says_what_the_act_does(typed: str, lang: str, does: list[Any], named: str | None) -> None:
    assert amending.renamed(typed, lang, does) == (named or typed)
