"""The variable that makes checks send their answers is changed."""

import os

os.environ["CNNBASICS_COLLECT"] = "0"
