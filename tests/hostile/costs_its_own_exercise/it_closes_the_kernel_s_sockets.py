"""All open files but the first three."""

import os

os.closerange(3, 256)
