"""The weights sum to 1."""

import numpy as np


def class_weights(y):
    classes, counts = np.unique(y, return_counts=True)
    inverse = 1 / counts
    return dict(zip(classes.tolist(), (inverse / inverse.sum()).tolist()))
