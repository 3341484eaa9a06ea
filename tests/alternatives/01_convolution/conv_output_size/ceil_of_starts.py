"""Divides the number of starts by the stride and rounds up: the same number."""

import math


def conv_output_size(n, k, stride=1, pad=0):
    starts = n + 2 * pad - k + 1
    if starts <= 0:
        raise ValueError("kernel larger than the padded input")
    return math.ceil(starts / stride)
