"""The square root of what is asked."""

import numpy as np


def class_weights(y):
    classes, counts = np.unique(y, return_counts=True)
    return {int(c): float(np.sqrt(len(y) / (len(classes) * n))) for c, n in zip(classes, counts)}
