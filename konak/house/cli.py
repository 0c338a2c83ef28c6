"""The command-line door: `konak <verb>` for the house, `konak <room> <verb>` for a room.

A module of commands has one function `commands(subparsers)`: for each verb it calls
`subparsers.add_parser(verb)`, adds the arguments, and `set_defaults(run=function)`, where `function(args)`
returns the exit code or None. Modules of commands import nothing of Django at their top. A verb that needs
no database says so with `set_defaults(bare=True)` and runs without Django; with `bare="before the house"` it
runs without Django where there is no database yet, and reads the town's own values where there is one.
"""

import argparse
import os
import sys
from collections.abc import Sequence
from importlib import import_module
from importlib.util import find_spec
from pathlib import Path

from konak.house import machine

# verb → module whose commands(subparsers) adds it; a verb whose module is not built is not offered
VERBS = {
    "up": "konak.house.up",
    "work": "konak.house.worker",
    "migrate": "konak.house.ground",
    "static": "konak.house.ground",
    "doctor": "konak.house.doctor",
    "messages": "konak.house.messages",
    "found": "konak.house.founding.cli",
    "town": "konak.house.town.cli",
    "verify": "konak.house.verify",
}
# group → module whose verbs are said after it; rooms with a cli.py are groups of their own
GROUPS = {"clock": "konak.kernel.clock.cli"}


def exists(module: str) -> bool:
    """Whether a module is there, without importing it (its parents are imported); a bare folder is none."""
    try:
        spec = find_spec(module)
    except ModuleNotFoundError:
        return False
    return spec is not None and spec.origin is not None


def groups() -> dict[str, str]:
    """Every group of commands that stands: the kernel's, then the rooms'."""
    found = {name: module for name, module in GROUPS.items() if exists(module)}
    for path in sorted(Path(__file__).parent.parent.glob("*/cli.py")):
        if path.parent.name != "house":
            found[path.parent.name] = f"konak.{path.parent.name}.cli"
    return found


def parser(words: Sequence[str]) -> argparse.ArgumentParser:
    """The parser for these words: only the module that the first word names is loaded; all when none is."""
    top = argparse.ArgumentParser(prog="konak", description="Konak: the municipality's office.")
    verbs = top.add_subparsers(dest="verb", metavar="command", required=True)
    first = next((word for word in words if not word.startswith("-")), "")
    standing = groups()
    for module in dict.fromkeys(VERBS.values()):
        if (first not in VERBS or VERBS[first] == module) and first not in standing and exists(module):
            import_module(module).commands(verbs)
    for name, module in standing.items():
        if first in (name, "") or (first not in VERBS and first not in standing):
            group = verbs.add_parser(name, help=f"commands of {name}")
            inner = group.add_subparsers(dest="inner", metavar="command", required=True)
            if first == name:
                import_module(module).commands(inner)
    return top


def main(words: Sequence[str] | None = None) -> int:
    """Run one command; the exit code is what the command returned, 0 when nothing."""
    words = sys.argv[1:] if words is None else words
    args = parser(words).parse_args(words)
    bare = getattr(args, "bare", False)
    if not bare or (bare == "before the house" and machine.stands()):
        start()
        return answered(args)
    return args.run(args) or 0


def answered(args: argparse.Namespace) -> int:
    """Run a command of the house; without its database it says what to do, and ends with 1."""
    from django.db import OperationalError

    try:
        return args.run(args) or 0
    except OperationalError as trouble:
        print(
            f"The database does not answer: {str(trouble).strip()}. See `konak doctor`; `konak migrate` makes one.",
            file=sys.stderr,
        )
        return 1


def start() -> None:
    """Wake Django."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "konak.house.settings")
    import django

    django.setup()
