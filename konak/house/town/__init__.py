"""The sample town: Kumanovo's structure and invented persons, brought to life by the same deeds as real work."""

from collections.abc import Callable, Iterator
from datetime import date

PASSWORD = "konak-kumanovo"  # noqa: S105 (of sample accounts, printed on purpose)

Progress = Callable[[object], None]


def build(day: date, progress: Progress) -> None:
    """Found the town in an empty database and let it live until the evening of `day`."""
    from konak.house.models import Sample
    from konak.kernel.journal import settle
    from konak.kernel.signing import authority

    from .founding import found
    from .life import live

    _hurry(True)
    Sample(pk=1, day=day).save(force_insert=True)
    authority.establish("Општина Куманово")
    progress("the office, the council and their people")
    town = found()
    progress("three months of work")
    live(town, day, progress)
    progress("search and notices")
    settle(100_000)
    progress("the seal of every night")
    _seal(day)
    _hurry(False)


def _hurry(on: bool) -> None:
    """A town half built is built anew, so its deeds need not wait for the disk one by one."""
    from django.db import connection

    with connection.cursor() as cursor:
        if connection.vendor == "postgresql":
            cursor.execute(f"SET synchronous_commit = {'off' if on else 'on'}")
        else:
            cursor.execute(f"PRAGMA synchronous = {'OFF' if on else 'FULL'}")


def _seal(last: date) -> None:
    """Close every day before the last in the night after it; the last is still open in the evening."""
    from datetime import datetime, time, timedelta

    from konak.house.sealed import close
    from konak.kernel.clock import ZONE
    from konak.kernel.journal.sealing import open_days

    for day in open_days(last - timedelta(days=1)):
        close(day, datetime.combine(day + timedelta(days=1), time(0, 5), ZONE))


def accounts() -> Iterator[str]:
    """Who may sign in, line by line."""
    from konak.kernel.people import Account

    rows = Account.objects.filter(sample=True).select_related("person").order_by("id")
    if rows:
        yield f"Accounts of the sample town; the password of each is {PASSWORD}"
    for account in rows:
        yield f"  {account.username:<14} {account.person.name} ({account.language})"


def is_sample() -> bool:
    """Whether this database bears the mark of a sample."""
    from konak.house.models import Sample

    return Sample.objects.exists()


def empty() -> None:
    """Take everything out of a sample database and its folder; the schema stands again afterwards."""
    import shutil
    from pathlib import Path

    from django.conf import settings
    from django.db import connection

    from konak.house.ground import migrate

    if not is_sample():
        raise RuntimeError("only a sample is ever emptied")
    if connection.vendor == "postgresql":
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")
    else:
        connection.close()
        database = Path(settings.DATABASES["default"]["NAME"])
        for path in (database, Path(f"{database}-wal"), Path(f"{database}-shm")):
            path.unlink(missing_ok=True)
    for folder in ("files", "seals"):
        shutil.rmtree(Path(settings.VAR) / folder, ignore_errors=True)
    migrate()
