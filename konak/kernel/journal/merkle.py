"""Hashes of the seal: leaves, Merkle root (RFC 6962 prefixes), chain of blocks. Pure arithmetic."""

import hashlib
from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Any

from .telling import canonical

EMPTY = hashlib.sha256(b"").hexdigest()


def leaf_hash(entry: Any) -> str:
    """The hash of all that an entry says; its words only by their salted hash."""
    said = [
        entry.pk,
        _utc(entry.at),
        _utc(entry.recorded_at),
        entry.fact,
        entry.subject_kind,
        entry.subject_id,
        entry.data,
        entry.account,
        entry.person,
        entry.standing_for,
        entry.origin,
        entry.request_id,
        entry.words_hash,
    ]
    return hashlib.sha256(b"\x00" + canonical(said)).hexdigest()


def merkle_root(leaves: Sequence[str]) -> str:
    """The root over hex leaves; a lone node at the end of a row goes up as it is."""
    row = [bytes.fromhex(leaf) for leaf in leaves]
    if not row:
        return EMPTY
    while len(row) > 1:
        pairs = [hashlib.sha256(b"\x01" + a + b).digest() for a, b in zip(row[::2], row[1::2], strict=False)]
        row = pairs + row[len(pairs) * 2 :]
    return row[0].hex()


def block_digest(number: int, day: str, count: int, root: str, previous: str) -> str:
    return hashlib.sha256(canonical([number, day, count, root, previous])).hexdigest()


def _utc(moment: datetime) -> str:
    return moment.astimezone(UTC).isoformat(timespec="microseconds")
