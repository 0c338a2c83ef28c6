"""From bytes to row; and back: what no row names is swept away after a day."""

import hashlib
import os
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path

from django.db import connection
from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, Refused
from konak.kernel.journal import Actor

from .models import File
from .storing import Blob, folder, path_of

ORPHANS_LIVE = timedelta(days=1)


def keep(actor: Actor, blob: Blob, *, at: datetime) -> File:
    """The row of stored bytes, inside the deed. `Refused` when the bytes were swept meanwhile."""
    if not connection.in_atomic_block:
        raise RuntimeError("a file is kept inside a deed")
    path = path_of(blob.sha256)
    try:
        os.utime(path)  # a sweeper that is at work now sees that somebody wants it
        there = path.stat().st_size == blob.size
    except FileNotFoundError:
        there = False
    if not there:
        raise Refused(
            Reason(
                _("The file “%(name)s” waited longer than a day and is no longer here.")
                % {"name": blob.name},
                way_out=_("Send it again."),
                field="file",
            )
        )
    return File.objects.create(
        sha256=blob.sha256,
        name=blob.name,
        media_type=blob.media_type,
        size=blob.size,
        at=at,
        account=actor.account,
    )


def sweep(now: datetime) -> int:
    """Remove bytes older than a day that no row names, and unfinished drafts; returns how many went.

    `now` is compared with the times of the file system, so it is the machine's, not the story's. A file is
    moved aside first: whoever keeps it in the same moment finds it gone or makes it young, never half.
    """
    before = (now - ORPHANS_LIVE).timestamp()
    aside = folder() / "swept"
    gone = 0
    for path in list(_everything()):
        if _age(path) >= before:
            continue
        if path.parent.name == "new":
            path.unlink(missing_ok=True)
            gone += 1
        elif not File.objects.filter(sha256=path.name).exists():
            gone += _remove(path, aside, before)
    return gone


def _remove(path: Path, aside: Path, before: float) -> int:
    aside.mkdir(exist_ok=True)
    moved = aside / path.name
    path.replace(moved)
    if _age(moved) >= before or File.objects.filter(sha256=path.name).exists():
        moved.replace(path)
        return 0
    moved.unlink()
    return 1


def _age(path: Path) -> float:
    try:
        return path.stat().st_mtime
    except FileNotFoundError:
        return float("inf")


def _everything() -> Iterator[Path]:
    yield from folder().glob("new/*")
    yield from folder().glob("[0-9a-f][0-9a-f]/[0-9a-f][0-9a-f]/*")


def audit() -> Iterator[str]:
    """Every kept file whose bytes are gone or changed, as a sentence; for `konak verify`."""
    for sha256, name in File.objects.order_by("sha256").values_list("sha256", "name").iterator():
        try:
            with path_of(sha256).open("rb") as file:
                if hashlib.file_digest(file, "sha256").hexdigest() != sha256:
                    yield f"the bytes of file “{name}” were changed ({sha256})"
        except OSError as trouble:
            yield f"the bytes of file “{name}” cannot be read ({trouble.strerror}: {sha256})"
