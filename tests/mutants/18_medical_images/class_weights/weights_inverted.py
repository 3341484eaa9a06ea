"""The share of each class."""

import numpy as np


def class_weights(y):
    classes, counts = np.unique(y, return_counts=True)
    return {int(c): n / len(y) for c, n in zip(classes, counts)}
