"""The clock itself. Only `web`, `jobs` and `cli` look at it; deeds are handed the time."""

import os
from datetime import date, datetime, timedelta
from functools import cache
from zoneinfo import ZoneInfo

ZONE = ZoneInfo("Europe/Skopje")


@cache
def _shift(start: str) -> timedelta:
    """How far this process's clock is off: it began at the moment `start` (sample towns)."""
    if not start:
        return timedelta()
    return datetime.fromisoformat(start).replace(tzinfo=ZONE) - datetime.now(ZONE)


def now() -> datetime:
    """This moment in Skopje."""
    return datetime.now(ZONE) + _shift(os.environ.get("KONAK_CLOCK", ""))


def today() -> date:
    """This day in Skopje."""
    return now().date()
