"""Fills the first image of the result and returns too early."""

import numpy as np


def nhwc_to_nchw(x):
    n, h, w, c = x.shape
    out = np.zeros((n, c, h, w), dtype=x.dtype)
    for image in range(n):
        for k in range(c):
            out[image, k] = x[image, :, :, k]
        return out
