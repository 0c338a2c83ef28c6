"""Addresses of places in an act: `art:3/para:2/point:1/indent:2`, `title`, `art:7/heading`, `after art:5`.

A step is a name and, for units, a key; keys are as `konak.lex.tree` spells them, with Cyrillic letters
whatever was typed. `heading`, `intro`, `sent:2` and `row:5` name a part of the unit before them.
"""

import re
from functools import lru_cache
from typing import NamedTuple

from konak.lex import letters

UNITS = ("part", "chp", "sec", "art", "item", "tariff", "para", "point", "sub", "indent", "table", "annex",
         "unread")  # fmt: skip
DIVISIONS = ("part", "chp", "sec")
WHOLE = ("act", "title", "preamble")
EVERY = "*"
_LONGEST = 400
_KEY = re.compile(r"(\d+(?:\.\d+)*)(?:\s?[-–—]?\s?([^\W\d_]{1,2}))?\Z")
_TWIN = re.compile(r"(.{1,20}?)[xх](\d{1,4})\Z")
_ROMAN = re.compile(r"([IVXLІХ]{1,8})(?:\s?[-–—]\s?([^\W\d_]{1,2}))?\Z")
_LETTER = re.compile(r"[^\W\d_]{1,2}\Z")
_ROMAN_STEPS = ("part", "chp", "sec", "item", "annex")


class BadAddress(ValueError):
    """Text that is no address; the message is the part that is wrong."""


class Step(NamedTuple):
    """One step of an address; `key` is empty for `heading`, `intro` and the whole things."""

    name: str
    key: str = ""

    def __str__(self) -> str:
        return f"{self.name}:{self.key}" if self.key else self.name


class Place(NamedTuple):
    """Where a new unit goes: `where` is `after`, `before` or `end`, empty for the unit itself."""

    where: str
    steps: tuple[Step, ...]

    def __str__(self) -> str:
        return f"{self.where} {written(self.steps)}".strip()


def written(steps: tuple[Step, ...]) -> str:
    """The address of these steps."""
    return "/".join(map(str, steps))


@lru_cache(maxsize=4096)
def parse(text: str, lang: str = "mk") -> tuple[Step, ...]:
    """The steps of an address; `lang` says whose alphabet letters typed in Latin belong to. `BadAddress`
    where a step is none of ours or stands where it cannot."""
    if len(text) > _LONGEST:
        raise BadAddress(text[:40])
    steps = tuple(step(one, lang) for one in text.strip().split("/"))
    for at, one in enumerate(steps):
        last = at == len(steps) - 1
        if (one.name in WHOLE and len(steps) > 1) or (one.name in ("heading", "intro", "row") and at == 0):
            raise BadAddress(text)
        if (one.name in ("heading", "intro", "row", "sent") or one.key == EVERY) and not last:
            raise BadAddress(text)
        if one.key == EVERY and (one.name != "art" or at):
            raise BadAddress(text)
    if steps[0].name == "sent":
        raise BadAddress(text)
    return steps


@lru_cache(maxsize=4096)
def place(text: str, lang: str = "mk") -> Place:
    """The place that `after X`, `before X`, `end X` or a bare address names."""
    where, _, rest = text.strip().partition(" ")
    if where in ("after", "before", "end"):
        return Place(where, parse(rest, lang))
    return Place("", parse(text, lang))


def step(text: str, lang: str = "mk") -> Step:
    """One step: `art:5-a` → (`art`, `5-а`). `sent` alone is a new unit's own step, without a key."""
    name, colon, typed = text.strip().partition(":")
    if name in ("heading", "intro", *WHOLE) or (name == "sent" and not colon):
        if colon:
            raise BadAddress(text)
        return Step(name)
    if name not in (*UNITS, "sent", "row"):
        raise BadAddress(text)
    return Step(name, key(name, typed, lang))


def key(name: str, typed: str, lang: str = "mk") -> str:
    """The key of a step as addresses spell it: `5-a` → `5-а`, `ІІ` → `II`, `b` (Albanian) → `б`."""
    text = typed.strip()
    if text == EVERY:
        return text
    text = text.strip("().: ")
    if text[-1:].isdigit() and (twin := _TWIN.match(text)) and (own := _spelled(name, twin[1], lang)):
        return f"{own}x{twin[2]}"
    if not (spelled := _spelled(name, text, lang)) or (name in ("sent", "row") and not spelled.isdigit()):
        raise BadAddress(f"{name}:{typed}")
    return spelled


def _spelled(name: str, text: str, lang: str) -> str:
    if (
        name in _ROMAN_STEPS
        and (found := _ROMAN.match(text))
        and (roman := letters.from_latin_roman(found[1]))
    ):
        return f"{roman}-{letters.to_address(found[2], lang)}" if found[2] else roman
    if found := _KEY.match(text):
        return f"{found[1]}-{letters.to_address(found[2], lang)}" if found[2] else found[1]
    return letters.to_address(text, lang) if _LETTER.match(text) else ""


def order(text: str) -> tuple[tuple[int, int, str], ...]:
    """What sorts the keys of one kind: `5` < `5-а` < `5-б` < `6`, `II` < `II-а` < `III`, `а` < `б`."""
    return tuple(_rank(bit) for bit in re.split(r"[-.x]", text))


def _rank(bit: str) -> tuple[int, int, str]:
    if bit.isdigit() and len(bit) < 10:
        return 0, int(bit), ""
    if letters.from_latin_roman(bit):
        values = [{"I": 1, "V": 5, "X": 10, "L": 50}[sign] for sign in letters.from_latin_roman(bit)]
        pairs = zip(values, [*values[1:], 0], strict=True)
        return 0, sum(-a if a < b else a for a, b in pairs), ""
    return 1, letters.MK.index(bit) if bit in letters.MK else 99, bit
