"""The two factors are exchanged in np.dot."""

import numpy as np


def dense_forward(x, w, b):
    return np.dot(w, x) + b
