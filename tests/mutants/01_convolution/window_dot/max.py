"""Takes the largest product."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return np.max(patch * kernel) + bias
