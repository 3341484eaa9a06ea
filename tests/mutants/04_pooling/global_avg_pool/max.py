"""Takes the largest number of each map."""

import numpy as np


def global_avg_pool(x):
    return np.max(x, axis=(1, 2))
