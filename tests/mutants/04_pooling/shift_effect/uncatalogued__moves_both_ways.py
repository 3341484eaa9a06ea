"""Moves the image down as well."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, (dx, dx), axis=(0, 1))
    before, after = fn(img), fn(moved)
    return float(np.max(np.abs(after - before)))
