"""`konak doctor`: what this machine set, and whether the house can stand on it."""

import argparse
import os
import shutil
import sqlite3
import sys
from collections.abc import Callable
from datetime import datetime, timedelta
from typing import Any

from konak.house import machine

NEEDED_SPACE = 1 << 30  # bytes free for files and backups
LONGEST = timedelta(hours=1)  # an errand may wait before somebody should look
SEALED_WITHIN = timedelta(days=2)  # entries are sealed every night


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
    for name, examine in MACHINE:
        sick += tell(name, examine())
    if database():
        return 1  # what follows is asked of the database
    for name, examine in HOUSE:
        sick += tell(name, examine())
    for name, say in NOTES:
        print(f"note  {name}: {say()}")
    return 1 if sick else 0


def tell(name: str, trouble: str) -> bool:
    """Print one finding; True when it must be mended."""
    print(f"{'MEND' if trouble else 'well':<5} {name}{': ' + trouble if trouble else ''}")
    return bool(trouble)


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


def sample() -> str:
    """Nothing of the sample town in a database without its mark, and no shifted clock."""
    from .ground import not_to_open

    return not_to_open()


def errands() -> str:
    """Nothing has waited for longer than an hour: somebody does the errands."""
    waited = _waited()
    if waited is None or waited < LONGEST:
        return ""
    return f"the oldest waits for {waited.total_seconds() // 3600:.0f} h; is `konak work` running?"


def sealed() -> str:
    """Nothing has been unsealed for longer than two nights."""
    from konak.kernel.journal.sealing import unsealed

    oldest = unsealed().first()
    if oldest is None or _now() - oldest.recorded_at < SEALED_WITHIN:
        return ""
    return f"entries since {oldest.recorded_at:%d.%m.%Y} are not sealed; is `konak work` running?"


def seal_key() -> str:
    """A house that is open to the town does not seal with a test key."""
    if not (_test_key() and _earnest()):
        return ""
    return f"the test authority's; put the town's own at {machine.var() / 'keys' / 'seal.p12'}"


def mail() -> str:
    """A house that is open to the town sends its mail."""
    return "KONAK_MAIL is empty: letters stay in a folder" if _earnest() and not _sends() else ""


def _now() -> datetime:
    """The machine's own clock: errands and the database know no other."""
    from django.utils import timezone

    return timezone.now()


def _earnest() -> bool:
    """Open to the town: at an https address, and no sample."""
    from .models import Sample

    return machine.read("KONAK_ADDRESS").startswith("https:") and not Sample.objects.exists()


def _test_key() -> bool:
    return not (machine.var() / "keys" / "seal.p12").exists()


def _sends() -> bool:
    return bool(machine.read("KONAK_MAIL"))


def _waited() -> timedelta | None:
    from konak.kernel.journal import waiting_since

    return waiting_since(_now())


def say_sample() -> str:
    from .models import Sample

    mark = Sample.objects.first()
    return f"yes, as of {mark.day:%d.%m.%Y}" if mark else "no, a town's own house"


def say_norms() -> str:
    from konak.kernel import norms
    from konak.kernel.clock import today

    from .norms.showing import to_confirm

    own = sum(norm.deviates for key in norms.known() for norm in norms.intervals(key))
    return f"{to_confirm(today())} of {len(norms.known())} to confirm, {own} of the town's own"


def say_seal_key() -> str:
    return "the test authority's" if _test_key() else "the town's own"


def say_mail() -> str:
    return "sent" if _sends() else f"laid into {machine.var() / 'mail'}"


def say_block() -> str:
    from konak.kernel.journal.sealing import Block, unsealed

    last = Block.objects.order_by("-number").first()
    said = f"number {last.number} of {last.day:%d.%m.%Y}" if last else "none yet"
    return f"{said}; {unsealed().count()} entries since"


def say_errand() -> str:
    waited = _waited()
    return "none" if waited is None else f"for {max(waited.total_seconds(), 0):.0f} s"


def say_second_factor() -> str:
    from konak.kernel.people import without_second_factor

    real, invented = without_second_factor()
    return f"{real}, and {invented} of the sample town"


MACHINE: tuple[tuple[str, Callable[[], str]], ...] = (
    ("Python", python),
    ("SQLite", sqlite),
    ("data folder", folder),
    ("secret", secret),
    ("database", database),
)
HOUSE: tuple[tuple[str, Callable[[], str]], ...] = (
    ("sample accounts and clock", sample),
    ("errands", errands),
    ("seals", sealed),
    ("seal key", seal_key),
    ("mail", mail),
)
NOTES: tuple[tuple[str, Callable[[], str]], ...] = (
    ("sample", say_sample),
    ("norms", say_norms),
    ("seal key", say_seal_key),
    ("mail", say_mail),
    ("last sealed block", say_block),
    ("oldest waiting errand", say_errand),
    ("accounts without second factor", say_second_factor),
)
