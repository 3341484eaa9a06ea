"""Gives a list of lists."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    return [
        [
            float(np.sum(x[i : i + kh, j : j + kw] * kernel))
            for j in range(0, x.shape[1] - kw + 1, sw)
        ]
        for i in range(0, x.shape[0] - kh + 1, sh)
    ]
