"""What every test may rely on: databases, a served house and a browser."""

import pytest

from konak.kernel import norms
from konak.kernel.i18n.catalogue import build

pytest_plugins = ["tests.databases", "tests.browser"]

build()


@pytest.fixture(autouse=True)
def _fresh_norms() -> None:
    norms.fresh()
