"""What a reference is: where it stands, what it names, which places in it."""

from dataclasses import dataclass, field
from typing import Any

from konak.lex.references.gazettes import Issues


@dataclass(frozen=True, slots=True)
class Reference:
    """One reference in the text of an act. Two are equal when they mean the same, wherever they stand.

    `kind` is `law` (of the state), `act` (any other) or `internal` (a place in the act itself). `name` is as
    printed, empty for internal ones and for gazettes without a name before them. `targets` are addresses in what is
    named. `relative` is `this`, `previous` or `next` where the text points from where it stands („овој член“), `own`
    where a step above is left out („ставот 2“); its targets are resolved against `unit` as far as that allows.
    `unit` is the path of the unit, `start` and `end` characters of that unit's own text. `flags` are slips and
    doubts, never repaired: those of `gazettes.faults`, `missing_bracket`, `name_end` (nothing closes the name),
    `unnamed` („од Законот“, „од Одлуката“), `range:5–2`, `unresolved`.
    """

    kind: str
    name: str = ""
    gazettes: tuple[Issues, ...] = ()
    targets: tuple[str, ...] = ()
    relative: str = ""
    base: str = ""
    unit: str = field(default="", compare=False)
    start: int = field(default=0, compare=False)
    end: int = field(default=0, compare=False)
    text: str = field(default="", compare=False)
    flags: tuple[str, ...] = field(default=(), compare=False)

    def data(self) -> dict[str, Any]:
        """The reference as JSON data."""
        return {
            "unit": self.unit,
            "start": self.start,
            "end": self.end,
            "text": self.text,
            "kind": self.kind,
            "name": self.name,
            "gazettes": [
                {
                    "name": gazette.name,
                    "issues": [
                        {"number": one.number, "year": one.year, "printed": one.printed}
                        for one in gazette.issues
                    ],
                }
                for gazette in self.gazettes
            ],
            "targets": list(self.targets),
            "relative": self.relative,
            "flags": list(self.flags),
        }
