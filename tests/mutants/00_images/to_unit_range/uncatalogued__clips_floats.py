"""Cuts floats to the range from 0 to 1."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8:
        return img / 255
    return np.clip(img, 0, 1)
