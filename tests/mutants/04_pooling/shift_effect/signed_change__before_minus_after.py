"""Takes the largest difference with its sign, the other way round."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, :-dx]
    before, after = fn(img), fn(moved)
    return float((before - after).max())
