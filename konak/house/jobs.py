"""The house's own nightly work."""

from datetime import date

from konak.kernel.clock import now
from konak.kernel.journal import job

from .sealed import close


@job("house.seal")
def seal(day: date) -> None:
    """Close the day that ended, and days before it that were not closed."""
    close(day, now())
