"""All products at once, then the sum."""

import numpy as np


def dense_forward(x, w, b):
    return (x[:, :, np.newaxis] * w).sum(axis=1) + b
