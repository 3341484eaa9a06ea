"""Flips both axes of the window."""

import numpy as np


def dense_as_conv_kernel(w, h, wd, c):
    return np.flip(w.reshape(h, wd, c, -1), axis=(0, 1)).copy()
