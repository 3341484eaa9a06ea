"""Takes the largest change over all shifts up to dx."""

import numpy as np


def shift_effect(fn, img, dx):
    before = fn(img)
    return max(float(np.abs(fn(np.roll(img, k, axis=1)) - before).max()) for k in range(1, dx + 1))
