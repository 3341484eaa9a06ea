"""Turns the kernel by 90 degrees."""

import numpy as np


def convolve2d(image, kernel):
    turned = np.rot90(kernel)
    kh, kw = turned.shape
    h, w = image.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for i in range(h - kh + 1):
        for j in range(w - kw + 1):
            out[i, j] = np.sum(image[i : i + kh, j : j + kw] * turned)
    return out
