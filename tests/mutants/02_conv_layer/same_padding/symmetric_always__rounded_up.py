"""Gives both sides half of the zeros, rounded up."""

import math


def same_padding(n, k, stride):

    out = math.ceil(n / stride)
    total = max((out - 1) * stride + k - n, 0)
    side = math.ceil(total / 2)
    return side, side
