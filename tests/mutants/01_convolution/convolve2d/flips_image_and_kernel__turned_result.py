"""Correlates and turns the result by 180 degrees."""

import numpy as np


def convolve2d(image, kernel):
    kh, kw = kernel.shape
    h, w = image.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for a in range(kh):
        for b in range(kw):
            out += kernel[a, b] * image[a : a + h - kh + 1, b : b + w - kw + 1]
    return np.rot90(out, 2)
