"""Flip, then correlate, with helpers of its own."""

import numpy as np


def flip_kernel(k):
    return k[::-1, ::-1]


def correlate2d(image, kernel):
    kh, kw = kernel.shape
    h, w = image.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            out[i, j] = np.sum(image[i : i + kh, j : j + kw] * kernel)
    return out


def convolve2d(image, kernel):
    return correlate2d(image, flip_kernel(kernel))
