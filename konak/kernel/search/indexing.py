"""How a room says what search may find."""

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from konak.kernel.journal import Fact, Ref, listener


@dataclass(frozen=True, kw_only=True)
class Findable:
    """One text that may be found: a thing in one language, dated, for some audiences.

    `kind` groups hits on the page („acts.act“); `body` is plain text.
    """

    ref: Ref
    lang: str
    title: str
    body: str = ""
    kind: str
    day: date
    audiences: frozenset[str] = field(default_factory=frozenset)


Index = Callable[[int], Iterable[Findable]]
INDEXES: dict[str, Index] = {}


def indexed(kind: str, *, on: Iterable[type[Fact]], subject: str = "") -> Callable[[Index], Index]:
    """Have `function(id)` say anew what may be found of a thing whenever one of the facts becomes true.

    The id is that of the fact's subject, or of its field `subject`. An empty answer takes the thing out.
    """

    def register(function: Index) -> Index:
        INDEXES[kind] = function

        def hear(told: Any, entry: Any) -> None:
            from .writing import write

            number = getattr(told, subject) if subject else told.subject.id
            if number is not None:
                write(Ref(kind, number), function(number))

        listener(*on, name=f"search.{kind}")(hear)
        return function

    return register
