"""Zeros come in on the left."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, :-dx]
    before, after = fn(img), fn(moved)
    return float(np.max(np.abs(after - before)))
