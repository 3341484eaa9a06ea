"""Two turns by 90 degrees."""

import numpy as np


def flip_kernel(k):
    return np.rot90(np.rot90(k))
