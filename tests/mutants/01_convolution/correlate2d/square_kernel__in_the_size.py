"""Sizes the output by the kernel's height in both directions."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    h_out = (x.shape[0] - kh) // sh + 1
    w_out = (x.shape[1] - kh) // sw + 1
    out = np.zeros((h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            out[i, j] = np.sum(x[i * sh : i * sh + kh, j * sw : j * sw + kw] * kernel)
    return out
