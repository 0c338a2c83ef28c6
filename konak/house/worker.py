"""`konak work`: plans the nightly work of each day that ended, and does errands until told to stop."""

import argparse
import logging
import os
import signal
import threading
from datetime import date, timedelta
from typing import Any

IDLE = 1.0  # seconds between looks when nothing waits
TROUBLED = 5.0  # seconds after the database was lost

log = logging.getLogger("konak.worker")


def commands(subparsers: Any) -> None:
    """`konak work [--once]`."""
    work = subparsers.add_parser("work", help="do errands: mail, search, nightly work")
    work.add_argument("--once", action="store_true", help="do what waits now, then stop")
    work.set_defaults(run=run)


def run(args: argparse.Namespace) -> None:
    """Work until SIGTERM or SIGINT, or until the process that started us is gone."""
    stop = threading.Event()
    for number in (signal.SIGTERM, signal.SIGINT):
        signal.signal(number, lambda *_: stop.set())
    parent = os.getppid()
    planned: date | None = None
    while not stop.is_set() and os.getppid() == parent:
        planned, wait = one_round(planned)
        if args.once and wait:
            break
        stop.wait(wait)


def one_round(planned: date | None = None) -> tuple[date | None, float]:
    """Plan the day that ended unless it is `planned` already, and do what waits.

    Returns the day whose work is planned, and seconds to rest before the next round.
    """
    from django.db import InterfaceError, OperationalError, close_old_connections

    from konak.kernel.clock import today
    from konak.kernel.journal import plan_jobs, run_errands

    close_old_connections()
    ended = today() - timedelta(days=1)
    try:
        if planned != ended:
            plan_jobs(ended)
        return ended, 0.0 if run_errands() else IDLE
    except (OperationalError, InterfaceError) as lost:
        log.warning("database lost, trying again: %s", lost)
        return planned, TROUBLED
