"""Mirrors the kernel left to right, and leaves up and down."""

import numpy as np


def flip_kernel(k):
    return np.fliplr(k)
