"""`konak found`: a town of one's own in an empty house, with its first administrator."""

import argparse
import sys
from datetime import date
from pathlib import Path
from typing import Any

ASKED = {  # flag → what is asked for on a terminal
    "first": "First name of the administrator",
    "last": "Family name",
    "login": "User name",
    "basis": "Act by which the administrator holds the post (kind, number and day)",
}
LETTERS = "abcdefghjkmnpqrstuvwxyz23456789"  # none that is taken for another


def commands(subparsers: Any) -> None:
    """`konak found FILE`."""
    found = subparsers.add_parser(
        "found", help="found a town in an empty house, with its first administrator"
    )
    found.add_argument("file", type=Path, help="the municipality: sections of kumanovo.toml without persons")
    for flag, meaning in ASKED.items():
        found.add_argument(f"--{flag}", default="", help=meaning[0].lower() + meaning[1:])
    found.add_argument("--language", choices=("mk", "sq"), default="mk", help="the administrator's (mk)")
    found.add_argument("--email", default="", help="the administrator's work address, if there is one")
    found.add_argument("--day", type=date.fromisoformat, help="first day of the post and the norms (today)")
    found.set_defaults(run=run)


def run(args: argparse.Namespace) -> int:
    """0 when the town stands; 1 with sentences, and nothing done, when it cannot be founded."""
    from django.utils import translation

    from konak.kernel.errors import Refused
    from konak.kernel.org import Role

    from .reading import Unfit, read

    if trouble := not_to_found():
        return _refuse(trouble)
    try:
        data = read(args.file.read_text("utf-8"), frozenset(Role.values))
    except (OSError, UnicodeDecodeError) as unreadable:
        return _refuse(f"{args.file} cannot be read: {unreadable}")
    except Unfit as unfit:
        return _refuse(f"{args.file} cannot found a town:", *unfit.problems)
    if missing := _ask(args):
        return _refuse(f"Say also {', '.join(f'--{flag}' for flag in missing)}: nobody is there to be asked.")
    try:
        with translation.override("en"):
            told = _found(args, data)
    except Unfit as unfit:
        return _refuse(f"{args.file} cannot found a town:", *unfit.problems)
    except Refused as refused:
        return _refuse(*(str(reason.text) for reason in refused.reasons))
    print("\n".join(told))
    return 0


def not_to_found() -> str:
    """Why no town can be founded in this database; "" when it can."""
    from django.db import connection
    from django.db.migrations.executor import MigrationExecutor

    from konak.house import machine
    from konak.house.models import Sample
    from konak.kernel.journal import Entry

    executor = MigrationExecutor(connection) if machine.stands() else None
    if executor is None or executor.migration_plan(executor.loader.graph.leaf_nodes()):
        return "The database is not at this version: run konak migrate first."
    if Sample.objects.exists():
        return (
            "This database holds the sample town: found your own in another one (KONAK_VAR, KONAK_DATABASE)."
        )
    if Entry.objects.exists():
        return "This house is founded already: something stands in its journal. Nothing was touched."
    return ""


def _ask(args: argparse.Namespace) -> list[str]:
    """Ask on a terminal for what the flags leave open; the names of what still lacks."""
    for flag, meaning in ASKED.items():
        if not getattr(args, flag).strip() and sys.stdin.isatty():
            setattr(args, flag, input(f"{meaning}: "))
    return [flag for flag in ASKED if not getattr(args, flag).strip()]


def _found(args: argparse.Namespace, data: dict[str, Any]) -> list[str]:
    """All of it or nothing; returns what is to be told."""
    import secrets
    from dataclasses import replace

    from django.contrib.auth.hashers import make_password
    from django.db import transaction

    from konak.house import machine
    from konak.kernel import org, people
    from konak.kernel.clock import now
    from konak.kernel.journal import SYSTEM

    from .deeds import TOWN_WORDS, enter_norms, set_up

    password = "-".join("".join(secrets.choice(LETTERS) for _ in range(4)) for _ in range(4))
    hashed, at, founder = make_password(password), now(), replace(SYSTEM, origin="cli")
    start = args.day or at.date()
    with transaction.atomic():
        made = set_up(founder, data, at)
        entered = enter_norms(founder, data, start, at)
        person = org.enter_person(
            founder, first=args.first, last=args.last, languages=[args.language], email=args.email, at=at
        )
        post = next(post for post in made.posts.values() if "it_admin" in post.roles)
        org.appoint(founder, person, post, start=start, basis=args.basis, at=at)
        account = people.open_account(
            founder, person, username=args.login, password_hash=hashed, language=args.language, at=at
        )
    name = data["municipality"]["name"]["mk"]
    told = [
        f"{name} is founded: {len(made.units)} units, {len(made.bodies)} bodies, {len(made.posts)} posts.",
        f"Administrator: {person.name}, user name {account.username}",
        f"Password for the first sign-in, shown only now: {password}",
        f"Sign in at {machine.read('KONAK_ADDRESS')}/office/ once `konak up` runs; a password of one's own and the"
        " second factor come first.",
    ]
    if shipped := [key for key in TOWN_WORDS if key not in entered]:
        told.append(
            f"Still in the shipped words; enter the town's own on the screen „Норми“: {', '.join(shipped)}"
        )
    return told


def _refuse(*sentences: str) -> int:
    print("\n  ".join(sentences), file=sys.stderr)
    return 1
