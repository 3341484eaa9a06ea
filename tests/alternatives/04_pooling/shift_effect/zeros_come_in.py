"""Zeros come in on the left."""

import numpy as np


def shift_effect(fn, img, dx):
    moved = np.zeros_like(img)
    moved[:, dx:] = img[:, :-dx]
    before, after = (np.asarray(fn(image), dtype=float) for image in (img, moved))
    return float(np.max(np.abs(after - before)))
