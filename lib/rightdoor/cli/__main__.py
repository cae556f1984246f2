"""`python -m rightdoor.cli` is the command `rightdoor`."""

import sys

from rightdoor.cli import main

sys.exit(main())
