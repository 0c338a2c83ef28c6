"""Holidays and working days: arithmetic over the norms `clock.*`.

Source: Law on holidays (Official Gazette 21/98 and 18/2007). A holiday for all that falls on a Sunday makes
the next day that is not a holiday a day off; a Saturday does not move; two on one day add none (art. 3).
Holidays of communities and confessions (art. 2) are known and move no term.
"""

import re
from dataclasses import dataclass
from datetime import date, timedelta
from functools import lru_cache
from typing import Any

from konak.kernel import norms
from konak.kernel.i18n import Words

_FEAST = re.compile(r"(easter|western-easter)([+-]\d+)")
_ONE = timedelta(days=1)


@dataclass(frozen=True)
class Holiday:
    """A day with its name and rule. `who` is empty for a holiday for all, else whom it is for."""

    day: date
    name: Words
    article: Words
    who: str = ""
    moved_from: date | None = None

    @property
    def for_all(self) -> bool:
        return not self.who


def holidays(year: int) -> dict[date, Holiday]:
    """The days of the year on which nobody works besides weekends, moved days included."""
    table = norms.on(date(year, 12, 31))
    rows, announced = table["clock.holidays"], table["clock.ramadan_first_days"]
    local = table["clock.local_days"]
    return _holidays(
        year,
        tuple((row["day"], tuple(row["name"].items())) for row in rows.value),
        tuple(announced.value),
        tuple((row["day"], tuple(row["name"].items())) for row in local.value),
        tuple(rows.basis.items()),
        tuple(local.basis.items()),
    )


@lru_cache(maxsize=64)
def _holidays(
    year: int,
    rows: tuple[Any, ...],
    announced: tuple[str, ...],
    local: tuple[Any, ...],
    law: Any,
    decided: Any,
) -> dict[date, Holiday]:
    found: dict[date, Holiday] = {}
    for rule, name in rows:
        for day in _dates(rule, year, announced):
            found.setdefault(day, Holiday(day, dict(name), dict(law)))
    for day in sorted(found):
        if day.weekday() == 6:
            free = day + _ONE
            while free in found:
                free += _ONE
            found[free] = Holiday(free, found[day].name, dict(law), moved_from=day)
    for text, name in local:
        day = date.fromisoformat(text)
        if day.year == year:
            found.setdefault(day, Holiday(day, dict(name), dict(decided)))
    return dict(sorted(found.items()))


def community_days(year: int) -> list[Holiday]:
    """The holidays of communities and confessions, by day; they move no term."""
    norm = norms.on(date(year, 12, 31))["clock.community_days"]
    found = [
        Holiday(day, row["name"], norm.basis, who=row["who"])
        for row in norm.value
        for day in _dates(row["day"], year, ())
    ]
    return sorted(found, key=lambda holiday: holiday.day)


def _dates(rule: str, year: int, announced: tuple[str, ...]) -> list[date]:
    if rule == "ramadan":
        return [day for day in map(date.fromisoformat, announced) if day.year == year]
    if feast := _FEAST.fullmatch(rule):
        easter = orthodox_easter(year) if feast[1] == "easter" else western_easter(year)
        return [easter + timedelta(days=int(feast[2]))]
    month, day = map(int, rule.split("-"))
    return [date(year, month, day)]


def orthodox_easter(year: int) -> date:
    """Easter Sunday of the Julian reckoning in the Gregorian calendar (Meeus; 1900–2099)."""
    a, b, c = year % 4, year % 7, year % 19
    d = (19 * c + 15) % 30
    e = (2 * a + 4 * b - d + 34) % 7
    month, day = divmod(d + e + 114, 31)
    return date(year, month, day + 1) + timedelta(days=13)


def western_easter(year: int) -> date:
    """Easter Sunday of the Gregorian reckoning (Meeus, Jones and Butcher)."""
    a, (b, c) = year % 19, divmod(year, 100)
    d, e = divmod(b, 4)
    g = (8 * b + 13) // 25
    h = (19 * a + b - d - g + 15) % 30
    i, k = divmod(c, 4)
    m = (32 + 2 * e + 2 * i - h - k) % 7
    n = (a + 11 * h + 22 * m) // 451
    month, day = divmod(h + m - 7 * n + 114, 31)
    return date(year, month, day + 1)


def holiday_on(day: date) -> Holiday | None:
    """The holiday for all on this day, also one that moved into it from the year before."""
    return holidays(day.year).get(day) or holidays(day.year - 1).get(day)


def is_working(day: date) -> bool:
    """True on a weekday that is no holiday for all."""
    return day.weekday() < 5 and holiday_on(day) is None


def next_working(day: date) -> date:
    """The day itself if it is a working day, else the next one that is."""
    while not is_working(day):
        day += _ONE
    return day
