"""The ground the house stands on: schema, cache table, secret, static files, the sample town once."""

import argparse
import sys
from datetime import date, timedelta
from importlib import import_module
from pathlib import Path
from typing import Any

from konak.house import machine
from konak.house.cli import exists

TOWN = "konak.house.town"


def commands(subparsers: Any) -> None:
    """`konak migrate` and `konak static`."""
    migrate = subparsers.add_parser("migrate", help="bring the database to this version")
    migrate.add_argument("--sample", action="store_true", help="seed the sample town if the database is new")
    migrate.add_argument("--day", type=date.fromisoformat, help="the sample town's day (default: yesterday)")
    migrate.add_argument(
        "--opening", action="store_true", help="refuse what must not be opened, as `konak up` does"
    )
    migrate.set_defaults(run=run_migrate)
    static = subparsers.add_parser("static", help="collect the static files into KONAK_VAR/static")
    static.set_defaults(run=run_static)


def run_migrate(args: argparse.Namespace) -> int:
    """Migrate; seed a new database when a sample town is wished and built, and name its accounts."""
    machine.keep_secret()
    new = migrate()
    if args.sample and exists(TOWN):
        sample(new, args.day)
    if args.opening and (trouble := not_to_open()):
        print(trouble, file=sys.stderr, flush=True)
        return 1
    return 0


def sample(new: bool, wished: date | None) -> None:
    """Build the sample town in a new database, and name the accounts of a sample."""
    from django.utils import timezone

    town = import_module(TOWN)
    if new:
        day = wished or timezone.localdate() - timedelta(days=1)
        print(f"Building the sample town as of {day}", flush=True)
        town.build(day, say)
    for line in town.accounts():
        print(line, flush=True)


def not_to_open() -> str:
    """Why this house must not open to anybody; "" when it may.

    Everybody can read the passwords of the sample town, and a shifted clock would write false days into real
    books: both live only in a database that bears the mark of a sample.
    """
    from konak.house.models import Sample
    from konak.kernel.people import Account

    if Sample.objects.exists():
        return ""
    if invented := Account.objects.filter(sample=True).count():
        return (
            f"{invented} accounts of the sample town are in a database that is not marked as a sample; their "
            "password is public. Take the town's own database (KONAK_DATABASE, KONAK_VAR) or a backup of it."
        )
    if machine.read("KONAK_CLOCK"):
        return "KONAK_CLOCK is set, but this database is not marked as a sample. Take the variable away."
    return ""


def migrate() -> bool:
    """Bring the schema to this version; True when the database was empty before."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    machine.var().mkdir(parents=True, exist_ok=True)
    if connection.vendor == "sqlite":
        Path(connection.settings_dict["NAME"]).touch()
    executor = MigrationExecutor(connection)
    new = not executor.loader.applied_migrations
    if executor.migration_plan(executor.loader.graph.leaf_nodes()):
        print("Building the database" if new else "Bringing the database to this version", flush=True)
        call_command("migrate", verbosity=0, interactive=False)
    if new:
        call_command("createcachetable", verbosity=0)
    return new


def say(text: object) -> None:
    """One line of progress, seen at once."""
    print(f"  {text}", flush=True)


def run_static(args: argparse.Namespace) -> None:
    """Collect, name by content and compress; what is no longer there is cleared away."""
    from django.conf import settings
    from django.core.management import call_command

    settings.STATIC_ROOT = machine.var() / "static"
    settings.STORAGES["staticfiles"]["BACKEND"] = "whitenoise.storage.CompressedManifestStaticFilesStorage"
    call_command("collectstatic", verbosity=0, interactive=False, clear=True)
