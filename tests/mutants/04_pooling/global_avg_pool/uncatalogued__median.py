"""Takes the middle number."""

import numpy as np


def global_avg_pool(x):
    return np.median(x, axis=(1, 2))
