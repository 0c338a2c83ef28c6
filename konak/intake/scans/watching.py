"""The folder into which a scanner writes: which files are whole."""

import os
import stat
from datetime import datetime
from pathlib import Path

QUIET = 20  # seconds
_UNDER_WAY = (".tmp", ".part", ".partial", ".crdownload", ".filepart", "~")


def settled(folder: Path, now: datetime) -> list[Path]:
    """Files that nobody has touched for twenty seconds before `now` (aware), the longest waiting first.

    Counted by this machine's clock, whatever the scanner's says. Empty and hidden files, links, folders and names of
    files still being written are left.
    """
    found = []
    with os.scandir(folder) as entries:
        for entry in entries:
            told = entry.stat(follow_symlinks=False)
            whole = stat.S_ISREG(told.st_mode) and told.st_size and told.st_ctime + QUIET <= now.timestamp()
            if whole and not entry.name.startswith(".") and not entry.name.casefold().endswith(_UNDER_WAY):
                found.append((told.st_ctime_ns, entry.name))
    return [folder / name for _, name in sorted(found)]
