"""Loops over all pixels."""

import numpy as np


def pointwise_conv(x, w):
    n, h, width, cin = x.shape
    cout = w.shape[1]
    out = np.zeros((n, h, width, cout))
    for m in range(n):
        for i in range(h):
            for j in range(width):
                for f in range(cout):
                    out[m, i, j, f] = sum(x[m, i, j, c] * w[c, f] for c in range(cin))
    return out
