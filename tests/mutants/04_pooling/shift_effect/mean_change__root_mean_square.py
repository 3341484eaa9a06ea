"""Gives the root of the mean square."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, :-dx]
    before, after = fn(img), fn(moved)
    return float(np.sqrt(np.mean((after - before) ** 2)))
