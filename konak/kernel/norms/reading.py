"""Which norm holds on a day: the town's deviation if there is one, else what is shipped.

The deviations are read once for a request, deed or errand; whoever begins one calls `fresh`.
"""

import sys
from collections.abc import Iterator, Mapping
from datetime import date
from threading import local

from .shipped import Norm, UnknownNorm, shipped

_read = local()


class Norms(Mapping[str, Norm]):
    """The norms of one day."""

    def __init__(self, day: date) -> None:
        self.day = day

    def __getitem__(self, key: str) -> Norm:
        for norm in intervals(key):
            if norm.valid_on(self.day):
                return norm
        raise UnknownNorm(f"{key} on {self.day}")

    def __iter__(self) -> Iterator[str]:
        return iter(known())

    def __len__(self) -> int:
        return len(known())


def on(day: date) -> Norms:
    """The norms of a day; commands without a database get what is shipped."""
    return Norms(day)


def intervals(key: str) -> tuple[Norm, ...]:
    """Every value of a key with its validity, whatever the day; the first that is valid on a day holds."""
    return (*_deviations().get(key, ()), *shipped().get(key, ()))


def known() -> list[str]:
    """Every shipped key, sorted."""
    return sorted(shipped())


def fresh(**_signal: object) -> None:
    """Read the town's deviations anew when they are next asked for."""
    _read.deviations = None


def _deviations() -> dict[str, list[Norm]]:
    """Every deviation by key, the latest entered first; one small query, none without a database."""
    found: dict[str, list[Norm]] | None = getattr(_read, "deviations", None)
    if found is None:
        found = {}
        registry = sys.modules.get("django.apps")
        if registry is not None and registry.apps.ready:
            from .models import Deviation

            for row in Deviation.objects.raw("SELECT * FROM konak_norms_deviation ORDER BY id DESC"):
                found.setdefault(row.key, []).append(row.as_norm())
        _read.deviations = found
    return found
