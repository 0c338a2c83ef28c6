"""The small council, for every test of sessions."""

from konak.sessions.tests.chamber import furnish
from tests.lodging import made_once

house = made_once(furnish)
