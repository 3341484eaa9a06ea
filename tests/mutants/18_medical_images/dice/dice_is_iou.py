"""Intersection over union."""

import numpy as np


def dice(a, b):
    union = np.logical_or(a, b).sum()
    return np.logical_and(a, b).sum() / union if union else 1.0
