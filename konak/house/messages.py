"""`konak messages`: builds the catalogues (.mo) from the written ones (.po)."""

import argparse
from pathlib import Path
from typing import Any

ROOMS = Path(__file__).resolve().parent.parent


def commands(subparsers: Any) -> None:
    """`konak messages`."""
    messages = subparsers.add_parser("messages", help="build the translated messages")
    messages.set_defaults(run=run, bare=True)


def run(args: argparse.Namespace) -> None:
    """Build what is older than its source."""
    for path in build():
        print(f"Built {path.relative_to(ROOMS.parent)}")


def written() -> list[Path]:
    """Every written catalogue, in the order of its path."""
    return sorted(ROOMS.glob("**/locale/*/LC_MESSAGES/django.po"))


def build() -> list[Path]:
    """Build the catalogues whose source is newer; returns those built."""
    import polib

    built = []
    for source in written():
        target = source.with_suffix(".mo")
        if not target.exists() or target.stat().st_mtime < source.stat().st_mtime:
            unfinished = target.with_suffix(".mo.new")
            polib.pofile(str(source)).save_as_mofile(str(unfinished))
            unfinished.replace(target)
            built.append(target)
    return built
