"""Each class as a yes or no of its own."""

import numpy as np


def cross_entropy(z, y):
    truth = np.eye(z.shape[1])[y]
    losses = np.maximum(z, 0) - truth * z + np.log1p(np.exp(-np.abs(z)))
    return losses.mean()
