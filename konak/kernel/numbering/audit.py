"""The self-audit of a series: pure arithmetic over the numbers in use."""

from collections import Counter
from collections.abc import Iterable
from typing import NamedTuple


class Audit(NamedTuple):
    """What is wrong with a series: numbers missing below the last, and numbers in use more than once."""

    gaps: list[int]
    doubles: list[int]

    @property
    def clean(self) -> bool:
        return not self.gaps and not self.doubles


def audit(used: Iterable[int], *, last: int | None = None) -> Audit:
    """Check that the numbers in use are exactly 1 … `last` (default: the highest), each once."""
    counts = Counter(used)
    end = max(counts, default=0) if last is None else last
    gaps = [n for n in range(1, end + 1) if n not in counts]
    return Audit(gaps, sorted(n for n, times in counts.items() if times > 1))
