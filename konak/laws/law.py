"""How regulations are recognised by their names, and whether a place that is cited was changed."""

import re
from collections.abc import Iterable

from konak.kernel.i18n import fold

ISSUE = re.compile(r"([1-9]\d{0,3})/((?:19|20)\d{2})")
ADDRESS = re.compile(
    r"(?:art|item|tariff|annex|chp|part):[^/\s]+(?:/(?:para|point|indent|sub|sent):[^/\s]+)*"
)


def key(name: str) -> str:
    """A name without its first word, which alone is declined: „Законот за …“ and „Закон за …“ are one."""
    _, _, rest = " ".join(name.split()).partition(" ")
    return fold(rest)


def touched(cited: Iterable[str], changed: Iterable[str]) -> bool:
    """True when a cited place stands in a changed one or holds it; no places mean the whole regulation."""
    cited, changed = list(cited), list(changed)
    if not cited or not changed:
        return True
    return any(f"{a}/".startswith(f"{b}/") or f"{b}/".startswith(f"{a}/") for a in cited for b in changed)


def missing(read: Iterable[int]) -> list[int]:
    """Numbers of issues between the first and the last that were read, without an entry."""
    numbers = set(read)
    return [n for n in range(min(numbers), max(numbers)) if n not in numbers] if numbers else []
