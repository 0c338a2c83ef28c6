"""What is built: no address in the lock file, small sheets, every letter's font at hand."""

import re
from pathlib import Path

import pytest

from konak.kernel import ui

BUILT = Path(ui.__file__).parent / "static" / "built"
FRONTEND = Path(ui.__file__).parents[3] / "frontend"


def test_the_lock_file_carries_no_address() -> None:
    lock = (FRONTEND / "package-lock.json").read_text()
    assert [word for word in ("resolved", "://") if word in lock] == []
    assert '"integrity"' in lock


@pytest.mark.skipif(not BUILT.exists(), reason="the front end is not built on this machine")
@pytest.mark.parametrize("name", ["office", "public"])
def test_a_style_sheet_is_small_and_finds_its_files(name: str) -> None:
    sheet = (BUILT / f"{name}.css").read_text()
    assert len(sheet.encode()) < 60 * 1024
    named = set(re.findall(r"url\(\"?([^\")]+)", sheet))
    assert [each for each in named if not (BUILT / each).exists()] == []
    assert len(named) == 19
