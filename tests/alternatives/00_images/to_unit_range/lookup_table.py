"""Look the 256 possible answers up."""

import numpy as np


def to_unit_range(img):
    if img.dtype != np.uint8:
        return np.array(img)
    table = np.linspace(0.0, 1.0, 256)
    return table[img]
