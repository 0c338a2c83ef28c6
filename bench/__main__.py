"""`make bench`: every figure, each measurement alone in a process and a house of its own, one table.

`python -m bench registering searching` measures only these. Missed figures do not fail: they are shown.
"""

import json
import os
import platform
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from bench.measure import Figure, loop
from tests.postgres import cluster

# measurement → the house it needs: "town", "empty", "bare": a database with nothing in it, or "none"
MEASUREMENTS = {
    "registering": "empty",
    "page": "empty",
    "listing": "town",
    "searching": "empty",
    "gazette": "empty",
    "memory": "town",
    "starting": "bare",
    "lex": "none",
    "importing": "empty",
    "packing": "none",
}
DAY = "2026-10-13"
AS_IN_LIFE = ("fsync=on", "synchronous_commit=on", "shared_buffers=512MB", "max_connections=60")


def main(names: list[str]) -> int:
    """Measure and print the table in Markdown."""
    if unknown := set(names) - set(MEASUREMENTS):
        print(
            f"Unknown: {', '.join(sorted(unknown))}. There are: {', '.join(MEASUREMENTS)}.", file=sys.stderr
        )
        return 2
    print(
        f"Python {platform.python_version()}, {os.cpu_count()} cores; the fixed loop takes {loop():.2f} s\n"
    )
    print("| what | measured | wanted | measured ÷ wanted | beside it in the same run | |")
    print("|---|---|---|---|---|---|")
    for name in names or MEASUREMENTS:
        for figure in measured(name):
            print(figure.row(), flush=True)
    return 0


def measured(name: str) -> list[Figure]:
    """Run one measurement in its house; what it says besides its figures goes to the screen's other side."""
    with house(MEASUREMENTS[name]) as environment, tempfile.NamedTemporaryFile() as told:
        ready = "" if MEASUREMENTS[name] == "none" else "import django; django.setup();"
        code = (
            f"import json, sys, importlib, dataclasses; {ready}"
            f"found = importlib.import_module('bench.{name}').figures();"
            f"json.dump([dataclasses.asdict(f) for f in found], open('{told.name}', 'w'))"
        )
        subprocess.run([sys.executable, "-c", code], env=environment, check=True, stdout=sys.stderr)
        return [Figure(**row) for row in json.loads(Path(told.name).read_text())]


@contextmanager
def house(kind: str) -> Iterator[dict[str, str]]:
    """A PostgreSQL that keeps its promises, and a house on it; gives the environment to live there."""
    if kind == "none":
        yield dict(os.environ)
        return
    with tempfile.TemporaryDirectory(prefix="konak-bench-") as folder, cluster(*AS_IN_LIFE) as postgres:
        environment = os.environ | {
            "DJANGO_SETTINGS_MODULE": "konak.house.settings",
            "KONAK_VAR": folder,
            "KONAK_DATABASE": postgres.url,
        }
        if kind != "bare":
            sample = ["--sample", "--day", DAY] if kind == "town" else []
            words = [sys.executable, "-m", "konak", "migrate", *sample]
            subprocess.run(words, env=environment, check=True, stdout=sys.stderr)
        if kind == "town":
            environment["KONAK_CLOCK"] = f"{DAY}T09:00"
        yield environment


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
