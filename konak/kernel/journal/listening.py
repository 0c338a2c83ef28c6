"""Who listens for which fact, which work is due each day, and the one worker that does it."""

import logging
from collections.abc import Callable
from datetime import date, datetime, timedelta
from typing import Any

from django.db import connection, transaction
from django.db.models import F, Q
from django.utils import timezone

from konak.kernel import norms

from .facts import Fact

log = logging.getLogger("konak.errands")

Listener = Callable[[Any, Any], None]
LISTENERS: dict[str, Listener] = {}
SLOW: set[str] = set()
JOBS: dict[str, Callable[[date], None]] = {}
POLLS: dict[str, tuple[float, Callable[[], None]]] = {}
_listening: dict[type[Fact], list[str]] = {}

LEASE, SLOW_LEASE = timedelta(minutes=10), timedelta(hours=2)
FIRST_WAIT, LONGEST_WAIT = timedelta(seconds=5), timedelta(hours=1)


def listener(*facts: type[Fact], name: str, slow: bool = False) -> Callable[[Listener], Listener]:
    """Have `function(fact, entry)` run once for each such fact, after it is true; it must be idempotent.

    A `slow` one (seconds, not milliseconds) runs beside the others and outside a transaction, so it holds
    up nobody; what it writes, it writes by a deed of its own at its end.
    """

    def register(function: Listener) -> Listener:
        LISTENERS[name] = function
        if slow:
            SLOW.add(name)
        for cls in facts:
            names = _listening.setdefault(cls, [])
            if name not in names:
                names.append(name)
        return function

    return register


def job(name: str, *, slow: bool = False) -> Callable[[Callable[[date], None]], Callable[[date], None]]:
    """Have `function(day)` run once every day, in the night that follows the day; `slow` as for listeners."""

    def register(function: Callable[[date], None]) -> Callable[[date], None]:
        JOBS[name] = function
        if slow:
            SLOW.add(name)
        return function

    return register


def poll(name: str, *, seconds: float) -> Callable[[Callable[[], None]], Callable[[], None]]:
    """Have `function()` look outside (a mailbox, a folder) every so many seconds, in the slow lane."""

    def register(function: Callable[[], None]) -> Callable[[], None]:
        POLLS[name] = (seconds, function)
        return function

    return register


def names_of(cls: type[Fact]) -> list[str]:
    """The listeners of a kind of fact."""
    return _listening.get(cls, [])


def plan_jobs(day: date) -> None:
    """Write the day's errands; a second call for the same day adds nothing."""
    from .models import Errand

    Errand.objects.bulk_create([Errand(name=name, day=day) for name in JOBS], ignore_conflicts=True)


def run_errands(limit: int = 50, *, slow: bool = False) -> int:
    """Do what waits in one of the two lanes, oldest first, at most `limit`; returns how many were tried."""
    done = 0
    while done < limit and (errand := _claim(slow)):
        _run(errand)
        done += 1
    return done


def settle(rounds: int = 1000) -> None:
    """Do all that waits now, also what waits for another try; a failing errand raises."""
    from .models import Errand

    for _ in range(rounds):
        errand = Errand.objects.filter(done_at__isnull=True).order_by("id").first()
        if errand is None:
            return
        _done(errand)
    raise RuntimeError("errands keep making errands")


def run_polls(last: dict[str, float], now: float) -> None:
    """Look wherever it is time to look; `last` remembers when (seconds that only grow). A fault is logged."""
    for name, (seconds, function) in POLLS.items():
        if now - last.get(name, -seconds) < seconds:
            continue
        last[name] = now
        try:
            norms.fresh()
            function()
        except Exception:  # what one mailbox does wrong must not close the others
            log.exception("poll %s failed", name)


def _claim(slow: bool) -> Any:
    from .models import Errand

    now = timezone.now()
    lane = Q(name__in=SLOW) if slow else ~Q(name__in=SLOW)
    free = Q(leased_until__isnull=True) | Q(leased_until__lt=now)
    with transaction.atomic():
        waiting = Errand.objects.filter(lane, free, done_at__isnull=True, next_try__lte=now).order_by(
            "next_try", "id"
        )
        if connection.features.has_select_for_update_skip_locked:
            waiting = waiting.select_for_update(skip_locked=True)
        errand = waiting.first()
        if errand is not None:
            errand.leased_until = now + (SLOW_LEASE if slow else LEASE)
            errand.tries += 1
            errand.save(update_fields=["leased_until", "tries"])
        return errand


def _run(errand: Any) -> None:
    from .models import Errand

    try:
        _done(errand)
    except Exception as trouble:  # the one place: a listener's fault must not stop the others
        log.exception("errand %s failed on try %s", errand.name, errand.tries)
        wait = min(FIRST_WAIT * 2 ** min(errand.tries - 1, 12), LONGEST_WAIT)
        Errand.objects.filter(pk=errand.pk).update(
            leased_until=None, next_try=timezone.now() + wait, trouble=repr(trouble)[:2000]
        )


def _done(errand: Any) -> None:
    if errand.name in SLOW:
        _do(errand)
    else:
        with transaction.atomic():
            _do(errand)


def _do(errand: Any) -> None:
    from .models import Entry

    norms.fresh()
    if errand.entry_id is None:
        JOBS[errand.name](errand.day)
    else:
        entry = Entry.objects.select_related("beside").get(pk=errand.entry_id)
        LISTENERS[errand.name](entry.told(), entry)
    finished(errand)


def finished(errand: Any) -> None:
    """Mark the errand done; of a quick one in the transaction of its work."""
    type(errand).objects.filter(pk=errand.pk).update(
        done_at=timezone.now(), leased_until=None, trouble="", tries=F("tries")
    )


def waiting_since(now: datetime) -> timedelta | None:
    """How long the oldest errand has waited; None when nothing waits."""
    from .models import Errand

    oldest = Errand.objects.filter(done_at__isnull=True).order_by("next_try").first()
    return now - oldest.next_try if oldest else None
