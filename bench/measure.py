"""How a figure is taken: CPU by the operating system's own accounting, percentiles, the fixed loop."""

import os
import resource
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

TICK = os.sysconf("SC_CLK_TCK")


@dataclass
class Spent:
    """Seconds: wall, CPU of this process, CPU of the database's processes."""

    wall: float = 0.0
    app: float = 0.0
    database: float = 0.0


@contextmanager
def spent(database_parent: int | None = None) -> Iterator[Spent]:
    """Measure a block; `database_parent` is the PID of a PostgreSQL whose children are counted too."""
    found = Spent()
    wall, app, database = time.perf_counter(), time.process_time(), family(database_parent)
    yield found
    found.wall = time.perf_counter() - wall
    found.app = time.process_time() - app
    found.database = family(database_parent) - database


def family(parent: int | None) -> float:
    """CPU seconds of a process, of its children, and of children it has already waited for."""
    if parent is None:
        return 0.0
    total = 0
    for stat in Path("/proc").glob("[0-9]*/stat"):
        try:
            fields = stat.read_text().rpartition(")")[2].split()
        except OSError:
            continue
        if int(stat.parent.name) == parent:
            total += sum(int(n) for n in fields[11:15])
        elif int(fields[1]) == parent:
            total += int(fields[11]) + int(fields[12])
    return total / TICK


def postmaster(url: str = "") -> int:
    """Process id of the PostgreSQL at the address; without one, of this house's."""
    import psycopg

    with psycopg.connect(url or os.environ["KONAK_DATABASE"]) as connection:
        row = connection.execute("SELECT current_setting('data_directory')").fetchone()
    assert row is not None
    return int(Path(row[0], "postmaster.pid").read_text().split()[0])


def wall() -> float:
    """Seconds of a clock that only goes on."""
    return time.perf_counter()


def process_seconds() -> float:
    """CPU seconds of this process, all its threads."""
    return time.process_time()


def loop(rounds: int = 2_000_000) -> float:
    """Seconds of CPU for a fixed Python loop: what this machine is worth just now."""
    start = time.process_time()
    total = 0
    for n in range(rounds):
        total += n & 7
    return time.process_time() - start


def percentile(values: Sequence[float], share: float) -> float:
    ordered = sorted(values)
    return ordered[min(len(ordered) - 1, int(share * len(ordered)))]


def timed(function: Callable[[], object], times: int, warm: int = 3) -> list[float]:
    """Wall seconds of each of `times` calls, after `warm` that are not counted."""
    for _ in range(warm):
        function()
    found = []
    for _ in range(times):
        start = time.perf_counter()
        function()
        found.append(time.perf_counter() - start)
    return found


def peak_memory() -> int:
    """Kilobytes this process held at most."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss


def pss(pid: int) -> int:
    """Kilobytes that are this process's own share (PSS)."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    raise LookupError(pid)


@dataclass(frozen=True)
class Figure:
    """One row of the table: what, measured, wanted, in which unit, and how it stands to the loop."""

    what: str
    value: float
    wanted: float
    unit: str
    at_least: bool = False
    floor: str = ""

    @property
    def met(self) -> bool:
        return self.value >= self.wanted if self.at_least else self.value <= self.wanted

    @property
    def _share(self) -> str:
        return f"{self.value / self.wanted:.2f}" if self.wanted else "—"

    def row(self) -> str:
        sign = "≥" if self.at_least else "≤"
        verdict = "met" if self.met else "**missed**"
        return (
            f"| {self.what} | {self.value:.2f} {self.unit} | {sign} {self.wanted:g} {self.unit}"
            f" | {self._share} | {self.floor} | {verdict} |"
        )
