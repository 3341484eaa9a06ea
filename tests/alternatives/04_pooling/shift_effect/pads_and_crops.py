"""Pads on the left, then cuts the width off."""

import numpy as np


def shift_effect(fn, img, dx):
    pads = [(0, 0)] * img.ndim
    pads[1] = (dx, 0)
    moved = np.pad(img, pads)[:, : img.shape[1]]
    return np.max(np.abs(np.asarray(fn(moved), dtype=float) - np.asarray(fn(img), dtype=float)))
