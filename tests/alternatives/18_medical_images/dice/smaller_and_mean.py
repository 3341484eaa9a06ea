"""The smaller of both, over their mean."""

import numpy as np


def dice(a, b):
    a, b = a.astype(np.float64), b.astype(np.float64)
    total = np.mean(a + b)
    return np.minimum(a, b).mean() / (total / 2) if total > 0 else np.float64(1)
