"""Cuts the padded images into rows of the right length."""

import numpy as np


def im2col(x, kh, kw, stride, pad):
    x = np.pad(x, ((0, 0), (pad, pad), (pad, pad), (0, 0)))
    c = x.shape[3]
    return x.reshape(-1, kh * kw * c)
