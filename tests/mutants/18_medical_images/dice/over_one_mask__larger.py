"""Divided by the larger one."""

import numpy as np


def dice(a, b):
    a, b = a.astype(bool), b.astype(bool)
    larger = max(np.sum(a), np.sum(b))
    return np.sum(a & b) / larger if larger else 1.0
