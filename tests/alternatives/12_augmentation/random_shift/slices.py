"""Slices of source and target."""

import numpy as np


def random_shift(x, rng, max_px):
    out = np.zeros_like(x)
    h, w = x.shape[1:3]
    for i, image in enumerate(x):
        dy = int(rng.integers(-max_px, max_px, endpoint=True))
        dx = int(rng.integers(-max_px, max_px, endpoint=True))
        part = image[max(0, -dy) : h - max(0, dy), max(0, -dx) : w - max(0, dx)]
        r, c = max(0, dy), max(0, dx)
        out[i, r : r + part.shape[0], c : c + part.shape[1]] = part
    return out
