"""`konak verify`: is everything that was sealed still as it was?"""

import argparse
import json
from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from konak.kernel.journal.sealing import Findings


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
            "blocks": len(found.blocks),
            "days": [
                {"day": str(b.day), "block": b.number, "entries": b.count, "clean": b.clean}
                for b in found.blocks
            ],
            "sealed": found.sealed,
            "unsealed": found.unsealed,
            "open": [{"day": str(day), "entries": entries} for day, entries in found.open.items()],
            "tampered": found.tampered,
            "entries": found.entries,
            "files": damaged,
        }
        print(json.dumps(told, ensure_ascii=False, indent=1))
        return int(not clean)
    for line in lines(found):
        print(line)
    for what in [*found.tampered, *damaged]:
        print(what)
    print(f"{found.sealed} entries in {len(found.blocks)} blocks, {len(found.unsealed)} not sealed yet")
    print("Everything that was sealed is as it was." if clean else "Something was touched: see above.")
    return int(not clean)


def lines(found: "Findings") -> Iterator[str]:
    """One line for each block, and one for each day that is not sealed yet."""
    for block in found.blocks:
        state = "as it was sealed" if block.clean else "TOUCHED"
        count = "1 entry" if block.count == 1 else f"{block.count} entries"
        yield f"{block.day:%d.%m.%Y}  block {block.number}, {count}: {state}"
    for day, entries in found.open.items():
        yield f"{day:%d.%m.%Y}  not sealed yet: {spans(entries)}"


def spans(numbers: list[int]) -> str:
    """„entries 7–9, 12“ of rising numbers."""
    runs: list[list[int]] = []
    for number in numbers:
        if runs and number == runs[-1][-1] + 1:
            runs[-1].append(number)
        else:
            runs.append([number])
    said = [f"{run[0]}–{run[-1]}" if len(run) > 1 else str(run[0]) for run in runs]
    return f"{'entry' if len(numbers) == 1 else 'entries'} {', '.join(said)}"
