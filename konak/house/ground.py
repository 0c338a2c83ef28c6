"""The ground the house stands on: schema, cache table, secret, static files, the sample town once."""

import argparse
from datetime import date, timedelta
from importlib import import_module
from typing import Any

from konak.house import machine
from konak.house.cli import exists

TOWN = "konak.house.town"


def commands(subparsers: Any) -> None:
    """`konak migrate` and `konak static`."""
    migrate = subparsers.add_parser("migrate", help="bring the database to this version")
    migrate.add_argument("--sample", action="store_true", help="seed the sample town if the database is new")
    migrate.add_argument("--day", type=date.fromisoformat, help="the sample town's day (default: yesterday)")
    migrate.set_defaults(run=run_migrate)
    static = subparsers.add_parser("static", help="collect the static files into KONAK_VAR/static")
    static.set_defaults(run=run_static)


def run_migrate(args: argparse.Namespace) -> None:
    """Migrate; seed a new database when a sample town is wished and built, and name its accounts."""
    machine.keep_secret()
    new = migrate()
    if not (args.sample and exists(TOWN)):
        return
    from django.utils import timezone

    town = import_module(TOWN)
    if new:
        day = args.day or timezone.localdate() - timedelta(days=1)
        print(f"Building the sample town as of {day}", flush=True)
        town.build(day, say)
    for line in town.accounts():
        print(line, flush=True)


def migrate() -> bool:
    """Bring the schema to this version; True when the database was empty before."""
    from django.core.management import call_command
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    machine.var().mkdir(parents=True, exist_ok=True)
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
