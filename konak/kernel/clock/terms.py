"""Legal terms: calendar days that explain themselves step by step, each with its article.

Counting begins the day after the event. Only the last day moves, off a Saturday, a Sunday or a holiday for
all; a holiday of a community moves nothing. Terms that count backwards („at least 7 days before“) are never
shortened, and terms whose norm says `moves = false` (entry into force, signing, publishing) never move.
"""

from dataclasses import dataclass
from datetime import date, timedelta

from konak.kernel import norms
from konak.kernel.i18n import Words, day_words

from .days import holiday_on, is_working

_PREFIX = "terms."


@dataclass(frozen=True)
class Step:
    """One step of the reckoning: the day reached, why, and by which rule."""

    date: date
    text: Words
    article: Words


@dataclass(frozen=True)
class Due:
    """A legal term: the last day on which the thing may still be done, and how it was reckoned."""

    term: str
    due: date
    steps: tuple[Step, ...]


@dataclass(frozen=True)
class ServiceTarget:
    """What the house promises itself, in working days. Not a legal term, and never shown as one."""

    target: date
    working_days: int


def terms() -> list[str]:
    """The names of all legal terms, e.g. `foi.answer`."""
    return [key.removeprefix(_PREFIX) for key in norms.known() if key.startswith(_PREFIX)]


def due(term: str, start: date, *, extended: bool = False) -> Due:
    """When a term that begins with an event on `start` ends.

    `extended` counts the extended term in all from the same event. Raises `UnknownNorm` for an unknown term
    and `ValueError` where the law knows no extension.
    """
    norm = norms.on(start)[f"{_PREFIX}{term}"]
    rule = norm.value
    if extended and "extended" not in rule:
        raise ValueError(f"{term} cannot be extended")
    days, law = rule["extended"] if extended else rule["days"], norm.basis
    if isinstance(days, str):  # the number is a norm of its own
        days, law = norms.on(start)[days].value, norms.on(start)[days].basis
    if rule.get("before"):
        last = start - timedelta(days=days)
        said = _said("before", days, last)
        return Due(term, last, (Step(start, _said("event", 0, start), law), Step(last, said, law)))
    steps = [Step(start, _said("start", 0, start), law)]
    if extended:
        ordinary = start + timedelta(days=rule["days"])
        steps.append(Step(ordinary, _said("ordinary", rule["days"], ordinary), law))
    last = start + timedelta(days=days)
    steps.append(Step(last, _said("in_all" if extended else "ends", days, last), law))
    if rule.get("moves", False):
        steps += _moves(last)
    return Due(term, steps[-1].date, tuple(steps))


def latest(term: str, start: date) -> date:
    """The last day of a term, without the reckoning."""
    return due(term, start).due


def in_term(term: str, start: date, day: date) -> bool:
    """True if something done on `day` is still in the term."""
    return day <= due(term, start).due


def service_target(working_days: int, start: date) -> ServiceTarget:
    """The day by which the house wants to be ready, `working_days` after `start`."""
    day, left = start, working_days
    while left > 0:
        day += timedelta(days=1)
        left -= is_working(day)
    return ServiceTarget(day, working_days)


def _moves(last: date) -> list[Step]:
    moved = []
    day = last
    rule = norms.on(last)["clock.holidays"].basis
    while not is_working(day):
        holiday = holiday_on(day)
        name = holiday.name if holiday else {}
        why = (
            ("moved" if holiday.moved_from else "holiday")
            if holiday
            else "saturday"
            if day.weekday() == 5
            else "sunday"
        )
        law = holiday.article if holiday else rule
        day += timedelta(days=1)
        moved.append(Step(day, _said(why, 0, day, name), law))
    return moved


_SAID: dict[str, Words] = {
    "start": {
        "mk": "Рокот почнува да тече наредниот ден од {day}.",
        "sq": "Afati fillon të rrjedhë ditën pas {day}.",
        "en": "The term begins on the day after {day}.",
    },
    "ordinary": {
        "mk": "Редовниот рок од {days} дена истекува на {day}; рокот е продолжен.",
        "sq": "Afati i rregullt prej {days} ditësh skadon më {day}; afati është zgjatur.",
        "en": "The ordinary term of {days} days would end on {day}; it was extended.",
    },
    "in_all": {
        "mk": "Продолжениот рок изнесува вкупно {days} дена од приемот и истекува на {day}.",
        "sq": "Afati i zgjatur është gjithsej {days} ditë nga pranimi dhe skadon më {day}.",
        "en": "The extended term is {days} days in all from receipt and ends on {day}.",
    },
    "ends": {
        "mk": "Рокот од {days} дена истекува на {day}.",
        "sq": "Afati prej {days} ditësh skadon më {day}.",
        "en": "The term of {days} days ends on {day}.",
    },
    "saturday": {
        "mk": "Последниот ден е сабота, па се поместува на {day}.",
        "sq": "Dita e fundit është e shtunë, prandaj zhvendoset më {day}.",
        "en": "The last day is a Saturday, so it moves to {day}.",
    },
    "sunday": {
        "mk": "Последниот ден е недела, па се поместува на {day}.",
        "sq": "Dita e fundit është e diel, prandaj zhvendoset më {day}.",
        "en": "The last day is a Sunday, so it moves to {day}.",
    },
    "holiday": {
        "mk": "Последниот ден е празник ({name}), па се поместува на {day}.",
        "sq": "Dita e fundit është festë ({name}), prandaj zhvendoset më {day}.",
        "en": "The last day is a holiday ({name}), so it moves to {day}.",
    },
    "moved": {
        "mk": "Денот е неработен, зашто празникот ({name}) падна во недела, па рокот се поместува на {day}.",
        "sq": "Dita është jopune, sepse festa ({name}) ra të dielën, prandaj afati zhvendoset më {day}.",
        "en": "The day is off because the holiday ({name}) fell on a Sunday, so the term moves to {day}.",
    },
    "event": {
        "mk": "Денот од кој се брои наназад: {day}.",
        "sq": "Dita nga e cila numërohet mbrapsht: {day}.",
        "en": "The day from which we count back: {day}.",
    },
    "before": {
        "mk": "Најмалку {days} дена порано: најдоцна на {day}.",
        "sq": "Më së paku {days} ditë më herët: më së voni më {day}.",
        "en": "At least {days} days before: on {day} at the latest.",
    },
}


def _said(key: str, days: int, day: date, name: Words | None = None) -> Words:
    return {
        lang: text.format(days=days, day=day_words(day, lang), name=(name or {}).get(lang, ""))
        for lang, text in _SAID[key].items()
    }
