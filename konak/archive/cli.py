"""Commands of the archive: `konak archive disposable | package`."""

import argparse
import json
import sys
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any


def commands(subparsers: "argparse._SubParsersAction[argparse.ArgumentParser]") -> None:
    passed = subparsers.add_parser("disposable", help="closed cases whose retention term has passed on a day")
    passed.add_argument("--on", required=True, type=date.fromisoformat, help="2031-01-01")
    passed.add_argument("--json", action="store_true", help="as JSON")
    passed.set_defaults(run=run_disposable)
    packed = subparsers.add_parser(
        "package", help="closed cases as packages for the State Archive (E-ARK CSIP)"
    )
    packed.add_argument("case", nargs="?", help="number of the case, 08-155")
    packed.add_argument("--year", type=int, help="of its book; else the newest that has the number")
    packed.add_argument("--all-closed", type=int, metavar="YEAR", help="every case closed in the year")
    packed.add_argument("--out", required=True, type=Path, help="folder for the packages")
    packed.set_defaults(run=run_package)


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


def run_package(args: argparse.Namespace) -> int:
    """Write a package of each case, a line each; exit code 1 when one was refused, 2 when there is no such case."""
    from konak.archive import eark
    from konak.archive.office import pack
    from konak.kernel.clock import now
    from konak.kernel.errors import Refused

    if bool(args.case) == bool(args.all_closed):
        print("Say the number of a case, or --all-closed with a year.", file=sys.stderr)
        return 2
    args.out.mkdir(parents=True, exist_ok=True)
    found, refused = 0, 0
    for case in _cases(args):
        found += 1
        name = f"{case.number}/{case.book.year}"
        try:
            print(f"{name}  {pack(case, args.out, at=now())}")
        except (Refused, eark.Unsound, FileExistsError) as wrong:
            refused += 1
            print(f"{name}  {wrong}", file=sys.stderr)
    if not found:
        print("There is no such case.", file=sys.stderr)
        return 2
    return 1 if refused else 0


def _cases(args: argparse.Namespace) -> Iterator[Any]:
    from konak.kernel.clock import ZONE
    from konak.kernel.journal import SYSTEM
    from konak.registry import office as registry

    if args.case:
        case = registry.case_by_number(SYSTEM, args.case, args.year)
        yield from (case,) if case else ()
        return
    closed = registry.cases(SYSTEM).filter(state="closed").select_related("book").order_by("id")
    for case in closed.iterator(chunk_size=200):
        if case.closed_at and case.closed_at.astimezone(ZONE).year == args.all_closed:
            yield case
