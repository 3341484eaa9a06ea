"""Gives every place where kernel and image touch, not only where the kernel fits."""

import numpy as np


def convolve2d(image, kernel):
    kh, kw = kernel.shape
    h, w = image.shape
    out = np.zeros((h + kh - 1, w + kw - 1))
    for a in range(kh):
        for b in range(kw):
            out[a : a + h, b : b + w] += kernel[a, b] * image
    return out
