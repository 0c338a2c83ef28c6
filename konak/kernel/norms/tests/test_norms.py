"""The table of the law: shipped values, a town's deviations, and loud errors."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from konak.kernel import norms
from konak.kernel.clock import due
from konak.kernel.norms.models import Deviation
from konak.kernel.norms.shipped import read, shipped

pytestmark = pytest.mark.django_db  # a house may deviate: what it entered is asked for
DAY = date(2026, 10, 13)
BASIS = {"mk": "Одлука", "sq": "Vendim", "en": "Decision"}


def words(value: object) -> Iterator[dict[str, str]]:
    """Every {language: text} inside a value."""
    if isinstance(value, dict):
        if "mk" in value:
            yield value
        for inner in value.values():
            yield from words(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from words(inner)


@pytest.mark.parametrize("key", norms.known())
def test_everything_shipped_stands_in_its_language(key: str) -> None:
    for norm in shipped()[key]:
        for said in (norm.basis, *words(norm.value)):
            assert all(said.values())
            own_words = re.sub(
                r"\S+@\S+|\{\w+\}|\b[IVX]+\b", "", said["mk"]
            )  # no addresses, gaps, Roman numbers
            assert not re.search("[A-Za-z]{2,}", own_words), said["mk"]
            assert not re.search("[Ѐ-ӿ]", said["sq"]), said["sq"]
        assert {"mk", "sq", "en"} <= norm.basis.keys()


def test_what_the_law_fixes_is_a_norm() -> None:
    today = norms.on(DAY)
    assert {key: today[key].value for key in ("sessions.notice_days", "sessions.material_days", "council.seats")} == {
        "sessions.notice_days": 7, "sessions.material_days": 3, "council.seats": 31,
    }  # fmt: skip
    assert today["sessions.notice_days"].basis["mk"].startswith("член 39")
    assert today["gazette.title"].value["sq"] == "Gazeta zyrtare e Komunës së Kumanovës"
    assert {today[key].certainty for key in norms.known()} == {"read", "practice", "to confirm"}


def test_the_law_of_a_day_before_the_law_is_none() -> None:
    with pytest.raises(norms.UnknownNorm, match=r"foi\.report_day on 2010-01-01"):
        norms.on(date(2010, 1, 1))["foi.report_day"]


@pytest.mark.parametrize(
    "intervals",
    [
        [
            {"value": 1, "basis": BASIS, "certainty": "read"},
            {"value": 2, "basis": BASIS, "certainty": "read"},
        ],
        [{"value": 1, "basis": {"mk": "само"}, "certainty": "read"}],
        [{"value": 1, "certainty": "read"}],
        [
            {"value": 1, "basis": BASIS, "certainty": "read", "to": date(2026, 1, 1)},
            {"value": 2, "basis": BASIS, "certainty": "read", "from": date(2026, 1, 1)},
        ],
        [{"value": 1, "basis": BASIS, "certainty": "maybe"}],
        [{"basis": BASIS, "certainty": "read"}],
        [{"value": 1, "basis": BASIS, "certainty": "read", "valeu": 2}],
    ],
)
def test_a_faulty_table_is_a_fault(intervals: list[dict[str, object]]) -> None:
    with pytest.raises(ValueError, match="x:"):
        read("x", intervals)


@pytest.mark.django_db
def test_a_deviation_holds_from_its_day_and_not_before(django_assert_num_queries: object) -> None:
    key = "town.population"
    Deviation.objects.create(key=key, value=99000, basis=BASIS, valid_from=DAY, entered_at=datetime.now(UTC))
    norms.fresh()
    with django_assert_num_queries(1):
        today = norms.on(DAY)
        assert (today[key].value, today[key].deviates) == (99000, True)
        assert today["town.day"].value == "11-11"
        assert norms.on(date(2026, 10, 12))[key].value == 98104
    Deviation.objects.create(key=key, value=99500, basis=BASIS, valid_from=DAY, entered_at=datetime.now(UTC))
    norms.fresh()
    assert norms.on(DAY)[key].value == 99500, "the later row wins"
    with pytest.raises(IntegrityError), transaction.atomic():
        Deviation.objects.update(value=1)


@pytest.mark.django_db
def test_a_request_never_reads_what_held_before_it(client: Client) -> None:
    assert norms.on(DAY)["sessions.notice_days"].value == 7
    Deviation.objects.create(
        key="sessions.notice_days", value=10, basis=BASIS, valid_from=DAY, entered_at=datetime.now(UTC)
    )
    client.get("/healthz")
    assert norms.on(DAY)["sessions.notice_days"].value == 10
    assert due("session.notice", date(2026, 10, 30)).due == date(2026, 10, 20), (
        "the term counts with the norm"
    )


@pytest.mark.django_db
def test_an_unknown_key_is_loud() -> None:
    with pytest.raises(norms.UnknownNorm, match=r"no\.such"):
        norms.on(DAY)["no.such"]
