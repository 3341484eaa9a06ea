"""Lets ``python -m autograder`` do what the command ``autograder`` does."""

import sys

from autograder.cli import main

if __name__ == "__main__":
    sys.exit(main())
