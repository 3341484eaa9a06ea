"""Turns the kernels upside down."""

import numpy as np


def dense_as_conv_kernel(w, h, wd, c):
    return np.flip(w.reshape(h, wd, c, -1), axis=0)
