"""Close blocks of the journal, keep their seal outside the database, and find whoever touched what is sealed.

Outside the database a block is two files: `000001.json` (every leaf hash, root, digest) and `000001.seal`
(signature and time-stamp over the digest, from the `Seal` that is handed in). A change is found even if
every hash in the database was computed again, because the files bear a signature the database cannot give.
"""

import json
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from pathlib import Path
from typing import Any, Protocol

from django.db import connection, transaction
from django.db.models.expressions import RawSQL

from .merkle import block_digest, leaf_hash, merkle_root
from .models import Beside, Block, Entry, Leaf
from .telling import canonical, words_hash

__all__ = ["Block", "Findings", "Seal", "close_block", "unsealed", "verify"]

GENESIS = "0" * 64


class Seal(Protocol):
    """Signs a digest with a time-stamp, and later says what is wrong with that signature."""

    def make(self, digest: bytes, at: datetime) -> bytes: ...

    def problems(self, digest: bytes, seal: bytes) -> list[str]: ...


@dataclass
class Findings:
    """What `verify` found: `tampered` sentences naming entries and blocks, entries not sealed yet, counts."""

    tampered: list[str] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)
    blocks: int = 0
    sealed: int = 0
    unsealed: list[int] = field(default_factory=list)

    @property
    def clean(self) -> bool:
        return not self.tampered

    def blame(self, what: str, *entries: int) -> None:
        self.tampered.append(what)
        self.entries.extend(e for e in entries if e not in self.entries)


def unsealed() -> Any:
    """Entries in no block yet that no running transaction can still come before."""
    waiting = Entry.objects.filter(leaf__isnull=True)
    if connection.vendor == "postgresql":
        oldest_running = RawSQL("pg_snapshot_xmin(pg_current_snapshot())::text::bigint", [])
        waiting = waiting.filter(transaction__lt=oldest_running)
    return waiting.order_by("id")


def close_block(folder: Path, seal: Seal, *, at: datetime) -> Block | None:
    """Seal what is not sealed yet as one block; None when there is nothing.

    The files are on disk before the block commits, so a block in the database always has its files; a
    crash between leaves files that the next closing writes over.
    """
    with transaction.atomic():
        before = Block.objects.select_for_update().order_by("-number").first()
        entries = list(unsealed())
        if not entries:
            return None
        number, previous = (before.number + 1, before.digest) if before else (1, GENESIS)
        leaves = [leaf_hash(entry) for entry in entries]
        root, day = merkle_root(leaves), at.date()
        digest = block_digest(number, day.isoformat(), len(leaves), root, previous)
        block = Block.objects.create(
            number=number,
            day=day,
            closed_at=at,
            count=len(leaves),
            root=root,
            previous=previous,
            digest=digest,
        )
        Leaf.objects.bulk_create(
            [Leaf(entry=entry, block=block, position=n) for n, entry in enumerate(entries)], batch_size=500
        )
        content = {
            "number": number,
            "day": day.isoformat(),
            "previous": previous,
            "root": root,
            "digest": digest,
            "leaves": [[entry.pk, leaf] for entry, leaf in zip(entries, leaves, strict=True)],
        }
        _write(_path(folder, number, "json"), canonical(content))
        _write(_path(folder, number, "seal"), seal.make(bytes.fromhex(digest), at))
    return block


def verify(folder: Path, seal: Seal) -> Findings:
    """Hold every sealed entry against the files outside the database and their signatures."""
    found = Findings()
    previous = GENESIS
    known = set()
    for block in Block.objects.order_by("number").iterator():
        known.add(block.number)
        kept = _kept(folder, block, seal, previous, found)
        previous = kept["digest"] if kept else block.digest
        found.blocks += 1
        found.sealed += block.count
        _compare(block, kept, found)
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        if int(path.stem) not in known:
            found.blame(f"block {int(path.stem)} is gone from the database", *_ids(path))
    _check_words(found)
    found.unsealed = list(Entry.objects.filter(leaf__isnull=True).order_by("id").values_list("id", flat=True))
    return found


def _kept(folder: Path, block: Block, seal: Seal, previous: str, found: Findings) -> dict[str, Any] | None:
    path = _path(folder, block.number, "json")
    try:
        kept: dict[str, Any] = json.loads(path.read_bytes())
        signature = _path(folder, block.number, "seal").read_bytes()
    except (OSError, ValueError) as trouble:
        found.blame(f"block {block.number}: its kept file cannot be read ({trouble})")
        return None
    root = merkle_root([leaf for _entry, leaf in kept["leaves"]])
    digest = block_digest(kept["number"], kept["day"], len(kept["leaves"]), root, kept["previous"])
    if (kept["number"], root, digest, kept["previous"]) != (
        block.number,
        kept["root"],
        kept["digest"],
        previous,
    ):
        found.blame(f"block {block.number}: its kept file was changed")
    for problem in seal.problems(bytes.fromhex(digest), signature):
        found.blame(f"block {block.number}: {problem}")
    if block.digest != kept["digest"]:
        found.blame(f"block {block.number}: the database gives another seal than the kept file")
    return kept


def _compare(block: Block, kept: dict[str, Any] | None, found: Findings) -> None:
    now: dict[int, str] = {
        leaf.entry_id: leaf_hash(leaf.entry)
        for leaf in Leaf.objects.filter(block=block).select_related("entry").iterator(2000)
    }
    if kept is None:
        if merkle_root(list(now.values())) != block.root:
            found.blame(f"block {block.number}: its entries do not give its root", *now)
        return
    for entry, leaf in kept["leaves"]:
        if entry not in now:
            found.blame(f"entry {entry} is gone (block {block.number})", entry)
        elif now[entry] != leaf:
            found.blame(f"entry {entry} was changed after it was sealed (block {block.number})", entry)
    for entry in now.keys() - {entry for entry, _leaf in kept["leaves"]}:
        found.blame(f"entry {entry} was put into block {block.number} afterwards", entry)


def _check_words(found: Findings) -> None:
    for beside in Beside.objects.select_related("entry").iterator(2000):
        if words_hash(beside.salt, beside.words) != beside.entry.words_hash:
            found.blame(f"the words of entry {beside.pk} were changed", beside.pk)


def _ids(path: Path) -> Iterator[int]:
    for entry, _leaf in json.loads(path.read_bytes())["leaves"]:
        yield entry


def _path(folder: Path, number: int, ending: str) -> Path:
    return folder / f"{number:06}.{ending}"


def _write(path: Path, content: bytes) -> None:
    import os

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(path.suffix + ".new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
