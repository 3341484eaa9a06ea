"""Returns inside the loop over the images."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    out = np.zeros((n, (h - ph) // sh + 1, (w - pw) // sw + 1, c))
    for k in range(n):
        for i in range(out.shape[1]):
            for j in range(out.shape[2]):
                window = x[k, i * sh : i * sh + ph, j * sw : j * sw + pw]
                out[k, i, j] = window.max(axis=(0, 1))
        return out
