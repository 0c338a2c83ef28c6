"""Close the journal day by day, keep each day's seal outside the database, and find whoever touched what is sealed.

Outside the database a block is two files: `000001.json` (every leaf hash, root, digest) and `000001.seal`
(signature and time-stamp over the digest, from the `Seal` that is handed in). A change is found even if
every hash in the database was computed again, because the files bear a signature the database cannot give.
"""

import json
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path
from typing import Any, Protocol

from django.db import transaction

from konak.kernel.clock import ZONE
from konak.kernel.i18n import day_digits

from .merkle import block_digest, leaf_hash, merkle_root
from .models import Beside, Block, Entry, Leaf
from .telling import canonical, words_hash

__all__ = [
    "Block",
    "Findings",
    "Seal",
    "Sealed",
    "close_block",
    "keep_file",
    "open_days",
    "unsealed",
    "verify",
]

GENESIS = "0" * 64


class Seal(Protocol):
    """Signs a digest with a time-stamp, and later says what is wrong with that signature."""

    def make(self, digest: bytes, at: datetime) -> bytes: ...

    def problems(self, digest: bytes, seal: bytes) -> list[str]: ...


@dataclass
class Sealed:
    """A block as `verify` found it: the day it closed, how many entries, whether all is as it was."""

    number: int
    day: date
    count: int
    clean: bool = True

    def __str__(self) -> str:
        return f"block {self.number} of {day_digits(self.day)}"


@dataclass
class Findings:
    """What `verify` found: every block, `tampered` sentences and the entries they name, entries not sealed yet."""

    blocks: list[Sealed] = field(default_factory=list)
    tampered: list[str] = field(default_factory=list)
    entries: list[int] = field(default_factory=list)
    open: dict[date, list[int]] = field(default_factory=dict)

    @property
    def clean(self) -> bool:
        return not self.tampered

    @property
    def sealed(self) -> int:
        return sum(block.count for block in self.blocks)

    @property
    def unsealed(self) -> list[int]:
        return [entry for entries in self.open.values() for entry in entries]

    def blame(self, block: Sealed | None, what: str, *entries: int) -> None:
        """What is wrong, in which block (None: in none yet), with which entries."""
        self.tampered.append(what)
        self.entries.extend(e for e in entries if e not in self.entries)
        if block is not None:
            block.clean = False


def unsealed() -> Any:
    """Entries in no block yet, oldest first. One that commits late is in the next block, whatever its number."""
    return Entry.objects.filter(leaf__isnull=True).order_by("id")


def open_days(until: date) -> list[date]:
    """The days, none after `until`, that have entries to be sealed; oldest first."""
    moments = unsealed().filter(at__lt=_end(until)).values_list("at", flat=True)
    return sorted({at.astimezone(ZONE).date() for at in moments})


def close_block(folder: Path, seal: Seal, *, day: date, at: datetime) -> Block | None:
    """Seal what happened up to the end of `day` and is not sealed yet as one block; None when there is nothing.

    The files are on disk before the block commits, so a block in the database always has its files; a
    crash between leaves files that the next closing writes over.
    """
    with transaction.atomic():
        before = Block.objects.select_for_update().order_by("-number").first()
        entries = list(unsealed().filter(at__lt=_end(day)))
        if not entries:
            return None
        number, previous = (before.number + 1, before.digest) if before else (1, GENESIS)
        leaves = [leaf_hash(entry) for entry in entries]
        root = merkle_root(leaves)
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
        keep_file(_path(folder, number, "json"), canonical(content))
        keep_file(_path(folder, number, "seal"), seal.make(bytes.fromhex(digest), at))
    return block


def verify(folder: Path, seal: Seal) -> Findings:
    """Hold every sealed entry against the files outside the database and their signatures."""
    found = Findings()
    previous = chained = GENESIS  # by the kept files; by the database
    known: dict[int, Sealed] = {}
    for block in Block.objects.order_by("number").iterator():
        known[block.number] = sealed = Sealed(block.number, block.day, block.count)
        found.blocks.append(sealed)
        kept = _kept(folder, sealed, seal, previous, found)
        if kept and _row(block) != _row_of(kept, chained):
            found.blame(sealed, f"{sealed}: the database gives another seal than the kept file")
        previous, chained = kept["digest"] if kept else block.digest, block.digest
        _compare(block, sealed, kept, found)
    for path in sorted(folder.glob("*.json")) if folder.is_dir() else ():
        if int(path.stem) not in known:
            _blame_lost(path, found)
    _check_words(known, found)
    for entry, at in Entry.objects.filter(leaf__isnull=True).order_by("id").values_list("id", "at"):
        found.open.setdefault(at.astimezone(ZONE).date(), []).append(entry)
    return found


