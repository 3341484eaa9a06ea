"""Measures the angle, not the distance."""

import numpy as np


def pairwise_distance(a, b):
    a, b = a.astype(float), b.astype(float)
    na = np.linalg.norm(a, axis=1, keepdims=True)
    nb = np.linalg.norm(b, axis=1, keepdims=True)
    return 1 - (a / na) @ (b / nb).T
