"""Moves by one column always."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, 1, axis=1)
    before, after = fn(img), fn(moved)
    return float(np.max(np.abs(after - before)))
