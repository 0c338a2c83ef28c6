"""`konak town`: make the sample town anew."""

import argparse
import sys
from datetime import date
from typing import Any


def commands(subparsers: Any) -> None:
    town = subparsers.add_parser("town", help="make the sample town anew (sample databases only)")
    town.add_argument(
        "--day", type=date.fromisoformat, help="the last day the town lives (default: yesterday)"
    )
    town.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Empty a database marked as sample and build the town again; refuses any other."""
    from datetime import timedelta

    from django.utils import timezone

    from konak.house.ground import say
    from konak.house.town import accounts, build, empty, is_sample

    if not is_sample():
        print("This database is not marked as a sample: nothing was touched.", file=sys.stderr)
        return 1
    empty()
    build(args.day or timezone.localdate() - timedelta(days=1), say)
    for line in accounts():
        print(line)
    return 0
