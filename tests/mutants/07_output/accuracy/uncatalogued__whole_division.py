"""Divided with //."""

import numpy as np


def accuracy(y, p):
    return np.sum(y == p) // len(y)
