"""Convolves rightly into an array of the image's number type."""

import numpy as np


def convolve2d(image, kernel):
    flipped = kernel[::-1, ::-1]
    kh, kw = kernel.shape
    h, w = image.shape
    out = np.zeros((h - kh + 1, w - kw + 1), dtype=image.dtype)
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            out[i, j] = np.sum(image[i : i + kh, j : j + kw] * flipped)
    return out
