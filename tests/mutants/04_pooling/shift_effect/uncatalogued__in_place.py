"""Moves the image that it was given."""

import numpy as np


def shift_effect(fn, img, dx):
    before = np.array(fn(img), dtype=float)
    img[:, dx:] = img[:, :-dx].copy()
    img[:, :dx] = 0
    return float(np.max(np.abs(fn(img) - before)))
