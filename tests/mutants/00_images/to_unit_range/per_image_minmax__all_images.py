"""Stretches floats as well, and guards against dividing by 0."""

import numpy as np


def to_unit_range(img):
    low = np.min(img)
    spread = np.max(img) - low
    if spread == 0:
        return np.zeros(img.shape)
    return (img - low) / float(spread)
