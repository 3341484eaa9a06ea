"""Rounds the number of steps up and gives the float that np.ceil returns."""

import numpy as np


def conv_output_size(n, k, stride=1, pad=0):
    if n + 2 * pad < k:
        raise ValueError("too large")
    return np.ceil((n + 2 * pad - k) / stride) + 1
