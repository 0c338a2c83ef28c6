"""A package as it lies there, in a folder or a ZIP: its files by their path, and what is wrong before one is opened.

Nothing is unpacked: files are read where they are, never more bytes than the entry says, so neither a path that leads
out nor a bomb has anything to act on.
"""

import stat
import zipfile
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Protocol, cast

from konak.archive.eark.things import Fault


@dataclass(frozen=True)
class Limits:
    """What a machine of the house takes: files, bytes in all, and how far a ZIP entry may swell."""

    files: int = 200_000
    size: int = 64 << 30
    swelling: int = 200


class Shelf(Protocol):
    """A package lying somewhere."""

    sizes: dict[str, int]

    def open(self, path: str) -> BinaryIO: ...


class InFolder:
    """A package unpacked; links are named as faults and never followed."""

    def __init__(self, root: Path, limits: Limits) -> None:
        self.root, self.sizes = root, dict[str, int]()
        self.faults: list[Fault] = []
        for place in root.rglob("*"):
            path, kind = place.relative_to(root).as_posix(), place.lstat()
            if stat.S_ISREG(kind.st_mode):
                self.sizes[path] = kind.st_size
            elif not stat.S_ISDIR(kind.st_mode):
                self.faults.append(
                    Fault(path, "Neither a file nor a folder: a link or a device has no place here.")
                )
            if len(self.sizes) > limits.files:
                break
        self.faults += too_much(root.name, self.sizes.values(), limits)

    def open(self, path: str) -> BinaryIO:
        return (self.root / path).open("rb")


class InZip:
    """A package in a ZIP, with one folder at its root."""

    def __init__(self, archive: zipfile.ZipFile, name: str, limits: Limits) -> None:
        self.archive, self.sizes = archive, dict[str, int]()
        self.faults: list[Fault] = []
        self.entries: dict[str, zipfile.ZipInfo] = {}
        entries = [entry for entry in archive.infolist() if not entry.is_dir()]
        roots = {entry.filename.split("/", 1)[0] for entry in entries}
        if len(roots) != 1:
            self.faults.append(Fault(name, "A package in a ZIP has one folder at its root."))
        for entry in entries[: limits.files + 1]:
            self._take(entry, limits)
        self.faults += too_much(name, self.sizes.values(), limits)

    def _take(self, entry: zipfile.ZipInfo, limits: Limits) -> None:
        path = entry.filename.partition("/")[2]
        if why := astray(entry.filename) or ("" if path else "It lies outside the package's folder."):
            self.faults.append(Fault(entry.filename, why))
        elif stat.S_ISLNK(entry.external_attr >> 16):
            self.faults.append(
                Fault(path, "Neither a file nor a folder: a link or a device has no place here.")
            )
        elif entry.flag_bits & 1:
            self.faults.append(Fault(path, "It is encrypted."))
        elif path in self.entries:
            self.faults.append(Fault(path, "It is in the ZIP twice."))
        elif entry.file_size > max(1 << 20, entry.compress_size * limits.swelling):
            self.faults.append(Fault(path, "It would swell beyond measure: an archive bomb."))
        else:
            self.entries[path], self.sizes[path] = entry, entry.file_size

    def open(self, path: str) -> BinaryIO:
        return cast(BinaryIO, self.archive.open(self.entries[path]))


def too_much(name: str, sizes: Iterable[int], limits: Limits) -> list[Fault]:
    known = list(sizes)
    if len(known) > limits.files:
        return [Fault(name, f"More than {limits.files} files.")]
    if sum(known) > limits.size:
        return [Fault(name, f"More than {limits.size} bytes.")]
    return []


def astray(path: str) -> str:
    """Why a path is none of a package; "" when it is one."""
    parts = path.split("/")
    if not path or path.startswith("/") or "\\" in path or ":" in parts[0] or "\0" in path:
        return "Not a path within the package."
    return "The path leads out of the package." if {"..", ".", ""} & set(parts) else ""
