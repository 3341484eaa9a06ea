"""Takes the mean of everything at each place."""

import numpy as np


def avg_pool2d(x, size, stride=None):
    ph, pw = (size, size) if isinstance(size, int) else size
    if stride is None:
        stride = (ph, pw)
    sh, sw = (stride, stride) if isinstance(stride, int) else stride
    n, h, w, c = x.shape
    return np.full((n, (h - ph) // sh + 1, (w - pw) // sw + 1, c), x.mean())
