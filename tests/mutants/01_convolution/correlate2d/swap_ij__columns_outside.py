"""Loops over the columns outside and the rows inside, and so builds the output transposed."""

import numpy as np


def correlate2d(image, kernel, stride=1, pad=0):
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    kh, kw = kernel.shape
    x = np.pad(image, pad)
    return np.array(
        [
            [
                np.sum(x[top : top + kh, left : left + kw] * kernel)
                for top in range(0, x.shape[0] - kh + 1, sh)
            ]
            for left in range(0, x.shape[1] - kw + 1, sw)
        ]
    )
