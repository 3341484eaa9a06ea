"""A Python float."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return float(np.sum(patch * kernel) + np.squeeze(bias))
