"""The house's own seal over the journal: real keys, real time-stamps."""

from datetime import UTC, datetime
from pathlib import Path

import pytest
from django.db import connection

from konak.house.sealed import close, examine
from konak.kernel.journal import SYSTEM, Fact, Ref, announce, deed, fact
from konak.kernel.journal.models import Entry

AT = datetime(2026, 10, 13, 20, 0, tzinfo=UTC)


@fact("test.Sealed", sentence="Sealed.")
class SealedFact(Fact):
    pass


@deed
def happen(number: int) -> None:
    announce(SYSTEM, SealedFact(subject=Ref("test.thing", number)), at=AT)


@pytest.mark.django_db(transaction=True)
def test_a_real_seal_holds_and_names_what_was_changed(settings: object, tmp_path: Path) -> None:
    settings.VAR = tmp_path
    for number in range(3):
        happen(number)
    entries = list(Entry.objects.order_by("id"))
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
