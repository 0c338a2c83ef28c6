"""Every night the files that nobody kept are swept."""

from datetime import UTC, date, datetime

from konak.kernel.journal import job

from .keeping import sweep


@job("files.sweep")
def sweep_orphans(day: date) -> None:
    """By the machine's own clock: it wrote the times of the files, whatever day the story is at."""
    sweep(datetime.now(UTC))
