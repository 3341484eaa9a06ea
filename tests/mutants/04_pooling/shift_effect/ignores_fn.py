"""Compares the images."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.roll(img, dx, axis=1)
    return float(np.max(np.abs(moved - img)))
