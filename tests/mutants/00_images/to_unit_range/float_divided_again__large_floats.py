"""Divides floats too, when they go above 1."""

import numpy as np


def to_unit_range(img):
    if img.dtype == np.uint8 or img.max() > 1.0:
        img = img.astype(np.float64) / 255
    return img
