"""A softmax of a softmax, example by example."""

import numpy as np


def cross_entropy(z, y):
    def softmax(row):
        e = np.exp(row - row.max())
        return e / e.sum()

    return np.mean([-np.log(softmax(softmax(row))[t]) for row, t in zip(z, y, strict=True)])
