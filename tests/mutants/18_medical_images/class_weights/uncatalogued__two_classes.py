"""There are always two."""

import numpy as np


def class_weights(y):
    classes, counts = np.unique(y, return_counts=True)
    return {int(c): len(y) / (2 * n) for c, n in zip(classes, counts)}
