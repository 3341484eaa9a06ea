"""A loop, and keys that are NumPy's."""

import numpy as np


def class_weights(y):
    weights = {}
    classes = np.unique(y)
    for c in classes:
        weights[c] = 1 / (len(classes) * np.mean(y == c))
    return weights
