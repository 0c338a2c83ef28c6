"""States and steps as tables: buttons, guards, documentation and tests read the same one.

Flow is pure: it knows no database. A thing that flows has a text field `state`.
"""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.utils.translation import gettext_lazy as _

from konak.kernel.errors import Reason, Text, gather
from konak.kernel.journal import Actor

__all__ = ["Flow", "Rule", "Step"]

Finding = Reason | Iterable[Reason] | None
Rule = Callable[[Actor, Any, date], Finding]


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step: the verb on the button, the states it leaves, the state it reaches, and who may take it."""

    verb: str
    label: Text
    frm: tuple[str, ...]
    to: str
    rule: Rule
    page: str = ""  # the URL name of its screen, where it has one of its own


@dataclass(frozen=True)
class Flow:
    """A table of steps between named states. `name` is the thing's `Ref` kind, e.g. `acts.act`."""

    name: str
    states: Mapping[str, Text]
    steps: tuple[Step, ...]
    _by_verb: dict[str, Step] = field(init=False, repr=False, default_factory=dict)

    def __post_init__(self) -> None:
        for step in self.steps:
            unknown = {*step.frm, step.to} - set(self.states)
            if unknown or step.verb in self._by_verb:
                raise ValueError(
                    f"{self.name}: step {step.verb} is doubled or names unknown states {unknown}"
                )
            self._by_verb[step.verb] = step

    def step(self, verb: str) -> Step:
        return self._by_verb[verb]

    def check(self, actor: Actor, thing: Any, verb: str, day: date) -> tuple[Reason, ...]:
        """Every reason why the actor may not take the step now; none means he may."""
        step = self.step(verb)
        if thing.state not in step.frm:
            wrong = Reason(
                _("“%(step)s” is not possible: the state is “%(state)s”.")
                % {"step": step.label, "state": self.states[thing.state]}
            )
            return gather(wrong, step.rule(actor, thing, day))
        return gather(step.rule(actor, thing, day))

    def open_steps(self, actor: Actor, thing: Any, day: date) -> list[Step]:
        """The steps whose buttons the actor sees: right state, no reason against it."""
        return [s for s in self.steps if thing.state in s.frm and not gather(s.rule(actor, thing, day))]

    def choices(self) -> list[tuple[str, Text]]:
        return list(self.states.items())

    def markdown(self) -> str:
        """The table as documentation shows it."""
        rows = ["| step | from | to |", "| --- | --- | --- |"]
        rows += [f"| {s.verb} | {', '.join(s.frm)} | {s.to} |" for s in self.steps]
        return "\n".join(rows)
