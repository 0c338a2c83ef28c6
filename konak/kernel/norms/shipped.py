"""Norms as they are shipped: `norms.toml` of every room and kernel part, read once, checked loudly.

One table of the file is one interval of validity:

    [["sessions.notice_days"]]
    value = 7
    basis = {mk = "…", sq = "…", en = "…"}
    from = 2002-02-05
    certainty = "read"      # read, practice, or to confirm
"""

import tomllib
from dataclasses import dataclass
from datetime import date
from functools import cache
from itertools import pairwise
from pathlib import Path
from typing import Any

KONAK = Path(__file__).parent.parent.parent
CERTAINTIES = ("read", "practice", "to confirm")
BEGINNING = date(1991, 9, 8)


class UnknownNorm(LookupError):
    """No norm of this key is valid on this day."""


@dataclass(frozen=True, kw_only=True)
class Norm:
    """One value with the rule it rests on. `basis` is {language: citation}; `valid_to` is the last day."""

    key: str
    value: Any
    basis: dict[str, str]
    valid_from: date
    valid_to: date | None = None
    certainty: str = "to confirm"
    deviates: bool = False

    def valid_on(self, day: date) -> bool:
        return self.valid_from <= day and (self.valid_to is None or day <= self.valid_to)


@cache
def shipped() -> dict[str, tuple[Norm, ...]]:
    """Every shipped norm by key, its intervals oldest first. Raises `ValueError` for a faulty table."""
    found: dict[str, tuple[Norm, ...]] = {}
    for path in sorted(KONAK.rglob("norms.toml")):
        for key, intervals in tomllib.loads(path.read_text("utf-8")).items():
            if key in found:
                raise ValueError(f"{path}: {key} has another owner already")
            found[key] = read(key, intervals)
    return found


def read(key: str, intervals: list[dict[str, Any]]) -> tuple[Norm, ...]:
    """The intervals of a key as norms, oldest first; overlapping or incomplete ones are a `ValueError`."""
    norms = sorted((_norm(key, table) for table in intervals), key=lambda norm: norm.valid_from)
    for earlier, later in pairwise(norms):
        if earlier.valid_to is None or earlier.valid_to >= later.valid_from:
            raise ValueError(f"{key}: two values on {later.valid_from}")
    return tuple(norms)


def _norm(key: str, table: dict[str, Any]) -> Norm:
    strange = table.keys() - {"value", "basis", "from", "to", "certainty"}
    basis, certainty = table.get("basis", {}), table.get("certainty", "")
    if (
        strange
        or "value" not in table
        or not {"mk", "sq", "en"} <= basis.keys()
        or certainty not in CERTAINTIES
    ):
        raise ValueError(
            f"{key}: value, basis in mk, sq and en, and certainty are needed; unknown: {strange}"
        )
    return Norm(
        key=key,
        value=table["value"],
        basis=basis,
        valid_from=table.get("from", BEGINNING),
        valid_to=table.get("to"),
        certainty=certainty,
    )
