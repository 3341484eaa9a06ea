"""Loops over the kernel only: each of its numbers meets a shifted picture."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = np.broadcast_to(stride, 2)
    kh, kw = kernel.shape
    h, w = (n + 2 * pad for n in image.shape)
    x = np.zeros((h, w))
    x[pad : h - pad, pad : w - pad] = image
    out = 0
    for (a, b), weight in np.ndenumerate(kernel):
        out = out + weight * x[a : h - kh + a + 1 : sh, b : w - kw + b + 1 : sw]
    return out
