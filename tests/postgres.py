"""A PostgreSQL cluster for as long as a command runs: `python tests/postgres.py make test`.

The command finds its address in KONAK_DATABASE. The cluster listens on loopback only, on a free port, and is
never run as root.
"""

import os
import pwd
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from functools import partial
from itertools import count
from pathlib import Path
from typing import NamedTuple


def binaries() -> Path | None:
    """The newest PostgreSQL of this machine; None without one."""
    debian = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: float(path.parent.name))
    if debian:
        return debian[-1]
    found = shutil.which("initdb")
    return Path(found).resolve().parent if found else None


# Below the ports that are lent to whoever connects, and a hundred apart for processes that start together:
# what is free when it is asked for is still free when it is used.
_PORTS = count(10_000 + os.getpid() % 200 * 100)


def free_port() -> int:
    """A port nobody listens on; each is given once."""
    for port in _PORTS:
        with socket.socket() as probe, suppress(OSError):
            probe.bind(("127.0.0.1", port))
            return port
    raise AssertionError("ports never end")


class Cluster(NamedTuple):
    """A running cluster: the address of its database, and how to take it away and bring it back."""

    url: str
    start: Callable[[], None]
    stop: Callable[[], None]


@contextmanager
def cluster(*settings: str) -> Iterator[Cluster]:
    """A fresh cluster. `settings` as in postgresql.conf: "fsync=on"."""
    home = binaries()
    if home is None:
        raise SystemExit("No PostgreSQL on this machine (Debian: apt-get install postgresql).")
    person = pwd.getpwnam("nobody") if os.geteuid() == 0 else pwd.getpwuid(os.geteuid())
    identity: dict[str, int | list[int]] = {}
    if os.geteuid() == 0:
        identity = {"user": person.pw_uid, "group": person.pw_gid, "extra_groups": []}
    folder = Path(tempfile.mkdtemp(prefix="konak-postgres-"))
    os.chown(folder, person.pw_uid, person.pw_gid)
    port = free_port()
    options = [f"-c {setting}" for setting in (f"port={port}", "listen_addresses=127.0.0.1", *settings)]

    def run(*words: str) -> None:
        subprocess.run(words, cwd=folder, check=True, stdout=subprocess.DEVNULL, **identity)  # type: ignore[call-overload]

    data = str(folder / "data")
    try:
        run(
            *(str(home / "initdb"), "-D", data, "-U", "konak", "--auth=trust", "--no-sync"),
            *("--encoding=UTF8", "--locale=C.UTF-8"),
        )
        control = [str(home / "pg_ctl"), "-D", data, "-w", "-s"]
        start = partial(
            run, *control, "-l", str(folder / "log"), "-o", " ".join([*options, f"-k {folder}"]), "start"
        )
        stop = partial(run, *control, "-m", "immediate", "stop")
        start()
        try:
            yield Cluster(f"postgresql://konak@127.0.0.1:{port}/postgres", start, stop)
        finally:
            stop()
    finally:
        shutil.rmtree(folder)


def main(words: list[str]) -> int:
    """Run the command inside a cluster; its exit code is ours."""
    signal.signal(signal.SIGTERM, lambda *_: sys.exit(143))
    with cluster("fsync=off", "synchronous_commit=off", "full_page_writes=off", "max_connections=60") as here:
        return subprocess.run(words, env=os.environ | {"KONAK_DATABASE": here.url}).returncode


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
