"""The arithmetic of the gazette, pure: roman years, rows of numbers, the hash of what an issue holds."""

import hashlib
from collections.abc import Iterable
from datetime import date
from typing import Literal

Numbering = Literal["yearly", "mandate", "never"]

_ROMAN = (
    (1000, "M"), (900, "CM"), (500, "D"), (400, "CD"), (100, "C"), (90, "XC"),
    (50, "L"), (40, "XL"), (10, "X"), (9, "IX"), (5, "V"), (4, "IV"), (1, "I"),
)  # fmt: skip


def roman(number: int) -> str:
    """„XXXI“; nothing for what has no roman number."""
    said = ""
    for value, sign in _ROMAN:
        count, number = divmod(number, value) if number > 0 else (0, number)
        said += sign * count
    return said


def row_of(day: date, numbering: Numbering, mandate: date) -> int:
    """The row in which an issue of the day is numbered: its year, the mandate's first year, or 0 for ever."""
    return {"yearly": day.year, "mandate": mandate.year, "never": 0}[numbering]


def content_hash(masthead: Iterable[str], texts: Iterable[str]) -> str:
    """One hash over all that is printed: the masthead's words, then the texts in their order."""
    whole = "\n".join(("\x1f".join(masthead), *texts))
    return hashlib.sha256(whole.encode()).hexdigest()