def _row(block: Block) -> tuple[Any, ...]:
    return block.day.isoformat(), block.count, block.root, block.previous, block.digest


def _row_of(kept: dict[str, Any], chained: str) -> tuple[Any, ...]:
    """What the database should say of a kept block, given what it says of the one before: a block is not blamed
    for a chain that was computed again from an earlier one."""
    row = kept["day"], len(kept["leaves"]), kept["root"], chained
    return *row, block_digest(kept["number"], *row)


def _kept(folder: Path, sealed: Sealed, seal: Seal, previous: str, found: Findings) -> dict[str, Any] | None:
    try:
        kept: dict[str, Any] = json.loads(_path(folder, sealed.number, "json").read_bytes())
        signature = _path(folder, sealed.number, "seal").read_bytes()
    except (OSError, ValueError) as trouble:
        found.blame(sealed, f"{sealed}: its kept file cannot be read ({trouble})")
        return None
    root = merkle_root([leaf for _entry, leaf in kept["leaves"]])
    digest = block_digest(kept["number"], kept["day"], len(kept["leaves"]), root, kept["previous"])
    if (kept["number"], root, digest, kept["previous"]) != (
        sealed.number,
        kept["root"],
        kept["digest"],
        previous,
    ):
        found.blame(sealed, f"{sealed}: its kept file was changed")
    for problem in seal.problems(bytes.fromhex(digest), signature):
        found.blame(sealed, f"{sealed}: {problem}")
    return kept


def _compare(block: Block, sealed: Sealed, kept: dict[str, Any] | None, found: Findings) -> None:
    now: dict[int, str] = {
        leaf.entry_id: leaf_hash(leaf.entry)
        for leaf in Leaf.objects.filter(block=block).select_related("entry").iterator(2000)
    }
    if kept is None:
        if merkle_root(list(now.values())) != block.root:
            found.blame(sealed, f"{sealed}: its entries do not give its root", *now)
        return
    for entry, leaf in kept["leaves"]:
        if entry not in now:
            found.blame(sealed, f"entry {entry} is gone ({sealed})", entry)
        elif now[entry] != leaf:
            found.blame(sealed, f"entry {entry} was changed after it was sealed ({sealed})", entry)
    for entry in now.keys() - {entry for entry, _leaf in kept["leaves"]}:
        found.blame(sealed, f"entry {entry} was put into {sealed} afterwards", entry)


def _blame_lost(path: Path, found: Findings) -> None:
    """A kept file whose block the database does not know."""
    try:
        kept = json.loads(path.read_bytes())
    except ValueError as trouble:
        found.blame(None, f"block {int(path.stem)}: its kept file cannot be read ({trouble})")
        return
    lost = Sealed(kept["number"], date.fromisoformat(kept["day"]), 0)
    found.blocks.append(lost)
    found.blame(lost, f"{lost} is gone from the database", *(entry for entry, _leaf in kept["leaves"]))


def _check_words(blocks: dict[int, Sealed], found: Findings) -> None:
    for beside in Beside.objects.select_related("entry__leaf__block").iterator(2000):
        if words_hash(beside.salt, beside.words) != beside.entry.words_hash:
            leaf = getattr(beside.entry, "leaf", None)
            block = blocks[leaf.block.number] if leaf else None
            found.blame(
                block, f"the words of entry {beside.pk} were changed ({block or 'not sealed yet'})", beside.pk
            )


def _path(folder: Path, number: int, ending: str) -> Path:
    return folder / f"{number:06}.{ending}"


def _end(day: date) -> datetime:
    """The midnight that ends the day."""
    return datetime.combine(day + timedelta(days=1), time(), ZONE)


def keep_file(path: Path, content: bytes) -> None:
    """On disk as a whole, or not there."""
    import os

    path.parent.mkdir(parents=True, exist_ok=True)
    draft = path.with_suffix(path.suffix + ".new")
    with draft.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    draft.replace(path)
