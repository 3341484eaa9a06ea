"""Looks at the first channel only."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    if patch.ndim == 3:
        patch, kernel = patch[:, :, 0], kernel[:, :, 0]
    return np.sum(patch * kernel) + bias
