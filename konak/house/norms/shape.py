"""What a value of a norm must look like: as what is shipped. Pure, and the same for deed and form."""

import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any, Literal, NamedTuple

from konak.kernel.i18n import LANGUAGES

Kind = Literal["yes or no", "number", "text", "list", "words", "table"]
Wrong = Literal[
    "number", "yes or no", "text", "code", "day of a year", "day", "list", "table", "missing", "unknown",
    "languages",
]  # fmt: skip

NEEDED = ("mk", "sq")
SCALARS = {bool: "yes or no", int: "number", str: "text"}


class Fault(NamedTuple):
    """One place of a value that does not fit: where („[2].days“, empty for the whole), and what is needed."""

    where: str
    wrong: Wrong


def kind(examples: Sequence[Any]) -> Kind:
    """How a value of this shape is typed: `examples` are the shipped values of the key."""
    first = examples[0]
    if isinstance(first, list):
        texts = all(isinstance(item, str) for example in examples for item in example)
        return "list" if first and texts else "table"
    if isinstance(first, dict):
        return "words" if _are_words(examples) else "table"
    return SCALARS[type(first)]  # type: ignore[return-value]


def faults(examples: Sequence[Any], value: Any, where: str = "") -> Iterator[Fault]:
    """Every place where `value` differs in shape from all of the `examples`; without examples anything fits."""
    if not examples:
        return
    alike = [example for example in examples if type(example) is type(value)]
    if not alike:
        yield Fault(where, _needed(examples[0]))
    elif isinstance(value, list):
        inner = [item for example in alike for item in example]
        for position, item in enumerate(value, 1):
            yield from faults(inner, item, f"{where}[{position}]")
    elif isinstance(value, dict):
        yield from _of_words(value, where) if _are_words(alike) else _of_table(alike, value, where)
    elif isinstance(value, str):
        yield from _of_text(alike, value, where)
    elif isinstance(value, int) and not isinstance(value, bool) and value < 0:
        yield Fault(where, "number")


def _needed(example: Any) -> Wrong:
    return "list" if isinstance(example, list) else SCALARS.get(type(example), "table")  # type: ignore[return-value]


def _are_words(examples: Sequence[Any]) -> bool:
    keys = {key for example in examples for key in example}
    return bool(keys) and keys <= set(LANGUAGES)


def _of_words(value: dict[str, Any], where: str) -> Iterator[Fault]:
    texts = all(isinstance(text, str) and text.strip() for text in value.values())
    if not texts or not set(NEEDED) <= value.keys() <= set(LANGUAGES):
        yield Fault(where, "languages")


def _of_table(examples: Sequence[dict[str, Any]], value: dict[str, Any], where: str) -> Iterator[Fault]:
    """Names that stand in every example are needed, names that stand in none unknown."""
    known = {name for example in examples for name in example}
    if not known:
        return
    for name in sorted(set.intersection(*(set(example) for example in examples)) - value.keys()):
        yield Fault(f"{where}.{name}".lstrip("."), "missing")
    for name, inner in value.items():
        place = f"{where}.{name}".lstrip(".")
        if name not in known:
            yield Fault(place, "unknown")
        else:
            yield from faults([example[name] for example in examples if name in example], inner, place)


def _of_text(examples: Sequence[str], value: str, where: str) -> Iterator[Fault]:
    """A text; where all examples are days or codes, one of these."""
    forms: tuple[tuple[Wrong, str], ...] = (
        ("day", r"\d{4}-\d\d-\d\d"),
        ("day of a year", r"\d\d-\d\d"),
        ("code", r"[a-z][a-z_]*"),
    )
    for wrong, pattern in forms:
        if all(re.fullmatch(pattern, example) for example in examples):
            if not re.fullmatch(pattern, value) or (wrong != "code" and not _is_day(value)):
                yield Fault(where, wrong)
            return
    if not value.strip():
        yield Fault(where, "text")


def _is_day(text: str) -> bool:
    try:
        date.fromisoformat(text if len(text) == 10 else f"2024-{text}")
    except ValueError:
        return False
    return True
