"""`konak work`: plans the nightly work of each day that ended, and does errands until told to stop."""

import argparse
import logging
import os
import signal
import threading
import time
from collections.abc import Callable
from datetime import date, timedelta
from typing import Any

IDLE = 1.0  # seconds between looks when nothing waits
TROUBLED = 5.0  # seconds after the database was lost
GRACE = 5.0  # seconds that a slow errand gets to end; its lease runs out otherwise

log = logging.getLogger("konak.worker")


def commands(subparsers: Any) -> None:
    """`konak work [--once]`."""
    work = subparsers.add_parser("work", help="do errands: mail, search, nightly work")
    work.add_argument("--once", action="store_true", help="do what waits now, then stop")
    work.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Work until SIGTERM or SIGINT, or until the process that started us is gone.

    What takes seconds (reading scans, asking mailboxes) has a thread of its own: mail does not wait for it.
    """
    if args.once:
        once()
        return
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    slow = threading.Thread(target=slowly, args=(stop,), name="slow", daemon=True)
    slow.start()
    parent = os.getppid()
    planned: date | None = None
    while not stop.is_set() and os.getppid() == parent:
        planned, wait = one_round(planned)
        stop.wait(wait)
    stop.set()
    slow.join(GRACE)


def once() -> None:
    """Do what waits now in both lanes, what comes of it included."""
    planned: date | None = None
    looked: dict[str, float] = {}
    busy = True
    while busy:
        planned, wait = one_round(planned)
        busy = not wait or not slow_round(looked)


def slowly(stop: threading.Event) -> None:
    """The slow lane: look into mailboxes and folders, do errands that take long."""
    looked: dict[str, float] = {}
    while not stop.is_set():
        stop.wait(slow_round(looked))


def one_round(planned: date | None = None) -> tuple[date | None, float]:
    """Plan the day that ended unless it is `planned` already, and do what waits.

    Returns the day whose work is planned, and seconds to rest before the next round.
    """
    from konak.kernel.clock import today
    from konak.kernel.journal import plan_jobs, run_errands

    ended = today() - timedelta(days=1)

    def work() -> float:
        if planned != ended:
            plan_jobs(ended)
        return 0.0 if run_errands() else IDLE

    rest = _with_database(work)
    return (planned, TROUBLED) if rest is None else (ended, rest)


def slow_round(looked: dict[str, float]) -> float:
    """Look where it is time to (`looked` remembers when) and do one slow errand; returns seconds to rest."""
    from konak.kernel.journal import run_errands, run_polls

    def work() -> float:
        run_polls(looked, time.monotonic())
        return 0.0 if run_errands(1, slow=True) else IDLE

    rest = _with_database(work)
    return TROUBLED if rest is None else rest


def _with_database(work: Callable[[], float]) -> float | None:
    """What `work` returns; None when the database was lost."""
    from django.db import InterfaceError, OperationalError, close_old_connections

    close_old_connections()
    try:
        return work()
    except (OperationalError, InterfaceError) as lost:
        log.warning("database lost, trying again: %s", lost)
        return None
