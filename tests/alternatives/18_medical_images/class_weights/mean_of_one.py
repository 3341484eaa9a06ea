"""One over the count, brought to a mean of 1 over the scans."""

import numpy as np


def class_weights(y):
    c, i = np.unique(y, return_inverse=True)
    w = 1.0 / np.bincount(i)
    w /= w[i].mean()
    return dict(zip(c, w))
