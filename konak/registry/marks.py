"""Archive marks and prefixes of a day, from the norms."""

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


def prefix_of(unit: Unit, norms: Norms) -> str:
    """The prefix of a unit's numbers: what the house has set for it, else the unit's own."""
    prefixes: dict[str, str] = norms["registry.prefixes"].value
    return prefixes.get(unit.code) or unit.number_prefix
