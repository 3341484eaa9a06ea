"""Cuts columns off, so that the image gets narrower."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = img[:, dx:]
    before, after = fn(img), fn(moved)
    return float(np.max(np.abs(after - before)))
