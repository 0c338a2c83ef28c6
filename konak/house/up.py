"""`konak up`: the whole house in one command: prepares the ground, serves the pages, does the errands."""

import argparse
import os
import signal
import socket
import subprocess
import sys
import threading
import time
import urllib.error
import urllib.request
from collections.abc import Callable
from typing import Any

PATIENCE = 15.0  # seconds a process gets to finish what it holds
DEATHS = 5  # of one process within a minute: something is wrong that starting again does not mend
READY = 30.0  # seconds the web process gets to answer


def commands(subparsers: Any) -> None:
    """`konak up`; bare, because the one who watches over the others should weigh little."""
    up = subparsers.add_parser("up", help="serve the house: web and errands")
    up.add_argument("--host", default="127.0.0.1")
    up.add_argument("--port", type=int, default=8000)
    up.add_argument("--sample", action="store_true", help="seed the sample town if the database is new")
    up.set_defaults(run=run, bare=True)


class Child:
    """One process of the house, started again when it dies."""

    def __init__(self, name: str, words: list[str]) -> None:
        self.name, self.words, self.deaths = name, words, list[float]()
        self.process = self._start()

    def _start(self) -> subprocess.Popen[bytes]:
        # its own session: Ctrl-C reaches `konak up` only, which then stops the others in order
        return subprocess.Popen([sys.executable, "-m", *self.words], start_new_session=True)  # noqa: S603

    def look(self) -> bool:
        """False when it died too often to go on."""
        if self.process.poll() is None:
            return True
        self.end_group()
        now = time.monotonic()
        self.deaths = [death for death in self.deaths if now - death < 60] + [now]
        if len(self.deaths) >= DEATHS:
            return False
        print(f"{self.name} ended with {self.process.returncode}; starting it again", flush=True)
        self.process = self._start()
        return True

    def ask_to_stop(self) -> None:
        if self.process.poll() is None:
            self.process.terminate()

    def end(self, until: float) -> None:
        """Wait until it is gone; what is left of its session after that is killed."""
        try:
            self.process.wait(max(0.1, until - time.monotonic()))
        except subprocess.TimeoutExpired:
            print(f"{self.name} does not stop; killing it", flush=True)
        self.end_group()
        self.process.wait()

    def end_group(self) -> None:
        try:
            os.killpg(self.process.pid, signal.SIGKILL)
        except ProcessLookupError:
            return


def run(args: argparse.Namespace) -> int:
    """Prepare, serve, watch; returns after everything it started has ended."""
    if taken(args.host, args.port):
        print(f"Port {args.port} is taken: choose another (make run PORT=8123).", file=sys.stderr)
        return 1
    address = f"http://{args.host}:{args.port}"
    os.environ.setdefault("KONAK_ADDRESS", address)
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
        signal.signal(number, lambda *_: stop.set())
    if (code := prepare(args.sample, stop)) or stop.is_set():
        return 0 if stop.is_set() else code
    children = [Child("web", web(args.host, args.port)), Child("errands", ["konak", "work"])]
    try:
        return watch(children, stop, lambda: greet(address, stop))
    finally:
        for child in children:
            child.ask_to_stop()
        until = time.monotonic() + PATIENCE
        for child in children:
            child.end(until)
        print("Konak has stopped.", flush=True)


def taken(host: str, port: int) -> bool:
    """Whether somebody listens there already."""
    with socket.socket() as probe:
        probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            probe.bind((host, port))
        except OSError:
            return True
    return False


def prepare(sample: bool, stop: threading.Event) -> int:
    """Bring the ground to this version in a process of its own, so that its weight goes with it."""
    words = [sys.executable, "-m", "konak", "migrate", "--opening", *(["--sample"] if sample else [])]
    process = subprocess.Popen(words, start_new_session=True)  # noqa: S603
    while process.poll() is None:
        if stop.wait(0.05):
            process.terminate()
            process.wait()
    return process.returncode


def web(host: str, port: int) -> list[str]:
    """The web server's words."""
    return [
        *("granian", "--interface", "asgi", "--host", host, "--port", str(port)),
        *("--workers", "1", "--no-ws", "--respawn-failed-workers", "--workers-kill-timeout", "10"),
        *("--log-level", "warning", "konak.house.asgi:application"),
    ]


def watch(children: list[Child], stop: threading.Event, greeting: Callable[[], None]) -> int:
    """Start again what dies, until told to stop (0) or until it is hopeless (1)."""
    threading.Thread(target=greeting, daemon=True).start()
    while not stop.wait(0.2):
        for child in children:
            if not child.look():
                print(f"{child.name} died {DEATHS} times in a minute; stopping.", file=sys.stderr, flush=True)
                return 1
    return 0


def greet(address: str, stop: threading.Event) -> None:
    """Say where the house is, once it answers."""
    until = time.monotonic() + READY
    while time.monotonic() < until and not stop.wait(0.1):
        if answers(address):
            break
    else:
        return
    print(f"\nKonak is open at {address}   (Ctrl-C stops it)", flush=True)


def answers(address: str) -> bool:
    """Whether the house is well."""
    try:
        with urllib.request.urlopen(f"{address}/healthz", timeout=2) as answer:  # noqa: S310
            return answer.status == 200
    except (urllib.error.URLError, OSError):
        return False
