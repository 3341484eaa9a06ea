"""Drops the sign too late."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, dx, axis=1)
    before, after = fn(img), fn(moved)
    return float(abs(np.max(after - before)))
