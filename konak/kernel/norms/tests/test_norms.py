"""The table of the law: shipped values, a town's deviations, and loud errors."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, transaction

from konak.kernel import norms
from konak.kernel.norms.models import Deviation
from konak.kernel.norms.shipped import read, shipped

DAY = date(2026, 10, 13)
BASIS = {"mk": "Одлука", "sq": "Vendim"}


def test_everything_shipped_reads_and_has_a_basis() -> None:
    for key in norms.known():
        for norm in shipped()[key]:
            assert norm.basis["mk"], key
            assert norm.basis["sq"], key


@pytest.mark.parametrize(
    "intervals",
    [
        [
            {"value": 1, "basis": BASIS, "certainty": "read"},
            {"value": 2, "basis": BASIS, "certainty": "read"},
        ],
        [{"value": 1, "basis": {"mk": "само"}, "certainty": "read"}],
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
def test_an_unknown_key_is_loud() -> None:
    with pytest.raises(norms.UnknownNorm, match=r"no\.such"):
        norms.on(DAY)["no.such"]
