"""`konak verify`: is everything that was sealed still as it was?"""

import argparse
import json
from typing import Any


def commands(subparsers: Any) -> None:
    verify = subparsers.add_parser("verify", help="hold journal and files against their seals")
    verify.add_argument("--json", action="store_true")
    verify.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when nothing was touched, 1 otherwise; entries that are not sealed yet are no fault, but named."""
    from .sealed import examine

    found, damaged = examine()
    clean = found.clean and not damaged
    if args.json:
        told = {
            "clean": clean,
            "blocks": found.blocks,
            "sealed": found.sealed,
            "unsealed": found.unsealed,
            "tampered": found.tampered,
            "entries": found.entries,
            "files": damaged,
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return int(not clean)
    for what in [*found.tampered, *damaged]:
        print(what)
    print(f"{found.sealed} entries in {found.blocks} blocks, {len(found.unsealed)} not sealed yet")
    print("Everything that was sealed is as it was." if clean else "Something was touched: see above.")
    return int(not clean)
