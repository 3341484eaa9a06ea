"""Takes the absolute value of the number of zeros."""

import math


def same_padding(n, k, stride):

    out = math.ceil(n / stride)
    total = abs((out - 1) * stride + k - n)
    return total // 2, total - total // 2
