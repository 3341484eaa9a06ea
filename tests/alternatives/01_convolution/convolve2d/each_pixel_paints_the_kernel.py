"""Every pixel paints the kernel, scaled, into the full output; the valid part is cut out."""

import numpy as np


def convolve2d(image, kernel):
    h, w = image.shape
    kh, kw = kernel.shape
    full = np.zeros((h + kh - 1, w + kw - 1))
    for i in range(h):
        for j in range(w):
            full[i : i + kh, j : j + kw] += image[i, j] * kernel
    return full[kh - 1 : h, kw - 1 : w]
