"""Nothing in the repository says where packages are fetched from."""

import re
import subprocess

import pytest

from konak.house.machine import BASE

pytestmark = pytest.mark.alike
# words that go before an address of packages: in lock files, requirement files, settings of pip, npm and uv
MARKS = re.compile(
    r"""
    --(?:extra-)?index-url | --find-links | --default-index
    | ["']?resolved["']?\s*:\s*["']
    | \bregistry["']?\s*[=:]\s*["']?\w+:/{2}
    | \bindex-url\s*= | \b\[\[?(?:tool\.uv\.)?index\]
    """,
    re.VERBOSE,
)
SPELLED_HERE = {"tests/house/test_no_addresses.py"}


def kept() -> list[str]:
    """The files that are, or would be, in the repository."""
    words = ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"]
    told = subprocess.run(words, cwd=BASE, capture_output=True, text=True, check=True).stdout
    return [name for name in told.split("\0") if name and (BASE / name).is_file()]


def found_in(text: str) -> list[str]:
    return [match.group().strip() for match in MARKS.finditer(text)]


def test_no_file_names_a_registry() -> None:
    found = {
        name: marks
        for name in kept()
        if name not in SPELLED_HERE
        and (marks := found_in((BASE / name).read_text(encoding="utf-8", errors="ignore")))
    }
    assert found == {}


def test_the_mark_is_found_where_it_stands() -> None:
    assert found_in('"resolved": "somewhere"') == ['"resolved": "']
    assert found_in("--index-url somewhere") == ["--index-url"]
    slashes = "/" * 2
    assert found_in(f"first=1\nregistry=some:{slashes}where") == [f"registry=some:{slashes}"]
    assert found_in(f'"registry": "some:{slashes}where"') == [f'registry": "some:{slashes}']


def test_every_package_is_pinned_by_hash() -> None:
    for name in ("requirements.txt", "requirements-dev.txt", "requirements-node.txt"):
        text = (BASE / name).read_text()
        pins = re.findall(r"^[a-z][\w.-]*(?:\[[\w,-]+\])?==[^\s;]+.*?(?=^\S|\Z)", text, re.M | re.S | re.I)
        assert pins
        assert [pin.split()[0] for pin in pins if "--hash=sha256:" not in pin] == []
