"""What every test may rely on: databases, a served house and a browser."""

from collections.abc import Iterator

import pytest
from django.utils import translation

from konak.kernel import norms
from konak.kernel.i18n.catalogue import build

pytest_plugins = ["tests.lodging", "tests.browser"]

build()


@pytest.fixture(autouse=True)
def _as_in_a_new_process() -> Iterator[None]:
    """No norm and no language is left over from the test before."""
    norms.fresh()
    yield
    translation.deactivate()
