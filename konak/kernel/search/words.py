"""Text and query become words in the same way; pure."""

import re
import tomllib
from functools import cache
from pathlib import Path

from konak.kernel.i18n import fold, readings

LONGEST = 200_000
_WORD = re.compile(r"[^\W_]+")
_CHUNK = re.compile(r"\S+")


def folded(*texts: str) -> str:
    """What the index holds of a text: folded words, one space between."""
    return " ".join(_WORD.findall(fold(" ".join(texts)[:LONGEST])))


def groups(query: str) -> list[list[list[str]]]:
    """A query as what must all be there: for each chunk its readings, each a run of words.

    „08-155/1 тетово“ gives [[["08", "155", "1"]], [["tetovo"], ["tetove"]]].
    """
    wanted = []
    for chunk in _CHUNK.findall(query[:200])[:12]:
        runs = [run for reading in readings(chunk) if (run := _WORD.findall(reading))]
        others = [[other] for run in runs if len(run) == 1 for other in other_names().get(run[0], ())]
        if runs:
            wanted.append(runs + others)
    return wanted


def is_beginning(word: str) -> bool:
    """Whether a typed word also means the longer ones that begin with it: „од“ and „36“ mean themselves."""
    return len(word) > 2 and not word.isdigit()


@cache
def other_names() -> dict[str, tuple[str, ...]]:
    """Folded names of one place in the languages of the town, each with the others."""
    table = tomllib.loads((Path(__file__).parent / "names.toml").read_text("utf-8"))
    found: dict[str, tuple[str, ...]] = {}
    for names in table["places"]:
        words = [fold(name) for name in names]
        for word in words:
            found[word] = tuple(other for other in words if other != word)
    return found
