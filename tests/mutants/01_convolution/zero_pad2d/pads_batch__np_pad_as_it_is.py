"""Hands the padding to np.pad as it came: all axes are padded, or np.pad refuses."""

import numpy as np


def zero_pad2d(x, pad):
    return np.pad(x, pad)
