"""The masks are added: True and True is True."""

import numpy as np


def dice(a, b):
    total = np.sum(a + b)
    return 2 * np.sum(a * b) / total if total else 1.0
