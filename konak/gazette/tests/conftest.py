"""The small office of acts, and an editor who makes the gazette."""

import pytest

from konak.acts.tests.office_of import House, furnish


@pytest.fixture
def house(db: None) -> House:
    return furnish()
