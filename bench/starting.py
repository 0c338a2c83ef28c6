"""How long a house takes to stand: its schema from nothing, the first and the second `make run` of a fresh copy."""

import os
import resource
import signal
import subprocess
import sys
import tempfile
from pathlib import Path

from bench.measure import Figure, loop, wall
from bench.memory import wait_until_open
from tests.browser import free_port

HERE = Path(__file__).resolve().parent.parent
OURS = ("KONAK_DATABASE", "KONAK_VAR", "KONAK_CLOCK", "DJANGO_SETTINGS_MODULE", "VIRTUAL_ENV")


def figures() -> list[Figure]:
    """CPU seconds for the schema on both databases; seconds until a fresh copy answers, twice."""
    served, file = schema(dict(os.environ)), schema({**os.environ, "KONAK_DATABASE": ""})
    with tempfile.TemporaryDirectory(prefix="konak-first-") as folder:
        copy = subprocess.run(["git", "archive", "HEAD"], cwd=HERE, check=True, capture_output=True).stdout
        subprocess.run(["tar", "-x"], cwd=folder, input=copy, check=True)
        first, second = opened(folder), opened(folder)
    floor = f"fixed loop {loop():.2f} s"
    return [
        Figure("schema from empty, PostgreSQL: CPU", served, 6, "s", floor=floor),
        Figure("schema from empty, SQLite: CPU", file, 6, "s", floor=floor),
        Figure("first `make run` of a fresh copy, packages cached", first, 90, "s", floor=floor),
        Figure("second `make run`", second, 6, "s", floor=floor),
    ]


def schema(environment: dict[str, str]) -> float:
    """CPU seconds of `konak migrate` on an empty database, its server apart."""
    with tempfile.TemporaryDirectory() as folder:
        before = resource.getrusage(resource.RUSAGE_CHILDREN)
        words = [sys.executable, "-m", "konak", "migrate"]
        subprocess.run(words, env={**environment, "KONAK_VAR": folder}, check=True, stdout=sys.stderr)
        after = resource.getrusage(resource.RUSAGE_CHILDREN)
    return after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime


def opened(folder: str) -> float:
    """Seconds until `make run` says that the house is open; it is closed again."""
    environment = {name: value for name, value in os.environ.items() if name not in OURS}
    start = wall()
    words = ["make", "run", f"PORT={free_port()}"]
    house = subprocess.Popen(words, cwd=folder, env=environment, stdout=subprocess.PIPE, text=True)
    try:
        wait_until_open(house)
        return wall() - start
    finally:
        house.send_signal(signal.SIGTERM)
        house.communicate(timeout=60)
