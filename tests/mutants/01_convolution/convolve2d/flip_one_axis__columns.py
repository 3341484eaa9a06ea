"""Counts the kernel's columns backward and its rows forward."""

import numpy as np


def convolve2d(image, kernel):
    kh, kw = kernel.shape
    h, w = image.shape
    out = np.zeros((h - kh + 1, w - kw + 1))
    for a in range(kh):
        for b in range(kw):
            part = image[a : a + out.shape[0], b : b + out.shape[1]]
            out += part * kernel[a, kw - 1 - b]
    return out
