"""The small office, for every test of acts."""

import pytest

from konak.acts.tests.office_of import House, furnish


@pytest.fixture
def house(db: None) -> House:
    return furnish()
