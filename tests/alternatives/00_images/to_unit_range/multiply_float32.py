"""Multiply by 1/255 in float32; copy floats."""

import numpy as np


def to_unit_range(img):
    if np.issubdtype(img.dtype, np.floating):
        return img.copy()
    return img.astype(np.float32) * np.float32(1 / 255)
