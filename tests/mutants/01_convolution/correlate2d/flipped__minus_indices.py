"""Reads the kernel backward, with negative indices."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    if isinstance(stride, int):
        stride = (stride, stride)
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    h_out = (x.shape[0] - kh) // stride[0] + 1
    w_out = (x.shape[1] - kw) // stride[1] + 1
    out = np.zeros((h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            for a in range(kh):
                for b in range(kw):
                    pixel = x[i * stride[0] + a, j * stride[1] + b]
                    out[i, j] += pixel * kernel[-1 - a, -1 - b]
    return out
