"""Moves the image down."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, dx, axis=0)
    before, after = fn(img), fn(moved)
    return float(np.max(np.abs(after - before)))
