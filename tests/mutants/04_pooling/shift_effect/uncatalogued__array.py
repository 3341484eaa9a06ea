"""Returns all changes."""

import numpy as np


def shift_effect(fn, img, dx):
    return np.abs(fn(np.roll(img, dx, axis=1)) - fn(img))
