"""A work through time: a base act and the acts that amend it, each with the day it counts from.

Days are handed in: the text of an act alone does not say when it was published. Corrections count back to
the text they correct, what a court annulled from the beginning was never in force, what it quashed ends with
the publication of its judgment.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date, timedelta
from functools import cached_property

from konak.lex.amend import Applied, Operation, Refusal, apply
from konak.lex.amend.ops import AppliesFrom, EntersIntoForce
from konak.lex.changes import Change, diff
from konak.lex.tree import Act, Source


def force_day(
    operations: Sequence[Operation], published: date | None, adopted: date | None = None
) -> date | None:
    """The day an amending act enters into force by its own operation; None where it does not say so or the
    day it counts from is not known. The eighth day after 26.03 is 03.04."""
    for one in operations:
        if isinstance(one, EntersIntoForce):
            if one.date:
                return date.fromisoformat(one.date)
            if one.from_ == "adoption":
                return adopted
            if one.days_after_publication is not None and published is not None:
                return published + timedelta(days=one.days_after_publication)
    return None


@dataclass(frozen=True, slots=True)
class Amendment:
    """The operations of one amending act and the day they enter into force; `published` is that of its
    gazette, `annexes` the amending act itself where operations take content from its annexes."""

    operations: tuple[Operation, ...]
    day: date
    source: Source | None = None
    published: date | None = None
    annexes: Act | None = None

    @property
    def applied_from(self) -> date:
        """The day from which the amended text is applied: later than its force where the act says so."""
        days = [date.fromisoformat(one.date) for one in self.operations
                if isinstance(one, AppliesFrom) and one.target == "act"]  # fmt: skip
        return max([self.day, *days])


@dataclass(frozen=True, slots=True)
class Version:
    """The text from `day` to the day before `until` (None: until now). `amendments` are those that begin on
    that day, `refused` what of them did not fit."""

    day: date
    until: date | None
    act: Act
    amendments: tuple[Amendment, ...] = ()
    refused: tuple[Refusal, ...] = ()
    repealed: bool = False


@dataclass(frozen=True)
class Work:
    """A base act in force from `day`, and what amends it in the order of adoption."""

    base: Act
    day: date
    amendments: tuple[Amendment, ...] = field(default=())

    def versions(self) -> tuple[Version, ...]:
        """Every text of the work, oldest first; made once, each from the one before it."""
        return self._versions

    def text_on(self, day: date, *, applied: bool = False) -> Act | None:
        """The text in force on that day, or with `applied` the one to be applied on it; None before the work
        and after its repeal."""
        versions = self._applied if applied else self._versions
        found = next((one for one in reversed(versions) if one.day <= day), None)
        return None if found is None or found.repealed else found.act

    def diff(self, a: date, b: date) -> list[Change]:
        """What changed from the text of one day to that of another; a text that was not in force is empty."""
        return diff(*(self.text_on(day) or Act(self.base.lang) for day in (a, b)))

    def if_adopted(self, operations: Sequence[Operation], annexes: Act | None = None) -> Applied:
        """What draft operations would make of the newest text."""
        return apply(self._versions[-1].act, operations, annexes=annexes)

    @cached_property
    def _versions(self) -> tuple[Version, ...]:
        return self._made([(one.day, one) for one in self.amendments])

    @cached_property
    def _applied(self) -> tuple[Version, ...]:
        return self._made([(one.applied_from, one) for one in self.amendments])

    def _made(self, days: list[tuple[date, Amendment]]) -> tuple[Version, ...]:
        parts = [
            (max(self.day, since), one, part) for day, one in days for since, part in self._parts(day, one)
        ]
        parts.sort(key=lambda part: part[0])  # stable: acts of one day in the order of adoption
        corrections = [(one, part) for _, one, part in parts if _corrects(part)]
        steps = [part for part in parts if not _corrects(part[2])]
        for one, part in corrections:
            self._correct(steps, one, part)
        return self._versions_of(steps)

    def _parts(self, day: date, one: Amendment) -> list[tuple[date, tuple[Operation, ...]]]:
        """The operations of an amendment by the day they count from."""
        found: dict[date, list[Operation]] = {}
        for each in one.operations:
            since = day
            if getattr(each, "correction", False) or getattr(each, "effect", "") == "from_start":
                since = self.day
            elif getattr(each, "from_", "") == "publication" and one.published is not None:
                since = one.published
            found.setdefault(since, []).append(each)
        split: list[tuple[date, tuple[Operation, ...]]] = []
        for since, several in found.items():
            right = tuple(each for each in several if getattr(each, "correction", False))
            other = tuple(each for each in several if not getattr(each, "correction", False))
            split += [(since, part) for part in (right, other) if part]
        return split

    def _correct(self, steps: list["_Step"], one: Amendment, part: tuple[Operation, ...]) -> None:
        """Put a correction behind the first text that it fits: the one with the mistake."""
        act, repealed = self.base, False
        for place in range(len(steps) + 1):
            if not repealed and not apply(act, part).refused:
                since = steps[place - 1][0] if place else self.day
                steps.insert(place, (since, one, part))
                return
            if place < len(steps):
                _, other, operations = steps[place]
                done = apply(act, operations, other.source, other.annexes)
                act, repealed = done.act, done.repealed
        steps.append((max([self.day, one.day]), one, part))
        steps.sort(key=lambda step: step[0])

    def _versions_of(self, steps: list["_Step"]) -> tuple[Version, ...]:
        versions = [Version(self.day, None, self.base)]
        for since, one, part in steps:
            last = versions[-1]
            done = apply(last.act, part, one.source, one.annexes)
            made = Version(since, None, done.act, (one,), done.refused, last.repealed or done.repealed)
            if since == last.day:
                amended = last.amendments if one in last.amendments else (*last.amendments, one)
                versions[-1] = Version(
                    since, None, done.act, amended, last.refused + done.refused, made.repealed
                )
            else:
                versions[-1] = Version(
                    last.day, since, last.act, last.amendments, last.refused, last.repealed
                )
                versions.append(made)
        return tuple(versions)


_Step = tuple[date, Amendment, tuple[Operation, ...]]


def _corrects(part: tuple[Operation, ...]) -> bool:
    return any(getattr(one, "correction", False) for one in part)
