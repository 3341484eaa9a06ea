"""One call."""

import numpy as np


def global_avg_pool(x):
    return np.mean(x, axis=(1, 2))
