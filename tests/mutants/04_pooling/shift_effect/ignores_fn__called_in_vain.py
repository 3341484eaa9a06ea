"""Calls the function and compares the images."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, :-dx]
    fn(moved)
    return float(np.abs(img - moved).max())
