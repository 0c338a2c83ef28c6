"""`python -m konak`: the same door as `konak`."""

import sys

from konak.house.cli import main

sys.exit(main())
