"""The house's own seal over the journal: real keys, real time-stamps."""

import time
from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from konak.house.sealed import close, examine
from konak.kernel.journal import SYSTEM, Fact, Ref, announce, deed, fact
from konak.kernel.journal.models import Entry
from konak.kernel.journal.sealing import unsealed

AT = datetime(2026, 10, 13, 20, 0, tzinfo=UTC)


@fact("test.Sealed", sentence="Sealed.")
class SealedFact(Fact):
    pass


@deed
def happen(number: int) -> Entry:
    return announce(SYSTEM, SealedFact(subject=Ref("test.thing", number)), at=AT)


@pytest.mark.django_db(transaction=True)
def test_a_real_seal_holds_and_names_what_was_changed(settings: object, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    entries = [happen(n) for n in range(3)]
    while unsealed().count() < len(entries):  # others on this database server are still at work
        time.sleep(0.05)
    assert [block.count for block in close(AT.date(), AT)] == [3]
    assert close(AT.date(), AT) == []
    found, damaged = examine()
    assert (found.tampered, found.sealed, found.unsealed, damaged) == ([], 3, [], [])
    seal = tmp_path / "seals" / "000001.seal"
    kept = seal.read_bytes()
    seal.write_bytes(kept[:-40] + bytes(40))
    assert examine()[0].tampered
    seal.write_bytes(kept)
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("DROP TRIGGER konak_journal_entry_append_only_update")
        cursor.execute("UPDATE konak_journal_entry SET subject_id = 9 WHERE id = %s", [entries[1].pk])
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = DEFAULT")
    assert examine()[0].entries == [entries[1].pk]
