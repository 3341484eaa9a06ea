"""One-dimensional convolutions of rows with rows of the kernel, added up."""

import numpy as np


def convolve2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for i in range(h - kh + 1):
        for a in range(kh):
            row = np.convolve(image[i + kh - 1 - a], kernel[a], mode="full")
            out[i] += row[kw - 1 : w]
    return out
