"""Rolls the numbers as they lie in memory."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, dx)
    before, after = fn(img), fn(moved)
    return float(np.max(np.abs(after - before)))
