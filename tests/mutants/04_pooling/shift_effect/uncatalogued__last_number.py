"""Compares the last numbers only."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, dx, axis=1)
    before, after = fn(img), fn(moved)
    return float(abs(np.ravel(after)[-1] - np.ravel(before)[-1]))
