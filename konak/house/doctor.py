"""`konak doctor`: what this machine set, and whether the house can stand on it."""

import argparse
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from typing import Any

from konak.house import machine

NEEDED_SPACE = 1 << 30  # bytes free for files and backups


def commands(subparsers: Any) -> None:
    """`konak doctor`."""
    doctor = subparsers.add_parser("doctor", help="print the machine's settings and what is wrong with them")
    doctor.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """Print the table and the findings; 1 when something must be mended."""
    for variable in machine.TABLE:
        given = os.environ.get(variable.name, "")
        shown = ("(set)" if given else "") if variable.hidden else given or variable.default
        print(f"{variable.name:<18} {shown or '-':<40} {variable.meaning}")
    print()
    sick = 0
    for name, examine in EXAMINATIONS:
        trouble = examine()
        sick += bool(trouble)
        print(f"{'MEND' if trouble else 'well':<5} {name}{': ' + trouble if trouble else ''}")
    if not database():
        from konak.kernel.people import without_second_factor

        real, sample = without_second_factor()
        print(f"note  accounts without second factor: {real}, and {sample} of the sample town")
    return 1 if sick else 0


def python() -> str:
    """Python is new enough."""
    return "" if sys.version_info >= (3, 11) else f"needs 3.11 or newer, this is {sys.version.split()[0]}"


def sqlite() -> str:
    """SQLite knows upsert with RETURNING and FTS5."""
    return "" if sqlite3.sqlite_version_info >= (3, 35) else f"needs 3.35, this is {sqlite3.sqlite_version}"


def folder() -> str:
    """The data folder can be written and has room."""
    var = machine.var()
    if not (var.is_dir() and os.access(var, os.W_OK)):
        return f"{var} cannot be written; `konak migrate` makes it"
    free = shutil.disk_usage(var).free
    return "" if free >= NEEDED_SPACE else f"only {free >> 20} MB free"


def secret() -> str:
    """There is a secret that stays, readable by the house alone."""
    if machine.read("KONAK_SECRET"):
        return ""
    kept = machine.var() / "secret"
    if not kept.exists():
        return "none yet; `konak migrate` makes one"
    return "" if kept.stat().st_mode & 0o077 == 0 else f"{kept} is readable by others"


def database() -> str:
    """The database answers and has this version's schema."""
    from django.db import Error, connection
    from django.db.migrations.executor import MigrationExecutor

    try:
        executor = MigrationExecutor(connection)
        waiting = executor.migration_plan(executor.loader.graph.leaf_nodes())
    except Error as error:
        return str(error).strip()
    return f"{len(waiting)} migrations wait: `konak migrate`" if waiting else ""


EXAMINATIONS: tuple[tuple[str, Callable[[], str]], ...] = (
    ("Python", python),
    ("SQLite", sqlite),
    ("data folder", folder),
    ("secret", secret),
    ("database", database),
)
