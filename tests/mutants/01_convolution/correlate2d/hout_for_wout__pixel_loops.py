"""Uses the number of output rows for the columns too, pixel by pixel."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    size = (x.shape[0] - kh) // sh + 1
    out = np.zeros((size, size))
    for i in range(size):
        for j in range(size):
            for a in range(kh):
                for b in range(kw):
                    out[i, j] += x[i * sh + a, j * sw + b] * kernel[a, b]
    return out
