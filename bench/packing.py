"""A case of 1,650 sub-cases and 18,000 small papers packed for the State Archive and read back, beside a raw copy.

The raw copy opens, sums and writes the same files in the same folders and does nothing else: what no packer can do
without. Memory is what the process grew by, from the first case to the end, in writing and in reading.
"""

import hashlib
import resource
import tempfile
from collections.abc import Callable, Iterator
from datetime import UTC, date, datetime
from functools import partial
from pathlib import Path

from bench.measure import Figure, loop, process_seconds, wall
from konak.archive.eark import Case, Document, Event, File, Package, Party, Scan, read, write

SUBCASES, PAPERS, SIZE = 1_650, 18_000, 4_096
AT = datetime(2026, 3, 30, 10, 0, tzinfo=UTC)
PACKAGE = Package("kumanovo", "Општина Куманово", "08-155", "Пописи на имот", AT)


def figures() -> list[Figure]:
    """Seconds of writing and reading, each as many times the raw copy, and the memory."""
    with tempfile.TemporaryDirectory() as folder:
        kept = Path(folder, "kept")
        sums = furnished(kept)
        copied = timed(partial(copy, kept, Path(folder, "copied"), sums))
        summed = timed(partial(look, kept, sums))
        peak = memory()
        written = timed(partial(write, PACKAGE, cases(kept, sums), Path(folder)))
        grown, peak = memory() - peak, memory()
        back = timed(partial(unpack, Path(folder, PACKAGE.uuid)))
        told = memory() - peak
    what = f"package of {SUBCASES:,} sub-cases and {PAPERS:,} papers"
    fixed = f"fixed loop {loop():.2f} s"
    return [
        Figure(f"{what}: written", written, 60, "s", floor=f"{fixed}; raw copy {copied:.2f} s"),
        Figure(f"{what}: written, times the raw copy", written / copied, 8, ""),
        Figure(f"{what}: read and every sum proven", back, 60, "s", floor=f"raw sums {summed:.2f} s"),
        Figure(f"{what}: memory grown by writing", grown, 32, "MB"),
        Figure(f"{what}: memory grown by reading", told, 64, "MB"),
    ]


def furnished(kept: Path) -> list[str]:
    """The files as a house keeps them, 256 folders by sum; gives the sums."""
    sums = []
    for number in range(PAPERS):
        content = f"%PDF-1.7 {number} ".encode().ljust(SIZE, b".")
        sums.append(hashlib.sha256(content).hexdigest())
        place = kept / sums[-1][:2] / sums[-1]
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)
    return sums


def cases(kept: Path, sums: list[str]) -> Iterator[Case]:
    """The root and its sub-cases, made one by one as a house would read them."""
    opened, each = date(2010, 2, 2), PAPERS // SUBCASES
    yield Case("08-155", "Пописи на имот", "0804", 20, opened)
    for part in range(SUBCASES):
        last = PAPERS if part == SUBCASES - 1 else (part + 1) * each
        papers = tuple(paper(kept, sums, number) for number in range(part * each, last))
        yield Case(
            f"08-155-{part + 1}", f"Попис {part}", "0804", 20, opened, parent="08-155", documents=papers
        )


def paper(kept: Path, sums: list[str], number: int) -> Document:
    """One letter, our own: PDF/A already."""
    place = kept / sums[number][:2] / sums[number]
    file = File(f"допис {number}.pdf", "application/pdf", SIZE, sums[number], partial(place.open, "rb"))
    at = datetime(2010, 2, 2, 8, 0, tzinfo=UTC)
    return Document(
        number=f"08-155/{number + 1}",
        title=f"Допис број {number + 1} за попис на имотот",
        registered_at=at,
        mark="0804",
        years=20,
        parties=(Party("Arben Ramadani", "sender"),),
        events=(Event("registered", at, "Весна Трајчева"), Event("signed", at, "Горан Илиев")),
        scans=(Scan(file, is_pdfa=True),),
    )


def copy(kept: Path, target: Path, sums: list[str]) -> None:
    """What no packer can do without."""
    for number, name in enumerate(sums):
        content = (kept / name[:2] / name).read_bytes()
        assert hashlib.sha256(content).hexdigest() == name
        place = target / f"{number // 1000:04}" / f"{number:07}.pdf"
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(content)


def look(kept: Path, sums: list[str]) -> None:
    """What no reader can do without."""
    for name in sums:
        assert hashlib.sha256((kept / name[:2] / name).read_bytes()).hexdigest() == name


def unpack(package: Path) -> None:
    """Prove the whole and take every case out."""
    with read(package) as unpacked:
        assert sum(len(case.documents) for case in unpacked.cases()) == PAPERS


def timed(work: Callable[[], object]) -> float:
    """Seconds; the CPU of the process where that is more (a disk that waits is no work of ours)."""
    start, spent = wall(), process_seconds()
    work()
    return max(wall() - start, process_seconds() - spent)


def memory() -> float:
    """The most memory this process has held, in MB."""
    return resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
