"""`konak work`: does errands until told to stop."""

import argparse
import logging
import os
import signal
import threading
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
    while not stop.is_set() and os.getppid() == parent:
        wait = one_round()
        if args.once and wait:
            break
        stop.wait(wait)


def one_round() -> float:
    """Do what waits; seconds to rest before the next round."""
    from django.db import InterfaceError, OperationalError, close_old_connections

    from konak.kernel.journal import run_errands

    close_old_connections()
    try:
        return 0.0 if run_errands() else IDLE
    except (OperationalError, InterfaceError) as lost:
        log.warning("database lost, trying again: %s", lost)
        return TROUBLED
