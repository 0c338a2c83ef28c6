"""The small office, for every test of acts."""

from konak.acts.tests.office_of import furnish
from tests.lodging import made_once

house = made_once(furnish)
