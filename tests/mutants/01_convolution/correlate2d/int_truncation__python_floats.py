"""Writes Python floats into an array like the image."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    h_out = (x.shape[0] - kh) // sh + 1
    w_out = (x.shape[1] - kw) // sw + 1
    out = np.zeros_like(x, shape=(h_out, w_out))
    for i in range(h_out):
        for j in range(w_out):
            total = 0.0
            for a in range(kh):
                for b in range(kw):
                    total += float(x[i * sh + a, j * sw + b]) * float(kernel[a, b])
            out[i, j] = total
    return out
