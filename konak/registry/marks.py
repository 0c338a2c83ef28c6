"""Archive marks, books and prefixes of a day, from the norms."""

from dataclasses import dataclass

from konak.kernel.norms import Norms
from konak.kernel.org import Unit


@dataclass(frozen=True)
class Mark:
    """A mark of the plan; `years` to keep after the case is closed, None for ever."""

    code: str
    name: dict[str, str]
    years: int | None


def plan(norms: Norms) -> dict[str, Mark]:
    """The plan of marks in force on the day of these norms."""
    return {
        row["code"]: Mark(row["code"], row["name"], row.get("years")) for row in norms["registry.marks"].value
    }


@dataclass(frozen=True)
class BookKind:
    """A book the house keeps beside others; `prefix` is what its numbers begin with, empty for the unit's."""

    code: str
    name: dict[str, str]
    prefix: str = ""


def books(norms: Norms) -> dict[str, BookKind]:
    """The books of the house on the day of these norms, the деловодник first."""
    return {row["code"]: BookKind(**row) for row in norms["registry.books"].value}


def prefix_of(unit: Unit, norms: Norms, book: str = "main") -> str:
    """What a number begins with: the book's own prefix, else what the house set for the unit, else the unit's."""
    if own := books(norms)[book].prefix:
        return own
    prefixes: dict[str, str] = norms["registry.prefixes"].value
    return prefixes.get(unit.code) or unit.number_prefix
