"""Brings the vectors to length 1 first."""

import numpy as np


def pairwise_distance(a, b):
    a = a / np.linalg.norm(a, axis=1, keepdims=True)
    b = b / np.linalg.norm(b, axis=1, keepdims=True)
    return np.linalg.norm(a[:, None] - b, axis=2)
