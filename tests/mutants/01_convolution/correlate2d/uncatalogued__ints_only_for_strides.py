"""Takes an int for the stride and no pair."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    h_out = (x.shape[0] - kh) // stride + 1
    w_out = (x.shape[1] - kw) // stride + 1
    out = np.zeros((h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            window = x[i * stride : i * stride + kh, j * stride : j * stride + kw]
            out[i, j] = np.sum(window * kernel)
    return out
