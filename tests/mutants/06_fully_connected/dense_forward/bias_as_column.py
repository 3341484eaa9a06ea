"""The bias is made a column."""

import numpy as np


def dense_forward(x, w, b):
    return x @ w + b[:, np.newaxis]
