"""`konak messages`: builds the catalogues (.mo) from the written ones (.po), or says what is wrong with them."""

import argparse
from typing import Any


def commands(subparsers: Any) -> None:
    """`konak messages`, `konak messages --check`."""
    messages = subparsers.add_parser("messages", help="build the translated messages")
    messages.add_argument(
        "--check", action="store_true", help="say what is missing, obsolete or wrong instead"
    )
    messages.set_defaults(run=run, bare=True)


def run(args: argparse.Namespace) -> int:
    """Build what is older than its source, or list every fault."""
    from konak.kernel.i18n import catalogue

    if args.check:
        faults = [fault for language in catalogue.SPOKEN for fault in catalogue.faults(language)]
        for fault in faults:
            print(fault)
        return 1 if faults else 0
    for path in catalogue.build():
        print(f"Built {path.relative_to(catalogue.KONAK.parent)}")
    return 0
