"""One transaction, one fact, one result for one key."""

from datetime import UTC, date, datetime

import pytest
from django.db import IntegrityError, connection, transaction

from konak.kernel.errors import Reason, Refused, allow
from konak.kernel.journal import (
    NOBODY,
    Actor,
    Fact,
    Ref,
    announce,
    deed,
    fact,
    history,
    listener,
    run_polls,
    settle,
)
from konak.kernel.journal.listening import run_errands
from konak.kernel.journal.models import DeedKey, Entry, Errand
from konak.kernel.numbering import take
from konak.kernel.numbering.models import Counter

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
CLERK = Actor(account=1, person=1, name="Јана", roles=frozenset({"registrar"}))


@fact("test.Counted", sentence="Counted to {number} for {who}.")
class Counted(Fact):
    number: int


RESULTS = {True: {"mk": "Да.", "sq": "Po."}, False: {"mk": "Не.", "sq": "Jo."}}


@fact("test.Asked", sentence="{who}, {unit}, {on}, {until}: {agreed}", names={"agreed": RESULTS})
class Asked(Fact):
    on: date
    agreed: bool
    until: date | None = None


heard: list[tuple[int, int]] = []


@listener(Counted, name="test.hear")
def hear(told: Counted, entry: Entry) -> None:
    heard.append((told.number, entry.pk))


@deed(keyed=True)
def count(actor: Actor, *, at: datetime, series: str, key: str | None = None) -> Counter:
    allow(None if actor.is_signed_in else Reason("Sign in."))
    number = take(series, at.year)
    counter = Counter.objects.get(series=series, year=at.year)
    announce(actor, Counted(subject=Ref.of(counter), number=number, words={"who": "Ѓорѓи"}), at=at)
    return counter


def last(series: str) -> int:
    return Counter.objects.filter(series=series).values_list("last", flat=True).first() or 0


@pytest.mark.django_db
def test_a_deed_writes_its_fact_and_tells_it_once() -> None:
    heard.clear()
    counter = count(CLERK, at=AT, series="a")
    (entry,) = history(Ref.of(counter))
    assert entry.sentence("en") == "Counted to 1 for Ѓорѓи."
    assert "Ѓорѓи" not in str(entry.data)
    settle()
    settle()
    assert heard == [(1, entry.pk)]
    assert Errand.objects.get().done_at is not None


@pytest.mark.django_db
def test_a_sentence_is_in_the_readers_language() -> None:
    told = Asked(
        subject=Ref("test.thing", 1),
        on=date(2026, 10, 13),
        agreed=True,
        words={"who": "Ѓорѓи", "unit": {"mk": "Сектор", "sq": "Sektori"}},
    )
    with transaction.atomic():
        announce(CLERK, told, at=AT)
    entry = Entry.objects.get()
    assert entry.data == {"on": "2026-10-13", "agreed": True, "until": None}
    assert entry.told() == told
    assert {lang: entry.sentence(lang) for lang in ("mk", "sq")} == {
        "mk": "Ѓорѓи, Сектор, 13.10.2026, …: Да.",
        "sq": "Ѓорѓи, Sektori, 13.10.2026, …: Po.",
    }


@pytest.mark.django_db
def test_a_refused_deed_leaves_nothing() -> None:
    with pytest.raises(Refused):
        count(NOBODY, at=AT, series="a")
    assert (last("a"), Entry.objects.count(), Errand.objects.count()) == (0, 0, 0)


@pytest.mark.django_db
def test_the_same_key_gives_the_same_result_and_other_content_is_refused() -> None:
    first = count(CLERK, at=AT, series="a", key="k1")
    assert count(CLERK, at=AT, series="a", key="k1").pk == first.pk
    assert last("a") == 1
    with pytest.raises(Refused):
        count(CLERK, at=AT, series="b", key="k1")
    assert count(CLERK, at=AT, series="a", key="k2").last == 2
    assert DeedKey.objects.count() == 2


@pytest.mark.django_db
def test_nothing_official_is_edited_or_deleted() -> None:
    count(CLERK, at=AT, series="a")
    for attempt in (
        lambda: Entry.objects.update(person=7),
        lambda: Entry.objects.all()._raw_delete("default"),
    ):
        with pytest.raises(IntegrityError), transaction.atomic():
            attempt()
    assert connection.vendor in ("sqlite", "postgresql")


@pytest.mark.django_db
def test_an_errand_that_fails_waits_and_is_tried_again(monkeypatch: pytest.MonkeyPatch) -> None:
    from konak.kernel.journal import listening

    def fail(told: Counted, entry: Entry) -> None:
        raise OSError("no line")

    count(CLERK, at=AT, series="a")
    monkeypatch.setitem(listening.LISTENERS, "test.hear", fail)
    assert run_errands() == 1
    errand = Errand.objects.get()
    assert (errand.done_at, errand.tries, "no line" in errand.trouble) == (None, 1, True)
    assert run_errands() == 0, "it waits before the next try"
    monkeypatch.setitem(listening.LISTENERS, "test.hear", hear)
    settle()
    assert Errand.objects.get().done_at is not None


@pytest.mark.django_db(transaction=True)
def test_what_is_slow_runs_in_a_lane_of_its_own_and_holds_no_transaction(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    from konak.kernel.journal import listening

    seen: list[bool] = []

    def read_slowly(told: Counted, entry: Entry) -> None:
        seen.append(connection.in_atomic_block)

    count(CLERK, at=AT, series="a")
    monkeypatch.setitem(listening.LISTENERS, "test.hear", read_slowly)
    monkeypatch.setattr(listening, "SLOW", {"test.hear"})
    assert run_errands() == 0, "the quick lane leaves it"
    assert (run_errands(slow=True), seen) == (1, [False])
    assert Errand.objects.get().done_at is not None


def test_a_poll_looks_when_it_is_time_and_its_fault_stops_no_other(monkeypatch: pytest.MonkeyPatch) -> None:
    from konak.kernel.journal import listening

    looks: list[str] = []

    def fail() -> None:
        raise OSError("no line")

    monkeypatch.setattr(listening, "POLLS", {})
    listening.poll("test.fails", seconds=1)(fail)
    listening.poll("test.often", seconds=1)(lambda: looks.append("often"))
    listening.poll("test.seldom", seconds=60)(lambda: looks.append("seldom"))
    last: dict[str, float] = {}
    for now in (1000.0, 1000.5, 1001.0, 1060.0):
        run_polls(last, now)
    assert looks == ["often", "seldom", "often", "often", "seldom"]


@pytest.mark.django_db
def test_more_rows_than_one_sentence_bears_are_written_in_several(monkeypatch: pytest.MonkeyPatch) -> None:
    from konak.kernel.journal import rows

    monkeypatch.setattr(rows, "PLACES", 7)
    keys = rows.insert(Counter, ("series", "year", "last"), [("many", year, year) for year in range(5)])
    assert [Counter.objects.get(pk=key).last for key in keys] == [0, 1, 2, 3, 4]
