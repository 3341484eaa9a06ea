"""A product of one-hot rows, in floats."""

import numpy as np


def confusion_matrix(y, p, k):
    return np.eye(k)[y].T @ np.eye(k)[p]
