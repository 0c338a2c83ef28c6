"""Bytes under their own hash: written beside, synced, checked, then put in place in one step."""

import builtins
import hashlib
import os
import re
import unicodedata
from collections.abc import Collection
from dataclasses import dataclass
from pathlib import Path
from typing import IO, BinaryIO
from uuid import uuid4

from django.conf import settings
from django.utils.translation import gettext_lazy as _

from konak.kernel import confined
from konak.kernel.errors import Reason, Refused, Text

from .bundles import two_in_one, wrong_with_image, wrong_with_xml, wrong_with_zip
from .kinds import IMAGES, KINDS, PAPERS, PDF, XML, ZIPPED, Kind, by_content, by_name
from .models import File

PIECE = 1 << 20
MAX = 100 << 20
CHECK_SECONDS, CHECK_MEMORY = 20, 1 << 30
REMEMBERED = 1_000
_SOUND: set[str] = set()  # hashes of PDFs that this process has searched

_WRONG: dict[str, tuple[Text, Text]] = {
    "damaged": (
        _("The file “%(name)s” is damaged and cannot be read."),
        _("Open it on your computer, save it again and send the new file."),
    ),
    "encrypted": (
        _("The file “%(name)s” is locked with a password."),
        _("Save it without a password, so that it can be read in fifty years too."),
    ),
    "active": (
        _("The file “%(name)s” holds a program (script, macro or action) that would run when it is opened."),
        _("Print it to a new PDF, or save it without macros, and send that."),
    ),
    "pages": (
        _("The file “%(name)s” has more pages or parts than the house takes."),
        _("Split it into several files."),
    ),
    "deep": (
        _("The file “%(name)s” is built so deeply that opening it is not safe."),
        _("Print it to a new PDF and send that."),
    ),
    "two": (
        _("The file “%(name)s” is two files in one: another program would open something else in it."),
        _("Print it to a new PDF and send that."),
    ),
    "bomb": (
        _("The file “%(name)s” unpacks to far more than it looks; opening it is not safe."),
        _("Save it anew from the program it was made with, or scan it again."),
    ),
}


@dataclass(frozen=True)
class Blob:
    """Bytes that are on disk but in no row yet: hash, length in bytes, kind by content, cleaned name."""

    sha256: str
    size: int
    media_type: str
    name: str


class Damaged(Exception):
    """The bytes on disk are not those that were kept."""


def folder() -> Path:
    return Path(settings.VAR) / "files"


def limit_now() -> int:
    """The largest file the house takes, in bytes (setting KONAK_FILE_LIMIT)."""
    return int(getattr(settings, "KONAK_FILE_LIMIT", MAX))


def path_of(sha256: str) -> Path:
    return folder() / sha256[:2] / sha256[2:4] / sha256


def store(
    data: bytes | BinaryIO | IO[bytes],
    *,
    name: str,
    allow: Collection[str] = PAPERS,
    limit: int | None = None,
    ours: bool = False,
    field: str = "file",
) -> Blob:
    """Put bytes on disk under their hash, before the deed that keeps them; call it outside a transaction.

    `data` is bytes or a file opened for reading, taken from where it stands, in pieces. `allow` are media
    types. `ours` says that the house made the file itself, so it is not searched for traps. `Refused`
    names `field`: empty, too large, of no kind we take, not what its name says, damaged, locked, or a trap.
    """
    name, limit = clean(name), limit or limit_now()
    draft = folder() / "new" / uuid4().hex
    draft.parent.mkdir(parents=True, exist_ok=True)
    try:
        sha256, size = _write(data, draft, name, limit, field)
        kind = _kind(draft, name, allow, field)
        if not ours:
            _search(draft, kind, name, sha256, field)
        _put(draft, path_of(sha256), size)
    finally:
        draft.unlink(missing_ok=True)
    return Blob(sha256, size, kind.media_type, name)


def open(file: File | Blob) -> bytes:
    """The bytes of a kept file; `Damaged` when they are not those that were kept."""
    content = path(file).read_bytes()
    if hashlib.sha256(content).hexdigest() != file.sha256:
        raise Damaged(f"{file.name}: the bytes on disk have another hash than {file.sha256}")
    return content


def stream(file: File | Blob) -> BinaryIO:
    """The file opened for reading, for what is too large to hold; the caller closes it."""
    return path(file).open("rb")


def path(file: File | Blob) -> Path:
    """Where the bytes lie. To be read only."""
    return path_of(file.sha256)


