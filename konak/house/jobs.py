"""The house's own nightly work."""

from datetime import date

from konak.kernel.clock import now
from konak.kernel.journal import job

from .sealed import close


@job("house.seal")
def seal(day: date) -> None:
    """Close the block of the day that ended."""
    close(now())
