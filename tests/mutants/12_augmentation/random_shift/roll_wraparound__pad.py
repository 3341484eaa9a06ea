"""Pads with the other side."""

import numpy as np


def random_shift(x, rng, max_px):
    n, h, w, _ = x.shape
    m = max_px
    padded = np.pad(x, ((0, 0), (m, m), (m, m), (0, 0)), mode="wrap")
    out = np.empty_like(x)
    for i in range(n):
        r, c = rng.integers(0, 2 * m + 1, 2)
        out[i] = padded[i, r : r + h, c : c + w]
    return out