def clean(name: str) -> str:
    """A file's name without folders, control and direction signs; at most 200 letters, its ending kept."""
    name = unicodedata.normalize("NFC", re.split(r"[/\\]", name)[-1])
    name = "".join(c for c in name if unicodedata.category(c) not in ("Cc", "Cf", "Cs", "Co")).strip(" .")
    stem, dot, ending = name.rpartition(".")
    return f"{stem[: 199 - len(ending)]}{dot}{ending}"[:200] or "file"


def _write(data: bytes | IO[bytes], draft: Path, name: str, limit: int, field: str) -> tuple[str, int]:
    import io

    source = io.BytesIO(data) if isinstance(data, bytes) else data
    digest, size = hashlib.sha256(), 0
    announced = getattr(data, "size", None)
    if isinstance(announced, int) and announced > limit:
        raise Refused(_too_large(name, announced, limit, field))
    if trouble := getattr(data, "trouble", None):
        raise trouble
    if getattr(data, "dropped", False):
        raise Refused(
            Reason(
                _("The files sent together are larger than the house takes at once; “%(name)s” is not kept.")
                % {"name": name},
                way_out=_("Send them one after the other."),
                field=field,
            )
        )
    with builtins.open(draft, "wb") as file:
        while piece := source.read(PIECE):
            size += len(piece)
            if size > limit:
                raise Refused(_too_large(name, None, limit, field))
            digest.update(piece)
            file.write(piece)
        if not size:
            raise Refused(Reason(_("The file “%(name)s” is empty.") % {"name": name}, field=field))
        file.flush()
        os.fsync(file.fileno())
    return digest.hexdigest(), size


def _too_large(name: str, size: int | None, limit: int, field: str) -> Reason:
    what = {"name": name, "limit": limit >> 20, "size": (size or 0) >> 20}
    said = (
        _("The file “%(name)s” has %(size)s MB; the house takes files of at most %(limit)s MB.")
        if size
        else _("The file “%(name)s” is larger than %(limit)s MB, the most the house takes.")
    )
    return Reason(
        said % what, way_out=_("Scan it with 300 dpi in grey, or split it into several files."), field=field
    )


def _kind(draft: Path, name: str, allow: Collection[str], field: str) -> Kind:
    kind, claimed = by_content(draft), by_name(name)
    if kind is None or kind.media_type not in allow:
        kinds = ", ".join(each.called for each in KINDS if each.media_type in allow)
        raise Refused(
            Reason(
                _("The file “%(name)s” is of a kind that is not taken here.") % {"name": name},
                way_out=_("Send one of these: %(kinds)s.") % {"kinds": kinds},
                field=field,
            )
        )
    if "." in name and claimed != kind:
        raise Refused(
            Reason(
                _("The file “%(name)s” is not what its name says: its content is %(kind)s.")
                % {"name": name, "kind": kind.called},
                way_out=_("Give it the name of what it is, or send the file you meant."),
                field=field,
            )
        )
    return kind


def _search(draft: Path, kind: Kind, name: str, sha256: str, field: str) -> None:
    codes: list[str] = []
    if two_in_one(draft):
        codes = ["two"]
    elif kind == PDF:
        codes = _wrong_with_pdf(draft, sha256)
    elif kind in ZIPPED:
        codes = [wrong_with_zip(draft)]
    elif kind in IMAGES:
        codes = [wrong_with_image(draft)]
    elif kind == XML:
        codes = [wrong_with_xml(draft)]
    reasons = [
        Reason(_WRONG[code][0] % {"name": name}, way_out=_WRONG[code][1], field=field)
        for code in codes
        if code
    ]
    if reasons:
        raise Refused(*reasons)


def _wrong_with_pdf(draft: Path, sha256: str) -> list[str]:
    """Searched in a process of its own; who sends a form again sends the same bytes, which are not searched twice."""
    if sha256 in _SOUND:
        return []
    found = confined("konak.kernel.files.pdf", b"", str(draft), seconds=CHECK_SECONDS, memory=CHECK_MEMORY)
    if found == []:
        if len(_SOUND) >= REMEMBERED:
            _SOUND.clear()
        _SOUND.add(sha256)
    return ["bomb"] if found is None else found


def _put(draft: Path, target: Path, size: int) -> None:
    if target.exists() and target.stat().st_size == size:
        os.utime(target)  # the sweeper counts the day from now
        return
    target.parent.mkdir(parents=True, exist_ok=True)
    draft.chmod(0o444)
    draft.replace(target)
    for place in (target.parent, target.parent.parent, folder()):
        _sync(place)


def _sync(place: Path) -> None:
    handle = os.open(place, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)
