"""Story time: what is planned for a day is done on that day, in the order it was planned."""

import heapq
from collections.abc import Callable
from datetime import date, datetime, time, timedelta
from itertools import count

from konak.kernel.clock import ZONE, is_working


class Days:
    """A calendar that ends on `last`; deeds on it plan further deeds."""

    def __init__(self, last: date) -> None:
        self.last = last
        self._planned: list[tuple[date, int, Callable[[date], None]]] = []
        self._order = count()
        self._minutes: dict[date, int] = {}

    def before_end(self, days: int) -> date:
        """The working day so many days before the last (or after it, when negative)."""
        return self.working(self.last - timedelta(days=days))

    def working(self, day: date) -> date:
        """The day, or the next one on which people work."""
        while not is_working(day):
            day += timedelta(days=1)
        return day

    def plan(self, day: date, deed: Callable[[date], None]) -> None:
        """Have `deed(day)` done on the day, or the next one on which people work; on the last free days of
        all it was done before them. What lies after the last day is never done."""
        done = self.working(day)
        if day <= self.last < done:
            done = self._last_worked
        heapq.heappush(self._planned, (done, next(self._order), deed))

    @property
    def _last_worked(self) -> date:
        day = self.last
        while not is_working(day):
            day -= timedelta(days=1)
        return day

    def run(self) -> None:
        """Do all that is planned up to the last day."""
        while self._planned and self._planned[0][0] <= self.last:
            day, _, deed = heapq.heappop(self._planned)
            deed(day)

    def at(self, day: date, hour: int = 0) -> datetime:
        """The next free moment of a day, not before the hour; time never goes back."""
        passed = max(self._minutes.get(day, 8 * 60), hour * 60)
        self._minutes[day] = passed + 3
        return datetime.combine(day, time(0, 0), ZONE) + timedelta(minutes=passed)
