"""Normal numbers, rounded."""

import numpy as np


def random_shift(x, rng, max_px):
    n, h, w, _ = x.shape
    m = max_px
    padded = np.pad(x, ((0, 0), (m, m), (m, m), (0, 0)))
    out = np.empty_like(x)
    for i in range(n):
        r, c = m + np.clip(rng.normal(0, 0.5 * m, 2).round().astype(int), -m, m)
        out[i] = padded[i, r : r + h, c : c + w]
    return out
