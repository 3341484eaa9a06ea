"""A loop over the numbers of the kernel."""

import numpy as np


def mended_conv(x, w, b):
    kh, kw = w.shape[:2]
    rows, columns = x.shape[1] - kh + 1, x.shape[2] - kw + 1
    out = np.zeros((len(x), rows, columns, w.shape[3])) + b
    for a in range(kh):
        for c in range(kw):
            out += x[:, a : a + rows, c : c + columns] @ w[a, c]
    return out
