"""Flips the kernel, and then does not use what came back."""

import numpy as np


def convolve2d(image, kernel):
    np.flip(kernel)
    kh, kw = kernel.shape
    rows, columns = image.shape[0] - kh + 1, image.shape[1] - kw + 1
    return np.array(
        [
            [np.sum(image[i : i + kh, j : j + kw] * kernel) for j in range(columns)]
            for i in range(rows)
        ]
    )
