"""What every test may rely on: databases, a served house and a browser."""

from konak.house.messages import build

pytest_plugins = ["tests.databases", "tests.browser"]

build()
