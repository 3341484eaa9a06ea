"""The weights of the classes sum to K."""

import numpy as np


def class_weights(y):
    classes, counts = np.unique(y, return_counts=True)
    inverse = 1 / counts
    return dict(zip(classes.tolist(), (len(classes) * inverse / inverse.sum()).tolist()))
