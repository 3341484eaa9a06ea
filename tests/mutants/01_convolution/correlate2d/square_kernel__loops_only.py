"""Goes over as many columns of the kernel as it has rows."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    if np.ndim(stride) == 0:
        stride = (stride, stride)
    sh, sw = stride
    h, w = image.shape
    kh, kw = kernel.shape
    padded = np.zeros((h + 2 * pad, w + 2 * pad))
    padded[pad : pad + h, pad : pad + w] = image
    hout = (h + 2 * pad - kh) // sh + 1
    wout = (w + 2 * pad - kw) // sw + 1
    out = np.zeros((hout, wout))
    for i in range(hout):
        for j in range(wout):
            total = 0.0
            for a in range(kh):
                for b in range(kh):
                    total += padded[i * sh + a, j * sw + b] * kernel[a, b]
            out[i, j] = total
    return out
