"""Holidays and working days: arithmetic over the norms `clock.*`.

Source: Law on holidays (Official Gazette 21/98 and 18/2007). A holiday for all that falls on a Sunday makes
the next day a day off; a Saturday does not move; two on one day add none, as on 2 May 2022 (art. 3).
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
_FIXED = re.compile(r"\d\d-\d\d")
_ONE = timedelta(days=1)
_Frozen = tuple[tuple[str, str], ...]
_Dated = tuple[date, _Frozen, str, _Frozen]  # day, name, for whom, rule


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
    """The days of the year on which nobody works besides weekends, moved days included.

    A feast that is announced each year (Bajram) is known for the years whose day the norm has.
    """
    rows = norms.on(date(year, 12, 31))["clock.holidays"]
    return _holidays(_dated(rows, year), tuple(_listed("clock.local_days", year)), _frozen(rows.basis))


@lru_cache(maxsize=64)
def _holidays(law_days: tuple[_Dated, ...], local: tuple[_Dated, ...], law: _Frozen) -> dict[date, Holiday]:
    found: dict[date, Holiday] = {}
    for day, name, _who, basis in law_days:
        found.setdefault(day, Holiday(day, dict(name), dict(basis)))
    for day in sorted(found):
        if day.weekday() == 6:
            moved = Holiday(day + _ONE, found[day].name, dict(law), moved_from=day)
            found.setdefault(moved.day, moved)
    for day, name, _who, basis in local:
        found.setdefault(day, Holiday(day, dict(name), dict(basis)))
    return dict(sorted(found.items()))


def community_days(year: int) -> list[Holiday]:
    """The holidays of communities and confessions, by day; they move no term."""
    norm = norms.on(date(year, 12, 31))["clock.community_days"]
    found = [Holiday(day, dict(name), dict(law), who=who) for day, name, who, law in _dated(norm, year)]
    return sorted(found, key=lambda holiday: holiday.day)


def _frozen(words: Words) -> _Frozen:
    return tuple(words.items())


def _dated(norm: norms.Norm, year: int) -> tuple[_Dated, ...]:
    """The rows of a norm with the days of a year that their rules mean."""
    return tuple(
        (day, _frozen(row["name"]), row.get("who", ""), _frozen(norm.basis))
        for row in norm.value
        for day in _days(row["day"], year)
    )


def _days(rule: str, year: int) -> list[date]:
    """The days a rule means: `05-24`, `easter+1`, or the name of a list of announced days (`ramadan_first`)."""
    if feast := _FEAST.fullmatch(rule):
        easter = orthodox_easter(year) if feast[1] == "easter" else western_easter(year)
        return [easter + timedelta(days=int(feast[2]))]
    if _FIXED.fullmatch(rule):
        return [date.fromisoformat(f"{year}-{rule}")]
    return [day for day, *_ in _listed(f"clock.{rule}_days", year)]


def _listed(key: str, year: int) -> list[_Dated]:
    """The days of a year that a norm lists one by one; each counts if its list was valid on that very day."""
    found = []
    for norm in norms.intervals(key):
        for entry in norm.value:
            row: dict[str, Any] = {"day": entry, "name": {}} if isinstance(entry, str) else entry
            day = date.fromisoformat(row["day"])
            if day.year == year and norms.on(day)[key] is norm:
                found.append((day, _frozen(row["name"]), "", _frozen(norm.basis)))
    return found


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
