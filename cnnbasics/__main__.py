"""Run the `cnnbasics` command as ``python -m cnnbasics``."""

import sys

from cnnbasics.cli import main

sys.exit(main())
