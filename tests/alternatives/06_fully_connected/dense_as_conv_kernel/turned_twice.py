"""Filters first, then back."""

import numpy as np


def dense_as_conv_kernel(w, h, wd, c):
    return np.moveaxis(w.T.reshape(-1, h, wd, c), 0, -1)
