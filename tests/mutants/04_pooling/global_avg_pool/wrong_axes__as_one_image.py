"""Averages axes 0 and 1, as if there were no batch."""

import numpy as np


def global_avg_pool(x):
    return np.mean(x, axis=(0, 1))
