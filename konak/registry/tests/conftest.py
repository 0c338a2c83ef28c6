"""The small office, for every test of the registry."""

from konak.registry.tests.office_of import furnish
from tests.lodging import made_once

house = made_once(furnish)
