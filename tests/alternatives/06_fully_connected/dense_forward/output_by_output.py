"""A column of the result for each output."""

import numpy as np


def dense_forward(x, w, b):
    return np.stack([x.dot(w[:, k]) + b[k] for k in range(w.shape[1])], axis=1)
