"""Correlates at every place and keeps every stride-th."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    x = np.pad(image, pad)
    kh, kw = kernel.shape
    full = np.zeros((x.shape[0] - kh + 1, x.shape[1] - kw + 1))
    for i in range(full.shape[0]):
        for j in range(full.shape[1]):
            full[i, j] = np.multiply(x[i : i + kh, j : j + kw], kernel).sum()
    return full[::sh, ::sw]
