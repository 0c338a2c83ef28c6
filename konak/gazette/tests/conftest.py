"""The small office of acts, and an editor who makes the gazette."""

from konak.acts.tests.office_of import furnish
from tests.lodging import made_once

house = made_once(furnish)
