"""Turns black into white."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8:
        return 1 - img / 255
    return img
