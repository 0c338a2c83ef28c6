"""Whoever changes a sealed entry is named, even after computing every later hash again."""

import hashlib
import hmac
import threading
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from django.db import connection, transaction

from konak.kernel.journal import Actor, Fact, Ref, announce, deed, fact
from konak.kernel.journal.merkle import block_digest, leaf_hash, merkle_root
from konak.kernel.journal.models import Beside, Block, Entry, Leaf
from konak.kernel.journal.sealing import Sealed, close_block, open_days, verify

AT = datetime(2026, 10, 13, 8, 0, tzinfo=UTC)
CLERK = Actor(account=1, person=1)


@fact("test.Written", sentence="Written {text}.")
class Written(Fact):
    text: str


class KeyedSeal:
    """A seal whose key the database does not have (the real one is tested in signing)."""

    def make(self, digest: bytes, at: datetime) -> bytes:
        return hmac.digest(b"outside", digest, "sha256")

    def problems(self, digest: bytes, seal: bytes) -> list[str]:
        return [] if hmac.compare_digest(seal, self.make(digest, AT)) else ["the signature does not fit"]


@deed
def tell(actor: Actor, *, at: datetime, text: str) -> None:
    announce(actor, Written(subject=Ref("test.paper", 1), text=text, words={"who": "Ѓорѓи"}), at=at)


def write(actor: Actor, *, at: datetime, text: str) -> Entry:
    tell(actor, at=at, text=text)
    return Entry.objects.latest("id")


def unguarded(sql: str, *values: object) -> None:
    """Change the database as somebody would who owns it: without its triggers."""
    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = replica")
        else:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
        cursor.execute(sql, values)
        if connection.vendor == "postgresql":
            cursor.execute("SET session_replication_role = DEFAULT")
        else:
            for _, text in triggers:
                cursor.execute(text)


def recompute_everything() -> None:
    previous = "0" * 64
    for block in Block.objects.order_by("number"):
        entries = [leaf.entry for leaf in Leaf.objects.filter(block=block).order_by("position")]
        root = merkle_root([leaf_hash(entry) for entry in entries])
        digest = block_digest(block.number, block.day.isoformat(), block.count, root, previous)
        unguarded(
            "UPDATE konak_journal_block SET root = %s, digest = %s, previous = %s WHERE id = %s",
            root,
            digest,
            previous,
            block.pk,
        )
        previous = digest


def close(folder: Path, at: datetime = AT) -> Block | None:
    return close_block(folder, KeyedSeal(), day=at.date(), at=at)


@pytest.fixture
def sealed(transactional_db: None, tmp_path: Path) -> Path:
    for day in range(3):
        for n in range(5):
            write(CLERK, at=AT + timedelta(days=day), text=f"{day}/{n}")
        close(tmp_path, AT + timedelta(days=day))
    return tmp_path


def test_an_untouched_journal_is_clean_and_says_what_is_not_sealed(sealed: Path) -> None:
    late = write(CLERK, at=AT, text="late")
    found = verify(sealed, KeyedSeal())
    assert found.blocks == [Sealed(n + 1, date(2026, 10, 13 + n), 5) for n in range(3)]
    assert (found.tampered, found.sealed, found.unsealed) == ([], 15, [late.pk])
    assert found.open == {date(2026, 10, 13): [late.pk]}
    assert close(sealed) is not None
    assert close(sealed) is None


def test_a_changed_entry_is_named_after_every_hash_was_computed_again(sealed: Path) -> None:
    victim = Entry.objects.all()[6]
    unguarded("UPDATE konak_journal_entry SET person = 99 WHERE id = %s", victim.pk)
    recompute_everything()
    found = verify(sealed, KeyedSeal())
    assert found.entries == [victim.pk]
    assert [str(block) for block in found.blocks if not block.clean] == ["block 2 of 14.10.2026"]


def test_a_day_ends_at_midnight_in_the_town(transactional_db: None, tmp_path: Path) -> None:
    evening, night = datetime(2026, 10, 13, 21, 59, tzinfo=UTC), datetime(2026, 10, 13, 22, 0, tzinfo=UTC)
    entries = [write(CLERK, at=at, text="x") for at in (evening, night)]
    block = close(tmp_path, night)
    assert block is not None
    assert (block.day, block.count) == (date(2026, 10, 13), 1)
    assert open_days(date(2026, 10, 13)) == []
    assert open_days(date(2026, 10, 15)) == [date(2026, 10, 14)]
    assert verify(tmp_path, KeyedSeal()).unsealed == [entries[1].pk]


def test_changed_kept_files_do_not_help(sealed: Path) -> None:
    path = sealed / "000002.json"
    path.write_bytes(path.read_bytes().replace(b'"day":"2026-10-14"', b'"day":"2026-10-15"'))
    assert "block 2 of 14.10.2026: the signature does not fit" in verify(sealed, KeyedSeal()).tampered


def test_a_block_cut_off_the_end_is_missed(sealed: Path) -> None:
    ids = list(Leaf.objects.filter(block__number=3).values_list("entry_id", flat=True))
    unguarded("DELETE FROM konak_journal_leaf WHERE block_id = (SELECT MAX(id) FROM konak_journal_block)")
    unguarded("DELETE FROM konak_journal_block WHERE number = 3")
    found = verify(sealed, KeyedSeal())
    assert sorted(found.entries) == sorted(ids)
    assert found.tampered == ["block 3 of 15.10.2026 is gone from the database"]


def test_words_may_be_removed_by_law_but_not_changed(sealed: Path) -> None:
    first, second = Beside.objects.order_by("pk")[:2]
    first.delete()
    assert verify(sealed, KeyedSeal()).clean
    unguarded("UPDATE konak_journal_beside SET words = %s WHERE entry_id = %s", '{"who": "X"}', second.pk)
    assert verify(sealed, KeyedSeal()).entries == [second.pk]


def test_the_root_follows_rfc_6962() -> None:
    a, b, c = (hashlib.sha256(bytes([n])).hexdigest() for n in range(3))
    pair = hashlib.sha256(b"\x01" + bytes.fromhex(a) + bytes.fromhex(b)).digest()
    assert merkle_root([a]) == a
    assert merkle_root([a, b, c]) == hashlib.sha256(b"\x01" + pair + bytes.fromhex(c)).hexdigest()


@pytest.mark.django_db(transaction=True)
@pytest.mark.skipif(connection.vendor != "postgresql", reason="SQLite lets one transaction write at a time")
def test_an_entry_that_commits_late_is_sealed_later_and_never_missed(tmp_path: Path) -> None:
    started, finish = threading.Event(), threading.Event()

    def slow_clerk() -> None:
        with transaction.atomic():
            write(CLERK, at=AT, text="slow")
            started.set()
            finish.wait(10)
        connection.close()

    thread = threading.Thread(target=slow_clerk)
    thread.start()
    started.wait(10)
    write(CLERK, at=AT, text="quick")
    early = close(tmp_path)
    finish.set()
    thread.join()
    late = close(tmp_path)
    assert early is not None
    assert late is not None
    assert (early.count, late.count) == (1, 1)
    assert late.previous == early.digest
    assert verify(tmp_path, KeyedSeal()).clean
