"""Takes the dot product of the numbers in a row, and no bias."""

import numpy as np


def window_dot(patch, kernel, bias=0.0):
    return float(np.dot(patch.flatten(), kernel.flatten()))
