"""Uses the size for the steps, whatever the stride."""

import numpy as np


def max_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    n, h, w, c = x.shape
    out = np.zeros((n, (h - ph) // ph + 1, (w - pw) // pw + 1, c))
    for i in range(out.shape[1]):
        for j in range(out.shape[2]):
            out[:, i, j] = x[:, i * ph : (i + 1) * ph, j * pw : (j + 1) * pw].max(axis=(1, 2))
    return out
