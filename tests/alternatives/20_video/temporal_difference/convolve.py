"""Convolution at each pixel."""

import numpy as np


def temporal_difference(clip):
    return np.apply_along_axis(lambda v: np.convolve(v, [1.0, -1.0], "valid"), 0, clip)
