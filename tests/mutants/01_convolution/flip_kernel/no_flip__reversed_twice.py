"""Flips, and flips back."""

import numpy as np


def flip_kernel(k):
    return np.flipud(np.flip(np.fliplr(k)))
