"""np.multiply in place of np.matmul."""

import numpy as np


def dense_forward(x, w, b):
    return np.multiply(x, w) + b
