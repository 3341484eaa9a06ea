"""Takes the largest increase, or 0."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, :-dx]
    before = np.asarray(fn(img), dtype=float)
    after = np.asarray(fn(moved), dtype=float)
    return float(max(np.max(after - before), 0))
