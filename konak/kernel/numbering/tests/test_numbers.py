"""Gap-free, also when deeds fail and when many clerks want a number at once."""

import threading

import pytest
from django.db import connection, transaction

from konak.kernel.numbering import audit, peek, skip_to, take, take_many
from konak.kernel.numbering.audit import Audit


@pytest.mark.django_db
def test_a_rollback_gives_the_number_back() -> None:
    with transaction.atomic():
        assert take("book", 2026) == 1
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        _ = take("book", 2026) / 0
    assert peek("book", 2026) == 2
    assert take("book", 2027) == 1, "a new year starts anew"
    skip_to("book", 2026, 40)
    assert take("book", 2026) == 41


@pytest.mark.django_db(transaction=True)
def test_eight_clerks_at_once_get_consecutive_numbers() -> None:
    taken: list[int] = []

    def clerk() -> None:
        for turn in range(10):
            try:
                with transaction.atomic():
                    number = take("crowd", 2026)
                    if turn % 4 == 3:
                        raise ZeroDivisionError
                    taken.append(number)
            except ZeroDivisionError:
                pass
        connection.close()

    clerks = [threading.Thread(target=clerk) for _ in range(8)]
    for thread in clerks:
        thread.start()
    for thread in clerks:
        thread.join()
    assert sorted(taken) == list(range(1, 65))


def test_the_audit_names_gaps_and_doubles() -> None:
    assert audit([1, 2, 4, 4, 6]) == Audit(gaps=[3, 5], doubles=[4])
    assert audit([1, 2], last=3).gaps == [3]
    assert audit([]).clean


@pytest.mark.django_db
def test_a_block_of_numbers_is_taken_at_once() -> None:
    assert (take("block", 2026), take_many("block", 2026, 20), take("block", 2026)) == (1, 2, 22)
    with pytest.raises(ValueError, match="at least one"):
        take_many("block", 2026, 0)
