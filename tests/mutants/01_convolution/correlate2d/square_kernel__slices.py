"""Cuts a square window, which fits a square kernel only."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    k = len(kernel)
    x = np.pad(image, pad)
    h_out = (x.shape[0] - k) // sh + 1
    w_out = (x.shape[1] - k) // sw + 1
    out = np.zeros((h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            out[i, j] = np.sum(x[i * sh : i * sh + k, j * sw : j * sw + k] * kernel)
    return out
