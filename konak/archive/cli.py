"""Commands of the archive: `konak archive disposable`."""

import argparse
import json
from datetime import date


def commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    passed = subparsers.add_parser("disposable", help="closed cases whose retention term has passed on a day")
    passed.add_argument("--on", required=True, type=date.fromisoformat, help="2031-01-01")
    passed.add_argument("--json", action="store_true", help="as JSON")
    passed.set_defaults(run=run_disposable)


def run_disposable(args: argparse.Namespace) -> int:
    """Print what may be listed for disposal on that day, and what still keeps the rest; permanent material never."""
    from konak.archive.office import disposable
    from konak.kernel.journal import SYSTEM

    found = disposable(SYSTEM, args.on)
    if args.json:
        cases = [
            {
                "case": one.case.pk,
                "number": one.case.number,
                "year": one.year,
                "mark": one.case.mark,
                "closed_on": one.closed_on.isoformat(),
                "years": one.years,
                "disposable_from": one.disposable_from.isoformat(),
                "blocked_by": list(one.blocked_by),
            }
            for one in found
        ]
        print(json.dumps({"on": args.on.isoformat(), "cases": cases}, ensure_ascii=False))
        return 0
    for one in found:
        print(
            f"{one.case.number}/{one.year}  {one.case.mark}  {one.closed_on} + {one.years}  {one.disposable_from}"
        )
        for reason in one.blocked_by:
            print(f"    {reason}")
    return 0
