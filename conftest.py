"""What every test may rely on."""

from collections.abc import Iterator
from contextlib import contextmanager

import pytest


@contextmanager
def promises_suspended() -> Iterator[None]:
    """SQLite without its triggers for a moment: append-only tables could not be emptied between tests."""
    from django.db import connection

    triggers: list[tuple[str, str]] = []
    if connection.vendor == "sqlite":
        with connection.cursor() as cursor:
            cursor.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'")
            triggers = cursor.fetchall()
            for name, _ in triggers:
                cursor.execute(f"DROP TRIGGER {name}")
    yield
    if triggers:
        with connection.cursor() as cursor:
            for _, text in triggers:
                cursor.execute(text)


@pytest.fixture(autouse=True)
def _fresh_norms() -> None:
    from konak.kernel import norms

    norms.fresh()


@pytest.fixture(autouse=True, scope="session")
def _flush_in_spite_of_promises() -> None:
    from django.test import TransactionTestCase

    teardown = TransactionTestCase._fixture_teardown

    def without_promises(case: TransactionTestCase) -> None:
        with promises_suspended():
            teardown(case)

    TransactionTestCase._fixture_teardown = without_promises
