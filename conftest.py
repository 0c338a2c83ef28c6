"""What every test may rely on: databases, a served house and a browser."""

from collections.abc import Iterator

import pytest
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.utils import translation

from konak.kernel import norms
from konak.kernel.i18n.catalogue import build

pytest_plugins = ["tests.lodging", "tests.browser"]

build()

# passwords of this process are cheap; those of the sample town are as dear as in real life (tests/test_town.py)
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 8, 1


@pytest.fixture(autouse=True)
def _as_in_a_new_process() -> Iterator[None]:
    """No norm and no language is left over from the test before."""
    norms.fresh()
    yield
    translation.deactivate()
