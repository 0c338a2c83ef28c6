"""The small office of the registry, for the tests of the archive."""

from konak.registry.tests.office_of import furnish
from tests.lodging import made_once

house = made_once(furnish)
