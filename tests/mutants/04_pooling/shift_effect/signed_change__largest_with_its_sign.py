"""Gives the largest change with its sign."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, :-dx]
    before = np.asarray(fn(img), dtype=float)
    after = np.asarray(fn(moved), dtype=float)
    return float((after - before).ravel()[np.argmax(np.abs(after - before))])
