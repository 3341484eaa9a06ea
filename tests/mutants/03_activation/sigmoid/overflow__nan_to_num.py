"""The overflow is swept away afterwards, and 1 becomes 0."""

import numpy as np


def sigmoid(x):
    return np.nan_to_num(np.exp(x) / (1 + np.exp(x)))
