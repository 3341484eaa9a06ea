"""The judge keeps the one that it chose itself."""

import os

os.environ["CNNBASICS_SEED"] = "1"
