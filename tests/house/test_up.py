"""`konak up` serves, mends itself, and leaves nothing behind."""

import os
import signal
import subprocess
import sys
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from pathlib import Path

import pytest

from konak.house.machine import BASE
from tests.browser import free_port, serve
from tests.databases import WORKER, copy, drop


def family(pid: int) -> dict[int, str]:
    """The living descendants of a process: id → command."""
    parents, words = {}, {}
    for folder in Path("/proc").glob("[0-9]*"):
        try:
            state = (folder / "stat").read_text().rpartition(")")[2].split()
            words[int(folder.name)] = (folder / "cmdline").read_bytes().replace(b"\0", b" ").decode()
        except (FileNotFoundError, ProcessLookupError):
            continue
        if state[0] != "Z":
            parents[int(folder.name)] = int(state[1])
    found: dict[int, str] = {}
    while more := {p: words[p] for p, above in parents.items() if above in {pid, *found} and p not in found}:
        found |= more
    return found


def eventually(true: Callable[[], bool]) -> bool:
    until = time.monotonic() + 60
    while not true():
        if time.monotonic() > until:
            return False
        time.sleep(0.05)
    return True


@pytest.mark.parametrize("how", [signal.SIGTERM, signal.SIGINT])
def test_the_house_opens_mends_itself_and_leaves_nothing(tmp_path: Path, how: signal.Signals) -> None:
    house = copy("empty", f"up_{WORKER}")
    served = serve(house, tmp_path / "log")
    try:
        pid = served.process.pid
        assert eventually(lambda: any("konak work" in words for words in family(pid).values()))
        worker = next(one for one, words in family(pid).items() if "konak work" in words)
        os.kill(worker, signal.SIGKILL)
        assert eventually(
            lambda: any("konak work" in words and one != worker for one, words in family(pid).items())
        )
        with urllib.request.urlopen(f"{served.url}/static/house/trouble.css") as answer:
            assert answer.status == 200
        with pytest.raises(urllib.error.HTTPError) as absent:
            urllib.request.urlopen(f"{served.url}/sq/nope", data=b"posted=1")
        assert absent.value.code == 404
        living = family(pid)
        served.process.send_signal(how)
        assert served.process.wait(60) == 0
        assert [one for one in living if Path(f"/proc/{one}").exists()] == []
        assert (tmp_path / "log").read_text().endswith("Konak has stopped.\n")
    finally:
        if served.process.poll() is None:
            served.process.kill()
        drop(house)


def test_a_taken_port_is_said(tmp_path: Path) -> None:
    import socket

    with socket.socket() as other:
        other.bind(("127.0.0.1", port := free_port()))
        other.listen()
        told = subprocess.run(
            [sys.executable, "-m", "konak", "up", "--port", str(port)],
            cwd=BASE,
            env=os.environ | {"KONAK_VAR": str(tmp_path)},
            capture_output=True,
            text=True,
        )
    assert (told.returncode, told.stderr) == (
        1,
        f"Port {port} is taken: choose another (make run PORT=8123).\n",
    )
