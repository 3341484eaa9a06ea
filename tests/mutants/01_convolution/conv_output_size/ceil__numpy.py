"""Rounds the number of steps up with NumPy, so the last step may leave the image."""

import numpy as np


def conv_output_size(n, k, stride=1, pad=0):
    padded = n + 2 * pad
    if k > padded:
        raise ValueError(f"kernel {k} is larger than {padded}")
    return int(np.ceil((padded - k) / stride + 1))
