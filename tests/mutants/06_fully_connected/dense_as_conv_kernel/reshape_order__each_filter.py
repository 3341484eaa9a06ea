"""Undoes each column in Fortran order."""

import numpy as np


def dense_as_conv_kernel(w, h, wd, c):
    return np.stack([w[:, k].reshape((h, wd, c), order="F") for k in range(w.shape[1])], axis=-1)
