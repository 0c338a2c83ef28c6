"""What every amending operation is: data with a target, written as JSON and read back without loss.

An operation is authored first and its sentence second. The set is closed: one class in one file of `ops`
for each. Targets are addresses of `konak.lex.tree` in the numbering of the text that is amended.
"""

import types
from collections.abc import Mapping
from dataclasses import MISSING, dataclass, fields
from typing import TYPE_CHECKING, Any, ClassVar, Self, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from konak.lex.amend.text import Text


class Malformed(ValueError):
    """Data that is no operation; the message says what is missing or unknown."""


class Unsayable(ValueError):
    """An operation that no formula of acts says; the message tells what of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Operation:
    """The part that all operations share. A field named like a Python keyword bears a trailing underscore,
    which its key in the data has not."""

    op: ClassVar[str]

    target: str = "act"

    def change(self, text: "Text") -> None:
        """Do it in the working text; `Refused` where it does not fit, and then nothing was done."""
        raise NotImplementedError

    def said(self, lang: str) -> str:
        """Its sentence in `mk` or `sq`; `Unsayable` where the language of acts has none for it."""
        raise NotImplementedError

    def data(self) -> dict[str, Any]:
        """The operation as JSON data: `op`, `target`, then every key that says something."""
        told: dict[str, Any] = {"op": self.op}
        for one in fields(self):
            value = getattr(self, one.name)
            if one.name == "target" or one.default is MISSING or value != one.default:
                told[one.name.rstrip("_")] = list(value) if isinstance(value, tuple) else value
        return told

    @classmethod
    def of(cls, data: Mapping[str, Any]) -> Self:
        """The operation of this class that `data` describes; `Malformed` says what does not fit."""
        known = {one.name.rstrip("_"): one for one in fields(cls)}
        given = {key: value for key, value in data.items() if key != "op"}
        if strange := sorted(given.keys() - known):
            raise Malformed(f"{cls.op} knows no {', '.join(strange)}")
        if missing := [key for key, one in known.items() if one.default is MISSING and key not in given]:
            raise Malformed(f"{cls.op} needs {', '.join(missing)}")
        types_ = get_type_hints(cls)
        values: dict[str, Any] = {}
        for key, value in given.items():
            name = known[key].name
            told = tuple(value) if isinstance(value, list) else value
            if not _fits(told, types_[name]):
                raise Malformed(f"{cls.op}: {key} cannot be {value!r}")
            values[name] = told
        return cls(**values)


def _fits(value: Any, kind: Any) -> bool:
    if isinstance(kind, types.UnionType):
        return any(_fits(value, one) for one in get_args(kind))
    if get_origin(kind) is tuple:
        return isinstance(value, tuple) and all(isinstance(one, str) for one in value)
    return type(value) is kind
