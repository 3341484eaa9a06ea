"""Flips both, and so correlates and turns the result around."""

import numpy as np


def convolve2d(image, kernel):
    image, kernel = image[::-1, ::-1], kernel[::-1, ::-1]
    kh, kw = kernel.shape
    h, w = image.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            out[i, j] = np.sum(image[i : i + kh, j : j + kw] * kernel)
    return out
