"""The arithmetic of acts, pure: no settings, no database.

Rules: entry into force is counted from the day of publication and never moves off a Sunday or a holiday
(published 26.03, eighth day, in force 03.04); the terms to sign (3 days) and to publish (7 days from
adoption, art. 62(4) of the Law on local self-government) are alarms on the unmoved day and never block.
"""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Literal

Words = dict[str, str]
Style = Literal["session", "case", "own"]


@dataclass(frozen=True)
class Counted:
    """A day, and the sentences that led to it."""

    day: date
    steps: tuple[Words, ...]


@dataclass(frozen=True)
class Alarm:
    """A term: `what` is `sign` or `publish`; `done` is the day on which it was done; `late` counts days."""

    what: Literal["sign", "publish"]
    due: date
    done: date | None
    late: int
    left: int


def digest(hashes: Mapping[str, str]) -> str:
    """One hash for an act in all its languages, whatever their order."""
    whole = "\n".join(f"{lang} {hashes[lang]}" for lang in sorted(hashes))
    return hashlib.sha256(whole.encode()).hexdigest()


def in_force(
    *, published: date, adopted: date, days: int | None, from_adoption: bool, default_days: int
) -> Counted:
    """When an act enters into force: `days` after publication as its own clause says (0 is that day itself),
    on adoption, or after `default_days` when the act has no clause that can be read."""
    if from_adoption:
        return Counted(
            adopted,
            (
                {
                    "mk": f"Актот влегува во сила со денот на донесувањето, {_digits(adopted)}.",
                    "sq": f"Akti hyn në fuqi ditën e miratimit, {_digits(adopted)}.",
                    "en": f"The act enters into force on its adoption, {_digits(adopted)}.",
                },
            ),
        )
    count = default_days if days is None else days
    day = published + timedelta(days=count)
    source = (
        {
            "mk": f"Актот нема одредба што се чита; важи правилото: {_nth_mk(count)} од објавувањето.",
            "sq": f"Akti nuk ka dispozitë të lexueshme; vlen rregulla: {_nth_sq(count)} nga shpallja.",
            "en": f"The act has no clause that can be read; the rule is: day {count} from publication.",
        }
        if days is None
        else {
            "mk": f"Според завршната одредба: {_nth_mk(count)} од објавувањето.",
            "sq": f"Sipas dispozitës përfundimtare: {_nth_sq(count)} nga shpallja.",
            "en": f"By its closing provision: day {count} from publication.",
        }
    )
    sum_ = {
        "mk": f"Објавен на {_digits(published)} + {count} = {_digits(day)}; денот не се поместува.",
        "sq": f"I shpallur më {_digits(published)} + {count} = {_digits(day)}; dita nuk zhvendoset.",
        "en": f"Published on {_digits(published)} + {count} = {_digits(day)}; the day does not move.",
    }
    return Counted(day, (source, sum_))


def alarms(
    *, sign_by: date, publish_by: date, signed: date | None, published: date | None, today: date
) -> tuple[Alarm, ...]:
    """The two terms that run from adoption; `sign_by` and `publish_by` are their last days, unmoved."""
    return (_alarm("sign", sign_by, signed, today), _alarm("publish", publish_by, published, today))


def _alarm(what: Literal["sign", "publish"], due: date, done: date | None, today: date) -> Alarm:
    away = (due - (done or today)).days
    return Alarm(what, due, done, max(0, -away), max(0, away))


def _nth_mk(count: int) -> str:
    return {0: "со самиот ден", 1: "наредниот ден", 8: "осмиот ден"}.get(count, f"{count} дена")


def _nth_sq(count: int) -> str:
    return {0: "në vetë ditën", 1: "ditën e nesërme", 8: "ditën e tetë"}.get(count, f"{count} ditë")


def _digits(day: date) -> str:
    return f"{day.day:02}.{day.month:02}.{day.year}"
