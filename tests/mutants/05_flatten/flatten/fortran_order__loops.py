"""The loops run the wrong way round: the row fastest."""

import numpy as np


def flatten(x):
    n, h, w, c = x.shape
    out = np.zeros((n, h * w * c), dtype=x.dtype)
    for k in range(n):
        place = 0
        for d in range(c):
            for j in range(w):
                for i in range(h):
                    out[k, place] = x[k, i, j, d]
                    place += 1
    return out
