"""Its own among them."""

import os

os.kill(-1, 9)
