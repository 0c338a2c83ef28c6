"""The small council, for every test of sessions."""

import pytest

from konak.sessions.tests.chamber import Chamber, furnish


@pytest.fixture
def house(db: None) -> Chamber:
    return furnish()
