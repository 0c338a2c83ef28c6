"""What the grids name in braces: things of the sample town, found by what they are and not by their number."""

import json
import re
import subprocess
import sys
from collections.abc import Iterator, Mapping
from functools import cache, partial
from pathlib import Path

from .databases import House

GRIDS = Path(__file__).parent / "grids"
SETTINGS = {"DJANGO_SETTINGS_MODULE": "konak.house.settings"}


def lines(name: str) -> Iterator[str]:
    """The lines of a grid that say something."""
    for line in (GRIDS / name).read_text("utf-8").splitlines():
        if line.strip() and not line.startswith("#"):
            yield line


def found() -> dict[str, str]:
    """Name → number, of everything in `grids/things.txt`."""
    from django.apps import apps

    numbers = {}
    for line in lines("things.txt"):
        name, table, how, *column = (cell.strip() for cell in line.split("|"))
        key, _, value = how.partition("=")
        row = apps.get_model(table).objects.get(**{key: value.replace("_", " ")})
        numbers[name] = str(getattr(row, f"{column[0]}_id") if column else row.pk)
    return numbers


def found_in(house: House) -> dict[str, str]:
    """The same of a house that another process serves."""
    words = [sys.executable, "-m", "tests.things"]
    said = subprocess.run(
        words, cwd=GRIDS.parents[1], env=house.environment() | SETTINGS, capture_output=True, check=True
    )
    return dict(json.loads(said.stdout))


def named(said: str, numbers: Mapping[str, str] | None = None) -> str:
    """The words with numbers for names; without `numbers` those of the test's own house."""
    if "{" not in said:
        return said
    if numbers is None:
        from django.db import connection

        numbers = _found_in(connection.settings_dict["NAME"])
    return re.sub(r"\{(\w+)\}", partial(_number, numbers), said)


@cache
def _found_in(_database: str) -> Mapping[str, str]:
    """What does not change from test to test."""
    return found()


def _number(numbers: Mapping[str, str], match: re.Match[str]) -> str:
    return numbers[match[1]]


if __name__ == "__main__":
    import django

    django.setup()
    print(json.dumps(found()))
