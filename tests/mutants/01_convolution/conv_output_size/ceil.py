"""Rounds the number of steps up, so a window that hangs over the border is counted."""

import math


def conv_output_size(n, k, stride=1, pad=0):
    if k > n + 2 * pad:
        raise ValueError("the kernel does not fit")
    return math.ceil((n + 2 * pad - k) / stride) + 1
