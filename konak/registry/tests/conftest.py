"""The small office, for every test of the registry."""

import pytest

from konak.registry.tests.office_of import Office, furnish


@pytest.fixture
def house(db: None) -> Office:
    return furnish()
