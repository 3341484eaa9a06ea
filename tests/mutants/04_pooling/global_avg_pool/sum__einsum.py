"""Adds up by einsum and does not divide."""

import numpy as np


def global_avg_pool(x):
    return np.einsum("nhwc->nc", x.astype(float))
