"""Undoes the flatten of each column."""

import numpy as np


def dense_as_conv_kernel(w, h, wd, c):
    return np.stack([column.reshape(h, wd, c) for column in w.T], axis=-1)
