"""Gives the norm of the changes."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, dx, axis=1)
    before, after = fn(img), fn(moved)
    return float(np.linalg.norm((after - before).ravel()))
