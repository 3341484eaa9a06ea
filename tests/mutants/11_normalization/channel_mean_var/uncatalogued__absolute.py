"""Takes the mean distance."""

import numpy as np


def channel_mean_var(x):
    mean = x.mean(axis=(0, 1, 2))
    return mean, np.abs(x - mean).mean(axis=(0, 1, 2))
